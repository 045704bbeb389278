package graph

import (
	"io"
	"net/http"
	"testing"
)

func TestAssignedUsers(t *testing.T) {
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || r.URL.Path != "/v25.0/500/assigned_users" || r.URL.Query().Get("business") != "700" {
			t.Errorf("%s %s", r.Method, r.URL)
		}
		_, _ = io.WriteString(w, `{"data":[{"id":9007199254740993,"name":"Ann","tasks":["messaging","VIEW_COST","NEW_ONE"]},{"id":"2","tasks":"odd"}]}`)
	})
	users, err := client.AssignedUsers(t.Context(), "500", "700")
	if err != nil || len(users) != 2 || users[0].ID != "9007199254740993" {
		t.Fatalf("%+v %v", users, err)
	}
	if !users[0].May(TaskFullControl, TaskMessaging) || users[0].May(TaskManage) || users[1].May(TaskMessaging) {
		t.Errorf("tasks are read wrongly: %+v", users)
	}
}

func TestBusiness(t *testing.T) {
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/v25.0/700" || r.URL.Query().Get("fields") != "id,name" {
			t.Errorf("%s", r.URL)
		}
		_, _ = io.WriteString(w, `{"id":"700","name":"Corner Bakery"}`)
	})
	if business, err := client.Business(t.Context(), "700"); err != nil || business.Name != "Corner Bakery" {
		t.Errorf("%+v %v", business, err)
	}
	if _, err := saying(t, 200, `{"a":1}`).Business(t.Context(), "700"); kindOf(t, err) != NetworkNotJSON {
		t.Errorf("an answer of something else: %v", err)
	}
}
