package handover_test

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/wizard/handover"
	"latchkey/wizard/handover/storetest"
)

// openAt opens a place in the store.
func openAt(t *testing.T, s *storetest.Server, mount, path string) *handover.Store {
	t.Helper()
	return open(t, handover.StoreOptions{
		Address: s.URL, Mount: mount, Path: path, Token: storetest.Token, Namespace: s.Namespace, Authority: s.Authority(),
	})
}

func open(t *testing.T, options handover.StoreOptions) *handover.Store {
	t.Helper()
	store, err := handover.OpenStore(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	return store
}

// expectReason holds an error to its reason, and to holding no secret.
func expectReason(t *testing.T, err error, wanted handover.StoreReason) {
	t.Helper()
	var failure *handover.StoreError
	if !errors.As(err, &failure) || failure.Reason != wanted {
		t.Errorf("%v, not %s", err, wanted)
		return
	}
	for _, secret := range []graph.Token{canary, storetest.Token} {
		if strings.Contains(err.Error()+failure.Said, secret.Reveal()) {
			t.Errorf("%s: the error holds a token", wanted)
		}
	}
}

// keep looks and puts, as the command does.
func keep(t *testing.T, store *handover.Store) (int, error) {
	t.Helper()
	seen, err := store.Look(t.Context())
	if err != nil {
		return 0, err
	}
	return store.Put(t.Context(), seen, "token", canary)
}

func TestStoreKeepsANewSecret(t *testing.T) {
	for _, mount := range []string{"secret", "team/kv"} {
		for _, path := range []string{"whatsapp", "apps/my shop/what?is this%", "/whatsapp/"} {
			s := storetest.New(t, canary)
			number, err := keep(t, openAt(t, s, mount, path))
			newest, fields := s.Newest(mount + "/" + strings.Trim(path, "/"))
			if err != nil || number != 1 || newest != 1 || !maps.Equal(fields, map[string]string{"token": canary.Reveal()}) {
				t.Errorf("%s/%s: version %d of %d, %d fields (%v)", mount, path, number, newest, len(fields), err)
			}
		}
	}
}

func TestStoreShowsWhatIsThereAndKeepsIt(t *testing.T) {
	s := storetest.New(t, canary)
	s.Namespace = "team/shop"
	s.Add("secret/whatsapp", map[string]string{"token": "old", "note": "keep me"})
	store := openAt(t, s, "secret", "whatsapp")
	seen, err := store.Look(t.Context())
	if err != nil || seen.Version != 1 || !slices.Equal(seen.Fields, []string{"note", "token"}) || seen.At.IsZero() {
		t.Fatalf("%+v, %v", seen, err)
	}
	number, err := store.Put(t.Context(), seen, "token", canary)
	_, fields := s.Newest("secret/whatsapp")
	if err != nil || number != 2 || !maps.Equal(fields, map[string]string{"token": canary.Reveal(), "note": "keep me"}) {
		t.Errorf("version %d, %d fields (%v)", number, len(fields), err)
	}
}

// TestStoreOverwritesNothingUnseen: somebody writes between the look and the
// put, on a secret and where there was none.
func TestStoreOverwritesNothingUnseen(t *testing.T) {
	for _, versions := range []int{0, 1, 3} {
		s := storetest.New(t, canary)
		for range versions {
			s.Add("secret/whatsapp", map[string]string{"token": "old"})
		}
		s.Before = func() { s.Add("secret/whatsapp", map[string]string{"token": "theirs"}) }
		_, err := keep(t, openAt(t, s, "secret", "whatsapp"))
		expectReason(t, err, handover.StoreConflict)
		if _, fields := s.Newest("secret/whatsapp"); fields["token"] != "theirs" {
			t.Errorf("after %d versions, theirs was overwritten", versions)
		}
	}
}

func TestStoreAfterADeletedVersion(t *testing.T) {
	s := storetest.New(t, canary)
	s.Add("secret/whatsapp", map[string]string{"token": "old"})
	s.Delete("secret/whatsapp")
	if seen, err := openAt(t, s, "secret", "whatsapp").Look(t.Context()); err != nil || !seen.Deleted() {
		t.Errorf("%+v is not told as deleted, %v", seen, err)
	}
	if number, err := keep(t, openAt(t, s, "secret", "whatsapp")); err != nil || number != 2 {
		t.Errorf("version %d, %v", number, err)
	}
	if seen, err := openAt(t, s, "secret", "whatsapp").Look(t.Context()); err != nil || seen.Deleted() {
		t.Errorf("%+v is told as deleted, %v", seen, err)
	}
}

// TestStoreWithFewRights: what may not be read is not overwritten, and what is
// not there can still be made.
func TestStoreWithFewRights(t *testing.T) {
	for _, each := range []struct {
		denied string
		there  bool
		reason handover.StoreReason
	}{
		{"GET data", false, ""},
		{"GET data", true, handover.StoreForbidden},
		{"GET data,GET metadata", false, ""},
		{"GET data,GET metadata", true, handover.StoreForbidden},
		{"GET metadata", false, ""},
		{"GET metadata", true, ""},
		{"POST data", false, handover.StoreForbidden},
		{"POST data", true, handover.StoreForbidden},
		{"GET data,GET metadata,POST data", false, handover.StoreForbidden},
	} {
		s := storetest.New(t, canary)
		for _, what := range strings.Split(each.denied, ",") {
			s.Denied[what] = true
		}
		if each.there {
			s.Add("secret/whatsapp", map[string]string{"token": "old", "note": "keep me"})
		}
		before, _ := s.Newest("secret/whatsapp")
		_, err := keep(t, openAt(t, s, "secret", "whatsapp"))
		after, fields := s.Newest("secret/whatsapp")
		if each.reason == "" {
			if err != nil || after != before+1 || each.there && fields["note"] != "keep me" {
				t.Errorf("without %s, there %v: %v", each.denied, each.there, err)
			}
			continue
		}
		expectReason(t, err, each.reason)
		if after != before {
			t.Errorf("without %s, there %v: something was written", each.denied, each.there)
		}
	}
}

func TestStoreTellsWhatIsWrong(t *testing.T) {
	s := storetest.New(t, canary)
	_, err := keep(t, openAt(t, s, "nothere", "whatsapp"))
	expectReason(t, err, handover.StoreNoMount)
	_, err = keep(t, openAt(t, s, "old", "whatsapp"))
	expectReason(t, err, handover.StoreNotKV2)
	if len(s.Written) > 0 {
		t.Errorf("an engine of version 1 was written to: %q", s.Written)
	}
	_, err = keep(t, open(t, handover.StoreOptions{
		Address: s.URL, Mount: "secret", Path: "whatsapp", Token: graph.NewToken("hvs.expired"), Authority: s.Authority(),
	}))
	expectReason(t, err, handover.StoreForbidden)
	s.Sealed = true
	_, err = keep(t, openAt(t, s, "secret", "whatsapp"))
	expectReason(t, err, handover.StoreSealed)
}

func TestStoreIsNotTrustedBlindly(t *testing.T) {
	s := storetest.New(t, canary)
	_, err := keep(t, open(t, handover.StoreOptions{Address: s.URL, Mount: "secret", Path: "whatsapp", Token: storetest.Token}))
	expectReason(t, err, handover.StoreTLS)

	plain := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(plain.Close)
	spoken := strings.Replace(plain.URL, "http://", "https://", 1)
	_, err = keep(t, open(t, handover.StoreOptions{Address: spoken, Mount: "secret", Path: "whatsapp", Token: storetest.Token}))
	expectReason(t, err, handover.StoreTLS)

	plain.Close()
	_, err = keep(t, open(t, handover.StoreOptions{Address: plain.URL, Mount: "secret", Path: "whatsapp", Token: storetest.Token}))
	expectReason(t, err, handover.StoreUnreachable)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = openAt(t, s, "secret", "whatsapp").Look(ctx)
	expectReason(t, err, handover.StoreCanceled)
}

// TestStoreAnswers that are none of a store's, or hostile.
func TestStoreAnswers(t *testing.T) {
	for _, each := range []struct {
		status int
		body   string
		reason handover.StoreReason
	}{
		{200, "<html>a login page</html>", handover.StoreNotAStore},
		{404, "404 page not found", handover.StoreNotAStore},
		{400, "Client sent an HTTP request to an HTTPS server.", handover.StoreNotAStore},
		{200, `{}`, handover.StoreNotKV2},
		{200, `{"data":{"data":{"a":"b"}}}`, handover.StoreNotKV2},
		{503, `{"errors":["Vault is sealed"]}`, handover.StoreSealed},
		{503, `{"errors":[]}`, handover.StoreSealed},
		{501, `{"errors":["Vault is not initialized"]}`, handover.StoreNotSetUp},
		{400, `{"errors":["Vault is not initialized"]}`, handover.StoreNotSetUp},
		{472, `{"errors":["path disabled in replication DR secondary mode"]}`, handover.StoreStandby},
		{473, "", handover.StoreStandby},
		{503, "no server available", handover.StoreUnavailable},
		{502, "<html>", handover.StoreUnavailable},
		{429, `{"errors":["request path: rate limit quota exceeded"]}`, handover.StoreUnavailable},
		{412, `{"errors":["required index state not present"]}`, handover.StoreUnavailable},
		{500, `{"errors":["internal error with ` + storetest.Token.Reveal() + `"]}`, handover.StoreUnavailable},
		{405, ``, handover.StoreNotKV2},
		{400, `{"errors":["odd, ` + storetest.Token.Reveal() + `"]}`, handover.StoreOther},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(each.status)
			_, _ = w.Write([]byte(each.body))
		}))
		_, err := keep(t, open(t, handover.StoreOptions{Address: server.URL, Mount: "secret", Path: "whatsapp", Token: storetest.Token}))
		expectReason(t, err, each.reason)
		server.Close()
	}
}

// TestStoreIsNotFollowedElsewhere: the tokens go to the address that was given,
// and to no other.
func TestStoreIsNotFollowedElsewhere(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("a redirect was followed") }))
	t.Cleanup(elsewhere.Close)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.URL+r.URL.Path, http.StatusTemporaryRedirect)
	}))
	t.Cleanup(server.Close)
	_, err := keep(t, open(t, handover.StoreOptions{Address: server.URL, Mount: "secret", Path: "whatsapp", Token: storetest.Token}))
	expectReason(t, err, handover.StoreRedirected)
	var failure *handover.StoreError
	if errors.As(err, &failure) && failure.Said != elsewhere.URL {
		t.Errorf("the other address is told as %q", failure.Said)
	}
}

func TestStoreOptionsThatCannotBe(t *testing.T) {
	good := handover.StoreOptions{Address: "https://vault.example.com:8200", Mount: "secret", Path: "whatsapp", Token: storetest.Token}
	for name, each := range map[string]struct {
		reason handover.StoreReason
		change func(*handover.StoreOptions)
	}{
		"no address":          {handover.StoreAddress, func(o *handover.StoreOptions) { o.Address = "" }},
		"no scheme":           {handover.StoreAddress, func(o *handover.StoreOptions) { o.Address = "vault.example.com:8200" }},
		"another scheme":      {handover.StoreAddress, func(o *handover.StoreOptions) { o.Address = "ftp://vault.example.com" }},
		"a password in it":    {handover.StoreAddress, func(o *handover.StoreOptions) { o.Address = "https://me:secret@vault.example.com" }},
		"a query":             {handover.StoreAddress, func(o *handover.StoreOptions) { o.Address += "/?a=b" }},
		"not encrypted":       {handover.StorePlain, func(o *handover.StoreOptions) { o.Address = "http://vault.example.com:8200" }},
		"loopback look-alike": {handover.StorePlain, func(o *handover.StoreOptions) { o.Address = "http://127.0.0.1.example.com" }},
		"no mount":            {handover.StorePath, func(o *handover.StoreOptions) { o.Mount = "/" }},
		"no path":             {handover.StorePath, func(o *handover.StoreOptions) { o.Path = "" }},
		"a path upward":       {handover.StorePath, func(o *handover.StoreOptions) { o.Path = "../../sys/seal" }},
		"a mount upward":      {handover.StorePath, func(o *handover.StoreOptions) { o.Mount = "secret/.." }},
		"an empty part":       {handover.StorePath, func(o *handover.StoreOptions) { o.Path = "apps//whatsapp" }},
		"no token":            {handover.StoreForbidden, func(o *handover.StoreOptions) { o.Token = graph.Token{} }},
		"a token with a line": {handover.StoreForbidden, func(o *handover.StoreOptions) { o.Token = graph.NewToken("a\nb") }},
		"a missing authority": {handover.StoreAuthority, func(o *handover.StoreOptions) { o.Authority = "/no/such/file.pem" }},
	} {
		options := good
		each.change(&options)
		store, err := handover.OpenStore(options)
		if store != nil {
			t.Errorf("%s: opened", name)
		}
		expectReason(t, err, each.reason)
	}
	for _, address := range []string{"https://vault.example.com/", "http://127.0.0.1:8200", "http://localhost:8200", "http://[::1]:8200", "https://proxy.example.com/vault"} {
		options := good
		options.Address = address
		if _, err := handover.OpenStore(options); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}
