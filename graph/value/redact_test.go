package value

import (
	"net/url"
	"strings"
	"testing"

	"latchkey/graph/value/valuetest"
)

func TestRedactHidesAKnownToken(t *testing.T) {
	token := NewToken(valuetest.MadeUp)
	for name, text := range map[string]string{
		"whole":               "Malformed access token " + valuetest.MadeUp,
		"cut at the end":      "token " + valuetest.MadeUp[:12] + "… is bad",
		"cut at the start":    "ends in " + valuetest.MadeUp[20:],
		"from the middle":     "holds " + valuetest.MadeUp[9:21],
		"wrapped":             valuetest.MadeUp[:20] + "\n" + valuetest.MadeUp[20:],
		"in short pieces":     "Shop " + valuetest.Spaced(valuetest.MadeUp, " "),
		"with unseen letters": valuetest.Spaced(valuetest.MadeUp, "\u200b"),
		"one letter changed":  valuetest.MadeUp[:20] + "?" + valuetest.MadeUp[21:],
		"one letter encoded":  valuetest.MadeUp[:20] + "%41" + valuetest.MadeUp[21:],
		"twice":               valuetest.MadeUp + valuetest.MadeUp,
		"inside other text":   "xx" + valuetest.MadeUp + "yy",
		"in an address":       "http://h/?access_token=" + url.QueryEscape(valuetest.MadeUp) + "&a=b",
		"in JSON inside JSON": `{\"access_token\":\"` + valuetest.MadeUp + `\"}`,
	} {
		t.Run(name, func(t *testing.T) { valuetest.MustHide(t, Redact(text, token)) })
	}
}

func TestRedactHidesWhatLooksLikeASecret(t *testing.T) {
	const appSecret = "0123456789abcdef0123456789abcdef"
	for text, want := range map[string]string{
		"see EAAsomebodyelsestoken0123456789 there":          "see [token hidden] there",
		"app 123456789012345|aBcDeFgHiJkLmNoPqRsTuVwXyZ0":    "app [token hidden]",
		"app 123456789012345%7CaBcDeFgHiJkLmNoPqRsTuVwXyZ0":  "app [token hidden]",
		"secret " + appSecret:                                "secret [token hidden]",
		"?client_secret=abc&x=1":                             "?client_secret=[token hidden]&x=1",
		`{"access_token":"abc","x":1}`:                       `{"access_token":"[token hidden]","x":1}`,
		`{\"access_token\": \"abc\"}`:                        `{\"access_token\": \"[token hidden]\"}`,
		"/cb?code=AQBx1&state=s":                             "/cb?code=[token hidden]&state=s",
		"Authorization: Bearer abcdefghijklmnopqrst":         "Authorization: Bearer [token hidden]",
		"Malformed access token nothing-known":               "Malformed access token [token hidden]",
		"Invalid OAuth access token - Cannot parse":          "Invalid OAuth access token - Cannot parse",
		"code=190, (#190), id 123456789012345, +1 555 0100":  "code=190, (#190), id 123456789012345, +1 555 0100",
		"fbtrace_id AXfu0NKfYelIG2VlOmIfK3C, EAA, bearer of": "fbtrace_id AXfu0NKfYelIG2VlOmIfK3C, EAA, bearer of",
	} {
		got := Redact(text)
		if got != want {
			t.Errorf("Redact(%q)\n got %q\nwant %q", text, got, want)
		}
		if again := Redact(got); again != got {
			t.Errorf("redacting twice changes %q to %q", got, again)
		}
	}
}

func TestRedactOfOddTokens(t *testing.T) {
	appToken := NewToken("123456789012345|made_up-app-secret-of-an-app-x")
	if got := Redact("app 123456789012345 says made_up-app-secret", appToken); got != "app 123456789012345 says [token hidden]" {
		t.Errorf("the app's id is not its secret, and the secret is: %q", got)
	}
	if got := Redact("pin 1a2b3c and abc", NewToken("1a2b3c"), NewToken("abc"), Token{}); got != "pin [token hidden] and abc" {
		t.Errorf("short tokens: %q", got)
	}
	if got := Redact("", NewToken(valuetest.MadeUp)); got != "" {
		t.Errorf("nothing became %q", got)
	}
	if got := Redact(strings.Repeat("a", 100), NewToken("aaaaaaaaaa")); got != Hidden {
		t.Errorf("a token of one letter: %q", got)
	}
}

// A known secret never survives, nor a piece of it that could be put to use.
func FuzzRedact(f *testing.F) {
	f.Add("before", valuetest.MadeUp, "after", 0, 100)
	f.Add("Malformed access token ", "opaque-token", " ", 2, 10)
	f.Add("?access_token=", "123456789012345|madeUpSecretOfAnApp-_xyz", "&x", 3, 30)
	f.Add("", "aaaaaaaaaaaa", "aaaa", 1, 9)
	f.Fuzz(func(t *testing.T, before, secret, after string, from, to int) {
		const shortest = 8
		_, behind, isApp := strings.Cut(secret, "|")
		if !isApp {
			behind = secret
		}
		// A mark takes the place of hidden text, so that its own letters count for
		// nothing and what stands beside it does not join.
		const mark = "\x00"
		if len(behind) < shortest || strings.Contains(behind, mark) {
			return
		}
		from = max(0, min(from, len(behind)))
		to = max(from, min(to, len(behind)))
		got := strings.ReplaceAll(Redact(before+behind[from:to]+after, NewToken(secret)), Hidden, mark)
		for i := range len(behind) - shortest + 1 {
			if strings.Contains(got, behind[i:i+shortest]) {
				t.Errorf("%q survives in %q", behind[i:i+shortest], got)
			}
		}
	})
}
