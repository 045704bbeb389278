package graph

import (
	"net/url"
	"strings"
	"testing"
)

func TestRedactHidesAKnownToken(t *testing.T) {
	token := NewToken(madeUpToken)
	for name, text := range map[string]string{
		"whole":               "Malformed access token " + madeUpToken,
		"cut at the end":      "token " + madeUpToken[:12] + "… is bad",
		"cut at the start":    "ends in " + madeUpToken[20:],
		"from the middle":     "holds " + madeUpToken[9:21],
		"wrapped":             madeUpToken[:20] + "\n" + madeUpToken[20:],
		"in short pieces":     "Shop " + spaced(madeUpToken, " "),
		"with unseen letters": spaced(madeUpToken, "\u200b"),
		"one letter changed":  madeUpToken[:20] + "?" + madeUpToken[21:],
		"one letter encoded":  madeUpToken[:20] + "%41" + madeUpToken[21:],
		"twice":               madeUpToken + madeUpToken,
		"inside other text":   "xx" + madeUpToken + "yy",
		"in an address":       "http://h/?access_token=" + url.QueryEscape(madeUpToken) + "&a=b",
		"in JSON inside JSON": `{\"access_token\":\"` + madeUpToken + `\"}`,
	} {
		t.Run(name, func(t *testing.T) { mustHide(t, Redact(text, token)) })
	}
}

// spaced puts something between every few letters.
func spaced(text, gap string) string {
	var spaced strings.Builder
	for i, letter := range text {
		if i%5 == 4 {
			spaced.WriteString(gap)
		}
		spaced.WriteRune(letter)
	}
	return spaced.String()
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
	if got := Redact("", NewToken(madeUpToken)); got != "" {
		t.Errorf("nothing became %q", got)
	}
	if got := Redact(strings.Repeat("a", 100), NewToken("aaaaaaaaaa")); got != hiddenToken {
		t.Errorf("a token of one letter: %q", got)
	}
}
