package check

import (
	"strings"

	"latchkey/graph/value"
)

// Shape says what a pasted text looks like.
type Shape string

// What people paste. Only ShapeToken is sent to Graph: Meta calls tokens
// opaque, so everything that is not plainly something else counts as one.
const (
	ShapeToken     Shape = "token"
	ShapeEmpty     Shape = "empty"
	ShapeAppToken  Shape = "app_token"  // APP_ID|APP_SECRET: carries the app's secret
	ShapeAppSecret Shape = "app_secret" // 32 hex digits: app secret or client token
	ShapePhone     Shape = "phone"
	ShapeID        Shape = "id" // a phone number ID, account id or app id
	ShapeVendor    Shape = "vendor"
	ShapeJSON      Shape = "json" // without a token inside
	ShapePage      Shape = "page" // HTML
	ShapeAddress   Shape = "address"
	ShapeCut       Shape = "cut_short"
	ShapeMasked    Shape = "masked"
	ShapeText      Shape = "text"
	ShapeShort     Shape = "too_short"
	ShapeLong      Shape = "too_long"
	ShapeSeveral   Shape = "several"
	// ShapePlaceholder stands in instructions and settings where the token belongs.
	ShapePlaceholder Shape = "placeholder"
	ShapeUUID        Shape = "uuid"         // mostly the verify token of a webhook, which people choose themselves
	ShapeVerify      Shape = "verify_token" // one that says so
)

// Shapes lists all shapes.
var Shapes = []Shape{
	ShapeToken, ShapeEmpty, ShapeAppToken, ShapeAppSecret, ShapePhone, ShapeID, ShapeVendor, ShapeJSON, ShapePage,
	ShapeAddress, ShapeCut, ShapeMasked, ShapeText, ShapeShort, ShapeLong, ShapeSeveral, ShapePlaceholder, ShapeUUID,
	ShapeVerify,
}

const (
	shortest = 16
	// longest is what still fits a request's header; go-keyring's limits on
	// Windows (2560 bytes) and macOS are the keychain's to name.
	longest = 6000
)

var (
	// A phone number has 15 digits at most (ITU-T E.164); ids at Meta have 14 to
	// 17 so far, and never begin with 0.
	idForm    = value.Pattern(`^[1-9]\d{13,19}$`)
	phoneForm = value.Pattern(`^\+?[\d\s().\-/]{6,24}$`)
	// Source: twilio.com/docs/glossary/what-is-a-sid.
	twilioForm = value.Pattern(`^(?:AC|SK)[0-9a-f]{32}$`)
	uuidForm   = value.Pattern(`^[{(]?(?:urn:uuid:)?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}[)}]?$`)
	maskForm   = value.Pattern(`[•*●·]{3,}|[xX]{8,}`)
)

// vendors are keys of other services that are seen in place of a token, by how
// they begin. Sources: each vendor's own documentation of key formats.
var vendors = []struct{ prefix, name string }{
	{"sk-", "OpenAI"},
	{"sk_live_", "Stripe"},
	{"sk_test_", "Stripe"},
	{"pk_live_", "Stripe"},
	{"rk_live_", "Stripe"},
	{"ghp_", "GitHub"},
	{"gho_", "GitHub"},
	{"github_pat_", "GitHub"},
	{"glpat-", "GitLab"},
	{"xoxb-", "Slack"},
	{"xoxp-", "Slack"},
	{"xapp-", "Slack"},
	{"AKIA", "Amazon Web Services"},
	{"ASIA", "Amazon Web Services"},
	{"AIza", "Google"},
	{"ya29.", "Google"},
	{"SG.", "SendGrid"},
	{"key-", "Mailgun"},
	{"shpat_", "Shopify"},
	{"EAAAE", "Square"},
	{"eyJ", ""}, // a JSON Web Token, of any service
	{"hf_", "Hugging Face"},
	{"dop_v1_", "DigitalOcean"},
	{"pat-na", "HubSpot"},
	{"pat-eu", "HubSpot"},
	{"IGQ", "Instagram"},
	{"IGAA", "Instagram"},
}

// placeholderForm is what documents, shells and programs write where a token
// belongs, or where there was none: <token>, ${TOKEN}, {{ token }}, $TOKEN, %TOKEN%,
// process.env.TOKEN, config('token'), YOUR_ACCESS_TOKEN, TU_TOKEN_AQUI, undefined.
var placeholderForm = value.Pattern(`^(?:[<\[][A-Za-z_ .\-]{1,60}[>\]]|=?\$?\{\{?[^{}"':]{1,60}\}\}?|=?\$\(?[A-Za-z_][\w.:]*\)?|%[A-Za-z_]\w*%|` +
	`(?:process\.env|os\.environ|ENV|import\.meta\.env)[.\[(].{1,60}|(?:settings|secrets|config|env|vars)\.[A-Za-z_][\w.]*|` +
	`@?[A-Za-z_.]{2,20}\(["']?[\w.${}\-]{1,60}["']?\)?|` +
	`(?i:(?:your|paste|insert|enter|put|replace)[-_ ](?:[a-z]+[-_ ]){0,4}(?:token|key)(?:[-_ ]here)?|` +
	`(?:[a-z]+[-_]){0,6}token(?:[-_][a-z]+){0,6}|change[-_]?me(?:[-_]\w+)*)|` +
	`undefined|null|None|nil)$`)

// verifyForm is a webhook's verify token by its name: one that people named after
// what it is, or that a webhook's address holds.
var verifyForm = value.Pattern(`(?i)^(?:hub\.verify_token=.*|(?:[a-z0-9]+[-_])*verif[a-z]*(?:[-_][a-z0-9]+)*|[a-z0-9]*verif(?:y|ication)token[a-z0-9]*[!?.]*)$`)

// squareLength tells Square's keys from Meta's tokens, which begin alike and
// are much longer.
const squareLength = 64

// shapeOf decides what a text without junk is. vendor is set for ShapeVendor,
// and empty where the key could be of several.
func shapeOf(text string) (shape Shape, vendor string) {
	switch {
	case text == "":
		return ShapeEmpty, ""
	case hasAffix(text, "…"), hasAffix(text, "..."):
		return ShapeCut, ""
	case strings.Contains(text, "…"), strings.Contains(text, "..."), maskForm().MatchString(text):
		return ShapeMasked, ""
	case strings.HasPrefix(text, "https://"), strings.HasPrefix(text, "http://"):
		return ShapeAddress, ""
	case idForm().MatchString(text):
		return ShapeID, ""
	case phoneForm().MatchString(text):
		return ShapePhone, ""
	case uuidForm().MatchString(text):
		return ShapeUUID, ""
	case twilioForm().MatchString(text):
		return ShapeVendor, "Twilio"
	case value.AppSecretForm.Whole().MatchString(text):
		return ShapeAppSecret, ""
	}
	for _, vendor := range vendors {
		if strings.HasPrefix(text, vendor.prefix) && (vendor.name != "Square" || len(text) == squareLength) {
			return ShapeVendor, vendor.name
		}
	}
	switch {
	case strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' }):
		return ShapeText, ""
	case len(text) < shortest && strings.HasPrefix(text, "EAA"):
		return ShapeCut, ""
	case len(text) < shortest:
		return ShapeShort, ""
	}
	return ShapeToken, ""
}

func hasAffix(text, affix string) bool {
	return strings.HasPrefix(text, affix) || strings.HasSuffix(text, affix)
}

func looksLikeHTML(text string) bool {
	start := strings.ToLower(text[:min(len(text), 200)])
	return strings.HasPrefix(start, "<!doctype") || strings.HasPrefix(start, "<html") ||
		strings.Contains(start, "<body") || strings.Contains(start, "<div")
}
