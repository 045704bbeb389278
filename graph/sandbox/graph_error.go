package sandbox

import (
	"fmt"
	"net/http"
	"time"
)

// failure is an error as Graph tells it. Codes and texts are those of
// developers.facebook.com (graph-api/guides/error-handling and
// whatsapp/support/error-codes) or were seen on live Graph; so were the HTTP
// statuses, which often differ from the specification.
type failure struct {
	status    int
	message   string
	kind      string // "type" on the wire; OAuthException when empty
	code      int
	subcode   int
	transient bool
	title     string // error_user_title
	advice    string // error_user_msg
	data      any    // error_data: an object, sometimes text
	// unpractised: Meta may well do what was asked; the rehearsal does not. Told
	// in a header.
	unpractised bool
	// regainMinutes until calls are answered again, told in a header.
	regainMinutes int
}

// body is the envelope around every error.
func (f *failure) body(trace string) map[string]any {
	inner := map[string]any{
		"message":    f.message,
		"type":       f.kind,
		"code":       f.code,
		"fbtrace_id": trace,
	}
	if f.kind == "" {
		inner["type"] = "OAuthException"
	}
	if f.subcode != 0 {
		inner["error_subcode"] = f.subcode
	}
	if f.transient {
		inner["is_transient"] = true
	}
	if f.title != "" {
		inner["error_user_title"] = f.title
		inner["error_user_msg"] = f.advice
	}
	if f.data != nil {
		inner["error_data"] = f.data
	}
	return map[string]any{"error": inner}
}

func unpractised(refusal *failure) *failure {
	refusal.unpractised = true
	return refusal
}

func badRequest(code int, format string, args ...any) *failure {
	return &failure{status: http.StatusBadRequest, code: code, message: fmt.Sprintf(format, args...)}
}

// notVisible is three facts in one: missing, hidden from this token, or unable
// to do this. Graph never says which.
func notVisible(id string) *failure { return unsupported("get", id) }

func unsupported(method, id string) *failure {
	return &failure{
		status: http.StatusBadRequest, kind: "GraphMethodException", code: 100, subcode: 33,
		message: fmt.Sprintf("Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to "+
			"missing permissions, or does not support this operation. Please read the Graph API documentation at "+
			"https://developers.facebook.com/docs/graph-api", method, id),
	}
}

func errNoField(name, kind string) *failure {
	return badRequest(100, "(#100) Tried accessing nonexisting field (%s) on node type (%s)", name, kind)
}

func errRequired(parameter string) *failure {
	return badRequest(100, "(#100) The parameter %s is required", parameter)
}

func errUnknownPath(path string) *failure {
	return badRequest(2500, "Unknown path components: %s", path)
}

func errNoToken() *failure {
	return badRequest(2500, "An active access token must be used to query information about the current user.")
}

func errTokenRequired() *failure {
	return badRequest(104, "An access token is required to request this resource.")
}

func errMissingPermission() *failure {
	return &failure{status: http.StatusForbidden, code: 100, message: "(#100) Missing Permission"}
}

func errNotGranted() *failure {
	return &failure{
		status: http.StatusForbidden, code: 10,
		message: "(#10) Application does not have permission for this action",
		title:   "Permission Denied",
		advice:  "The app is not allowed to do this for the WhatsApp Business Account.",
	}
}

func errNoCapability() *failure {
	return &failure{
		status: http.StatusBadRequest, code: 3,
		message: "(#3) Application does not have the capability to make this API call.",
	}
}

func errNeedsScope(scopes string) *failure {
	return &failure{
		status: http.StatusForbidden, code: 200, subcode: 1349176,
		message: "(#200) Requires " + scopes + " permission",
	}
}

func errMayNotSend() *failure {
	return &failure{
		status: http.StatusForbidden, code: 200,
		message: "(#200) You do not have the necessary permissions to send messages on behalf of this WhatsApp Business Account",
	}
}

// tokenFailure is error 190, with which Graph refuses a token.
func tokenFailure(subcode int, message string) *failure {
	return &failure{status: http.StatusUnauthorized, code: 190, subcode: subcode, message: message}
}

// endedBecause gives Graph's text for a token ended before its time.
func endedBecause(subcode int, app string) string {
	const validating = "Error validating access token: "
	switch subcode {
	case 458:
		return validating + "The user has not authorized application " + app + "."
	case 460:
		return validating + "The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons."
	case 466:
		return validating + "The session was invalidated explicitly using an API call."
	case 490:
		return validating + "The user is enrolled in a blocking, logged-in checkpoint"
	default:
		return validating + "The session is invalid because the user logged out."
	}
}

// expiredSince is Graph's text for an expired token. It names both dates in
// Californian time, as live Graph does.
func expiredSince(expired, now time.Time) string {
	const layout = "Monday, 02-Jan-06 15:04:05 MST"
	california := time.FixedZone("PST", -8*60*60)
	return fmt.Sprintf("Error validating access token: Session has expired on %s. The current time is %s.",
		expired.In(california).Format(layout), now.In(california).Format(layout))
}

// refusal says why a token that Graph knows is not accepted, or nil.
func (t *accessToken) refusal(now time.Time) *failure {
	switch {
	case t.ended != 0:
		refused := tokenFailure(t.ended, endedBecause(t.ended, t.app))
		if t.ended == 490 {
			refused.data = map[string]any{"checkpoint_flow_id": "1501092823525282", "checkpoint_content_id": "0"}
		}
		return refused
	case t.expired(now):
		return tokenFailure(463, expiredSince(t.expires, now))
	}
	return nil
}

// troubled says what a call with this token runs into whatever it asks for.
// onAccount tells calls about WhatsApp accounts and numbers from the others:
// each kind has a limit of its own.
func (t *accessToken) troubled(onAccount bool) *failure {
	switch {
	case t.behaviour == outage:
		return errOutage()
	case t.behaviour == addressNotAllowed:
		return badRequest(5, "(#5) Unauthorized source IP address")
	case t.behaviour == rateLimited && onAccount:
		return &failure{
			status: http.StatusBadRequest, code: 80008, subcode: 2494008, transient: true, regainMinutes: 12,
			message: "(#80008) There have been too many calls to this WhatsApp Business account. Wait a bit and try again. " +
				"For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.",
		}
	case t.behaviour == rateLimited:
		limited := errTooManyCalls()
		limited.regainMinutes = 12
		return limited
	}
	return nil
}

func errTooManyCalls() *failure {
	return &failure{
		status: http.StatusForbidden, code: 4, subcode: 2446079, transient: true,
		message: "(#4) Application request limit reached",
	}
}

func errOutage() *failure {
	return &failure{
		status: http.StatusInternalServerError, code: 2, transient: true,
		message: "An unexpected error has occurred. Please retry your request later.",
	}
}
