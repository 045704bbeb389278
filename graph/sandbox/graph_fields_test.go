package sandbox

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFieldsExpressions(t *testing.T) {
	for text, want := range map[string][]field{
		"":          nil,
		"id, name ": {{name: "id"}, {name: "name"}},
		"phone_numbers.limit(2).after(QQ==){id,health_status{can_send_message}},name": {
			{name: "phone_numbers", limit: 2, after: "QQ==", fields: []field{
				{name: "id"}, {name: "health_status", fields: []field{{name: "can_send_message"}}},
			}},
			{name: "name"},
		},
	} {
		got, err := parseFields(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(field{})); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestBrokenFieldsExpressions(t *testing.T) {
	for _, text := range []string{
		",", "id,", "a{", "a{}", "a{b", "a}b", "a.limit", "a.limit(", "a.limit(x)", "a.limit(0)", "a b", strings.Repeat("a{", 500),
	} {
		if fields, err := parseFields(text); err == nil {
			t.Errorf("%q was read as %+v", text, fields)
		}
	}
}
