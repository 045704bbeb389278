package value

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is taken for a secret when it is pasted is hidden when it is shown.
func TestWhatIsRecognisedIsHidden(t *testing.T) {
	for name, one := range map[string]struct {
		form    Form
		pattern string
	}{
		"token": {TokenForm, tokenPattern}, "app token": {AppTokenForm, appTokenPattern}, "app secret": {AppSecretForm, secretPattern},
	} {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			secret := rapid.StringMatching(one.pattern).Draw(t, "secret")
			if !one.form.Whole().MatchString(secret) || !one.form.Within().MatchString("it is "+secret+".") {
				t.Fatalf("%s is not recognised", secret)
			}
			if shown := Redact("it is " + secret + "."); strings.Contains(shown, secret) {
				t.Fatalf("it is shown: %s", shown)
			}
		}))
	}
}

func TestTheSecretInAnAppToken(t *testing.T) {
	const secret = "0123456789abcdef0123456789abcdef"
	for _, token := range []string{"123456789012345|" + secret, "123456789012345%7c" + secret} {
		if got := AppSecretIn(token); got != secret {
			t.Errorf("in %s there is %q", token, got)
		}
	}
}
