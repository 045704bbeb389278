package sandbox

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"latchkey/graph"
)

// dataAccess is how long a person's data may be read after they last agreed
// (developers.facebook.com: facebook-login/auth-vs-data).
const dataAccess = 90 * 24 * time.Hour

// recognise finds the token a secret stands for. A token that is known but no
// longer accepted comes with the reason.
func (state *State) recognise(secret string, now time.Time) (*accessToken, *failure) {
	if secret == "" {
		return nil, errNoToken()
	}
	if token := state.token(graph.NewToken(secret)); token != nil {
		return token, token.refusal(now)
	}
	if id, appSecret, found := strings.Cut(secret, "|"); found {
		if owner := state.app(id); owner != nil && owner.secret == appSecret {
			return &accessToken{kind: kindApp, app: id, secret: graph.NewToken(secret)}, nil
		}
		return nil, tokenFailure(0, "Invalid OAuth access token signature.")
	}
	return nil, tokenFailure(0, unreadable(secret))
}

// unreadable is what Graph says of a token it cannot read. One of the texts
// repeats the token itself, as live Graph does.
func unreadable(secret string) string {
	switch {
	case strings.HasPrefix(secret, tokenPrefix) && len(secret) == tokenLength:
		return "The access token could not be decrypted" // one character is wrong
	case strings.HasPrefix(secret, "EAA"):
		return "Malformed access token " + secret
	default:
		return "Invalid OAuth access token - Cannot parse access token"
	}
}

// debugToken answers GET /debug_token. A token that inspects itself is answered
// with 200 even when it has expired or cannot be read: seen on live Graph,
// though Meta's text asks for an app's token.
func (c *call) debugToken() (any, *failure) {
	if c.method != http.MethodGet {
		return nil, unsupported(strings.ToLower(c.method), c.node)
	}
	input := c.params.text("input_token")
	if input == "" {
		return nil, errRequired("input_token")
	}
	caller, callerRefused := c.state.recognise(c.secret, c.now)
	c.token = caller
	if caller != nil {
		c.count()
		if trouble := caller.troubled(false); trouble != nil {
			return nil, trouble
		}
		if unproven := c.proven(caller); unproven != nil && callerRefused == nil {
			return nil, unproven
		}
		if caller.behaviour == selfInspectionRefused {
			return nil, badRequest(100, "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app")
		}
	}
	if callerRefused != nil && c.secret != input {
		return nil, callerRefused
	}
	subject, refused := c.state.recognise(input, c.now)
	if subject != nil && caller != nil && subject.app != caller.app {
		return nil, badRequest(100, "(#100) The App_id in the input_token did not match the Viewing App")
	}
	return map[string]any{"data": c.inspect(subject, refused)}, nil
}

func (c *call) inspect(subject *accessToken, refused *failure) map[string]any {
	data := map[string]any{"is_valid": refused == nil, "scopes": []string{}}
	if refused != nil {
		told := map[string]any{"code": refused.code, "message": refused.message}
		if refused.subcode != 0 {
			told["subcode"] = refused.subcode // not error_subcode, here alone
		}
		data["error"] = told
	}
	if subject == nil {
		return data
	}
	data["app_id"] = subject.app
	data["type"] = string(subject.kind)
	if owner := c.state.app(subject.app); owner != nil {
		data["application"] = owner.name
	}
	if subject.kind == kindApp {
		return data
	}
	data["issued_at"] = subject.issued.Unix()
	data["expires_at"] = unixOrZero(subject.expires)
	data["data_access_expires_at"] = 0
	if subject.kind != kindSystemUser {
		data["data_access_expires_at"] = subject.issued.Add(dataAccess).Unix()
	}
	data["user_id"] = subject.user
	if subject.kind == kindPage {
		data["profile_id"] = c.state.pageID(subject)
	}
	data["scopes"] = subject.scopes
	data["granular_scopes"] = subject.granularScopes()
	return data
}

func (t *accessToken) granularScopes() []any {
	granular := []any{}
	for _, scope := range t.scopes {
		if !strings.HasPrefix(scope, "whatsapp_") && scope != scopeBusiness {
			continue
		}
		entry := map[string]any{"scope": scope}
		if ids, limited := t.targets[scope]; limited {
			entry["target_ids"] = t.wireIDs(ids)
		}
		granular = append(granular, entry)
	}
	return granular
}

func (t *accessToken) wireIDs(ids []string) any {
	if !t.numericTargets {
		return ids
	}
	numbers := make([]json.Number, len(ids))
	for i, id := range ids {
		numbers[i] = json.Number(id)
	}
	return numbers
}

func unixOrZero(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}
