package terminal_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
)

// chaosToken is a token of the pretend Meta's. Half of them end alike, as many of
// Meta's do. Each reaches an account and a number of its own, so that it can be
// seen whose facts are shown.
type chaosToken struct{ secret, phone, account string }

// howManyTokens there are beside each other.
const howManyTokens = 8

func chaosTokens(random *rand.Rand) []chaosToken {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	ready, _ := sandbox.FindScenario("ready")
	tokens := make([]chaosToken, howManyTokens)
	for i := range tokens {
		secret := []byte(ready.Token.Reveal())
		for at := len("EAA"); at < len(secret); at++ {
			secret[at] = letters[random.IntN(len(letters))]
		}
		if i%2 == 0 {
			copy(secret[len(secret)-4:], "ZDZD")
		}
		number := fmt.Sprintf("%04d", 1000+random.IntN(800)*10+i)
		tokens[i] = chaosToken{
			string(secret), ready.PhoneID[:len(ready.PhoneID)-4] + number, ready.AccountID[:len(ready.AccountID)-4] + number,
		}
	}
	return tokens
}

// startMeta is the pretend Meta, where each token stands for the one of "ready"
// with ids of its own.
func startMeta(t *testing.T, tokens []chaosToken) (address string, meta *sandbox.Server) {
	t.Helper()
	meta, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	base, err := url.Parse(meta.GraphURL())
	if err != nil {
		t.Fatal(err)
	}
	ready, _ := sandbox.FindScenario("ready")
	there, back := map[string]*strings.Replacer{}, map[string]*strings.Replacer{}
	for _, token := range tokens {
		there[token.secret] = strings.NewReplacer(token.secret, ready.Token.Reveal(), token.phone, ready.PhoneID, token.account, ready.AccountID)
		back[token.secret] = strings.NewReplacer(ready.Token.Reveal(), token.secret, ready.PhoneID, token.phone, ready.AccountID, token.account)
	}
	transport := &http.Transport{DisableCompression: true}
	proxy := &httputil.ReverseProxy{
		Transport: transport,
		Rewrite: func(request *httputil.ProxyRequest) {
			request.SetURL(base)
			out := request.Out
			secret := strings.TrimPrefix(out.Header.Get("Authorization"), "Bearer ")
			out.Header.Del("Accept-Encoding")
			out.Header.Set("X-Asked-With", secret)
			replacer := there[secret]
			if replacer == nil {
				return
			}
			out.Header.Set("Authorization", replacer.Replace(out.Header.Get("Authorization")))
			out.URL.Path, out.URL.RawQuery = replacer.Replace(out.URL.Path), replacer.Replace(out.URL.RawQuery)
			if out.Body != nil {
				body, _ := io.ReadAll(out.Body)
				out.Body = io.NopCloser(strings.NewReader(replacer.Replace(string(body))))
			}
		},
		ModifyResponse: func(response *http.Response) error {
			replacer := back[response.Request.Header.Get("X-Asked-With")]
			if replacer == nil || response.ContentLength > 1<<20 {
				return nil
			}
			for _, values := range response.Header {
				for i := range values {
					values[i] = replacer.Replace(values[i])
				}
			}
			body, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
			if err == nil {
				response.Body = io.NopCloser(bytes.NewReader([]byte(replacer.Replace(string(body)))))
			}
			return err
		},
		ErrorHandler: func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
	}
	server := httptest.NewServer(proxy)
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
		transport.CloseIdleConnections()
		_ = meta.Close()
	})
	return server.URL, meta
}
