package partner

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"latchkey/graph"
	"latchkey/graph/value"
)

// Fault is what a typed or pasted text is in place of what was asked for.
type Fault string

// The faults there are.
const (
	NoFault     Fault = ""
	IsEmpty     Fault = "empty"
	IsToken     Fault = "token"     // an access token
	IsAppToken  Fault = "app_token" // app id and secret, joined by a bar
	IsAppSecret Fault = "app_secret"
	IsNumber    Fault = "number"  // an id, or a phone number
	IsCode      Fault = "code"    // a code of Embedded Signup
	IsRefusal   Fault = "refusal" // an address that says that the customer did not agree
	IsNotAnID   Fault = "not_an_id"
	IsTooLong   Fault = "too_long"
	IsNoSecret  Fault = "no_secret" // not of the form of an app's secret
)

// AllFaults lists what may stand in the place of what was asked for.
func AllFaults() []Fault {
	return []Fault{
		IsEmpty, IsToken, IsAppToken, IsAppSecret, IsNumber, IsCode, IsRefusal, IsNotAnID, IsTooLong,
		IsNoSecret,
	}
}

// Code is a code of Embedded Signup, good for half a minute and one exchange.
// It hides itself as a token does.
type Code struct{ graph.Token }

// longestID is well beyond the ids seen so far, which have up to 17 digits.
const longestID = 24

// longestCode is far beyond any code seen, in bytes.
const longestCode = 4096

var (
	numberForm = regexp.MustCompile(`^\+?\d[\d().-]*$`)
	codeForm   = regexp.MustCompile(`^AQ[0-9A-Za-z_-]{20,}$`)
	codeInText = regexp.MustCompile(`(?:^|[?&#])code=([^&#]*)`)
)

// ReadCode finds the code in what was pasted: the code alone, the address that
// Meta sent the browser to, or the JSON of the signup. What is plainly something
// else is named, and not sent to anybody.
func ReadCode(text string) (Code, Fault) {
	if len(text) > longestCode {
		return Code{}, IsTooLong
	}
	text = withoutJunk(text)
	switch found := codeInText.FindStringSubmatch(text); {
	case strings.Contains(text, "error="), strings.Contains(text, "error_reason="):
		return Code{}, IsRefusal
	case found != nil:
		if plain, err := url.QueryUnescape(found[1]); err == nil {
			text = plain
		}
	case strings.HasPrefix(text, "{"):
		text = codeInJSON(text)
	}
	// Facebook adds this to the addresses it sends a browser to.
	text = strings.TrimSuffix(text, "#_=_")
	if fault := nameOf(text); fault != NoFault && fault != IsCode {
		return Code{}, fault
	}
	return Code{graph.NewToken(text)}, NoFault
}

// codeInJSON reads {"code":…}, also one level down; "" where there is none.
func codeInJSON(text string) string {
	var document map[string]any
	if json.Unmarshal([]byte(text), &document) != nil {
		return ""
	}
	if code, found := document["code"].(string); found {
		return code
	}
	for _, inner := range document {
		if object, isObject := inner.(map[string]any); isObject {
			if code, found := object["code"].(string); found {
				return code
			}
		}
	}
	return ""
}

// ReadAppSecret reads an app's secret as it was typed: 32 hexadecimal digits. Of an
// app token, which ends with the secret, it takes that end. What is something else
// is named, and sent to nobody.
func ReadAppSecret(text string) (graph.Token, Fault) {
	text = withoutJunk(text)
	if value.AppTokenForm.Whole().MatchString(text) {
		text = value.AppSecretIn(text)
	}
	// A secret of digits alone is not likely, and possible.
	if value.AppSecretForm.Whole().MatchString(text) {
		return graph.NewToken(text), NoFault
	}
	if fault := nameOf(text); fault != NoFault {
		return graph.Token{}, fault
	}
	return graph.Token{}, IsNoSecret
}

// ReadID reads the id of an app, a solution or a business portfolio: digits
// only, with the spaces that people put between them taken out.
func ReadID(text string) (graph.ID, Fault) {
	text = withoutJunk(text)
	switch {
	case text == "":
		return "", IsEmpty
	case !graph.ID(text).Digits(), len(text) > longestID:
		return "", IsNotAnID
	}
	return graph.ID(text), NoFault
}

// nameOf says what a text is by its form, NoFault where that does not tell.
func nameOf(text string) Fault {
	switch {
	case text == "":
		return IsEmpty
	case value.TokenForm.Whole().MatchString(text):
		return IsToken
	case value.AppTokenForm.Whole().MatchString(text):
		return IsAppToken
	case value.AppSecretForm.Whole().MatchString(text) && strings.Trim(text, "0123456789") != "":
		return IsAppSecret
	case numberForm.MatchString(text):
		return IsNumber
	case codeForm.MatchString(text):
		return IsCode
	}
	return NoFault
}

// withoutJunk takes out what no secret, code or id holds: spaces, line breaks,
// invisible characters, and quotes around it.
func withoutJunk(text string) string {
	return strings.Trim(strings.Join(strings.Fields(value.WithoutInvisible(text)), ""), value.Quotes)
}
