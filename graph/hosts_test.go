package graph

import (
	"context"
	"errors"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"latchkey/graph/value/valuetest"
)

// recorder keeps the addresses that clients dial.
type recorder struct {
	mutex     sync.Mutex
	addresses []string
}

// watch lets client dial on, and writes down whom.
func (r *recorder) watch(client *Client) {
	dial := client.transport.DialContext
	client.transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		r.note(address)
		return dial(ctx, network, address)
	}
}

// refuse keeps client from dialling at all, and writes down whom it wanted.
func (r *recorder) refuse(client *Client) {
	client.transport.DialContext = func(_ context.Context, _, address string) (net.Conn, error) {
		r.note(address)
		return nil, errors.New("not in a test")
	}
}

func (r *recorder) note(address string) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.addresses = append(r.addresses, address)
}

// mustBeOnly fails the test unless address was dialled since the last time,
// and no other.
func (r *recorder) mustBeOnly(t *testing.T, address string) {
	t.Helper()
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if len(r.addresses) == 0 || slices.ContainsFunc(r.addresses, func(dialled string) bool { return dialled != address }) {
		t.Errorf("dialled %v, want %s only", r.addresses, address)
	}
	r.addresses = nil
}

// everyCall makes each call that the client has.
func everyCall(ctx context.Context, client *Client) []error {
	var errs []error
	note := func(_ any, err error) { errs = append(errs, err) }
	const id = ID("123456789012345")
	note(client.Me(ctx))
	note(client.Permissions(ctx))
	note(client.InspectToken(ctx))
	note(client.WhatsAppAccount(ctx, id))
	note(client.AssignedAccounts(ctx, "me"))
	note(client.OwnedAccounts(ctx, id))
	note(client.ClientAccounts(ctx, id))
	note(client.FirstTemplate(ctx, id))
	note(client.SubscribedApps(ctx, id))
	note(client.SolutionToken(ctx, id, id))
	note(client.SendTemplate(ctx, id, "15550100", "hello_world", "en_US"))
	note(client.PhoneNumber(ctx, id))
	_, _, err := client.PlainTemplate(ctx, id)
	note(nil, err)
	secret := NewToken("246810")
	note(nil, client.Subscribe(ctx, id))
	note(nil, client.Unsubscribe(ctx, id))
	note(nil, client.RequestCode(ctx, id, CodeBySMS, "en_US"))
	note(nil, client.VerifyCode(ctx, id, secret))
	note(nil, client.Register(ctx, id, secret))
	return errs
}

func TestOnlyGraphIsDialled(t *testing.T) {
	t.Setenv("HTTPS_PROXY", "")
	t.Setenv("https_proxy", "")
	var dialled recorder
	client, err := New(quick, NewToken(valuetest.MadeUp))
	if err != nil {
		t.Fatal(err)
	}
	dialled.refuse(client)
	for _, err := range everyCall(t.Context(), client) {
		kindOf(t, err)
	}
	dialled.mustBeOnly(t, "graph.facebook.com:443")
}

// The token stands in the Authorization header, in input_token where Meta
// demands it, and nowhere else; and only the calls behind named buttons are to
// change something.
func TestWhereTheTokenStands(t *testing.T) {
	var mutex sync.Mutex
	writes := 0
	named := []string{
		"POST messages", "POST subscribed_apps", "DELETE subscribed_apps", "POST request_code", "POST verify_code", "POST register",
	}
	client, calls := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		defer mutex.Unlock()
		if got := r.Header.Get("Authorization"); got != "Bearer "+valuetest.MadeUp {
			t.Errorf("%s: Authorization is %q", r.URL.Path, got)
		}
		r.Header.Del("Authorization")
		query := r.URL.Query()
		if r.URL.Path == "/v25.0/debug_token" {
			if query.Get("input_token") != valuetest.MadeUp {
				t.Error("debug_token is not asked about the token")
			}
			query.Del("input_token")
		}
		body := make([]byte, 4096)
		length, _ := r.Body.Read(body)
		for _, values := range r.Header {
			valuetest.MustHide(t, values[0])
		}
		valuetest.MustHide(t, r.URL.Path+query.Encode()+string(body[:length]))
		if strings.Contains(r.URL.String(), "246810") {
			t.Errorf("a PIN stands in %s", r.URL)
		}
		if r.Method != http.MethodGet {
			writes++
			edge := strings.TrimPrefix(r.URL.Path, "/v25.0/123456789012345/")
			if !slices.Contains(named, r.Method+" "+edge) {
				t.Errorf("%s to %s", r.Method, r.URL.Path)
			}
		}
		_, _ = w.Write([]byte(`{"id":"1","data":[],"messages":[{"id":"wamid.1"}],"access_token":"EAAanother"}`))
	})
	everyCall(t.Context(), client)
	// One each, and the numbers of an account that names none by themselves.
	if writes != len(named) || calls.Load() != int32(13+len(named)) {
		t.Errorf("%d calls, %d of them to change something", calls.Load(), writes)
	}
}

// An id of a hostile answer, or one typed by hand, names no other address.
func TestIDsNameNoOtherAddress(t *testing.T) {
	client, calls := answering(t, quick, func(http.ResponseWriter, *http.Request) {})
	for _, id := range []ID{"", ".", "..", "../me", "1/../../x", "..%2Fme", "1?access_token=x", "1#x", "1 2", "//evil.invalid/1", "1\r\nHost: x", "@evil.invalid", "１２３", ID(make([]byte, 65))} {
		for _, ask := range []func() error{
			func() error { _, err := client.WhatsAppAccount(t.Context(), id); return err },
			func() error { _, err := client.AssignedAccounts(t.Context(), id); return err },
			func() error { _, err := client.FirstTemplate(t.Context(), id); return err },
			func() error { _, err := client.SubscribedApps(t.Context(), id); return err },
			func() error { _, err := client.SolutionToken(t.Context(), id, "1"); return err },
			func() error { _, err := client.SolutionToken(t.Context(), "1", id); return err },
			func() error { _, err := client.SendTemplate(t.Context(), id, "1", "t", "en"); return err },
		} {
			if err := ask(); !errors.Is(err, ErrNotAnID) {
				t.Errorf("id %q: got %v", id, err)
			}
		}
	}
	if calls.Load() != 0 {
		t.Errorf("%d calls were made", calls.Load())
	}
}

func TestATokenGoesToMetaOrThisComputer(t *testing.T) {
	for _, address := range []string{
		"https://graph.facebook.com", "https://graph.facebook.com/", "http://127.0.0.1:8080", "http://localhost:1/graph",
		"https://[::1]:8443", "http://127.8.9.1",
	} {
		if _, err := New(Options{BaseURL: address}, NewToken(valuetest.MadeUp)); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{
		"http://graph.facebook.com", "https://graph.facebook.com.evil.invalid", "https://evil.invalid", "https://graph.facebook.com@evil.invalid",
		"https://evil.invalid/graph.facebook.com", "https://graph.facebook.com:444", "https://user@graph.facebook.com", "//graph.facebook.com",
		"graph.facebook.com", "https://127.0.0.1.evil.invalid", "http://localhost.evil.invalid", "http://10.0.0.1", "http://0.0.0.0:80",
		"http://[::]:80", "file:///etc/passwd", "ftp://127.0.0.1", "http://127.0.0.1?x", "http://127.0.0.1/?", "http://127.0.0.1#x", "", "http:", "http://", "%zz",
		"https://graph.facebook.com/v1", "http://2130706433", "http://127.1", "http://localhost@evil.invalid", "http://169.254.169.254",
	} {
		if parsed, err := ParseBaseURL(address); !errors.Is(err, ErrElsewhere) {
			t.Errorf("%q is taken as %v, %v", address, parsed, err)
		}
	}
	if _, err := New(Options{Version: "../v25.0"}, NewToken(valuetest.MadeUp)); err == nil {
		t.Error("a version that is a path is taken")
	}
	if _, err := New(Options{}, NewToken("EAA\r\nX: y")); !errors.Is(err, ErrNotSendable) {
		t.Errorf("a token with a line break: %v", err)
	}
}
