package sandbox

import (
	"strings"
	"time"
)

// debuggerTime reads the same in every language.
const debuggerTime = "2006-01-02 15:04 UTC"

// debuggerPage is the Access Token Debugger.
type debuggerPage struct {
	Asked    bool
	Answer   []entry // what is known about the token
	Scopes   []string
	Refused  string
	Accounts []entry // those its permissions reach
}

func (v *visit) debugger() {
	v.show("debugger", frame{Title: v.meta("access_token_debugger"), Site: "developers", Place: "debugger", Body: debuggerPage{}})
}

// debugToken shows what a token is. The token is read from the body of the
// request and is not shown again.
func (v *visit) debugToken() {
	page := debuggerPage{Asked: true}
	now := v.state.now()
	subject, refused := v.state.recognise(strings.TrimSpace(v.request.PostForm.Get("token")), now)
	var problem complaint
	switch {
	case v.request.PostForm.Get("token") == "":
		page.Asked, problem = false, complaint{"token", v.say("rehearsal.paste_first")}
	case refused != nil && subject == nil:
		page.Refused = strings.ReplaceAll(refused.message, v.request.PostForm.Get("token"), "…")
	case refused != nil:
		page.Refused = refused.message
	}
	if subject != nil && problem.Text == "" {
		page.Scopes = subject.scopes
		page.Answer = v.describe(subject, now)
		for _, reached := range v.state.accounts {
			if v.state.access(subject, reached) == nil {
				page.Accounts = append(page.Accounts, entry{ID: reached.id, Name: reached.name})
			}
		}
	}
	v.show("debugger", frame{Title: v.meta("access_token_debugger"), Site: "developers", Place: "debugger", Problem: problem, Body: page})
}

func (v *visit) describe(subject *accessToken, now time.Time) []entry {
	lines := []entry{{Name: v.say("rehearsal.token_type"), Detail: strings.ReplaceAll(string(subject.kind), "_", " ")}}
	if through := v.state.app(subject.app); through != nil {
		lines = append(lines, entry{Name: v.meta("app"), Detail: through.id + " : " + through.name})
	}
	if of := v.state.user(subject.user); of != nil {
		lines = append(lines, entry{Name: v.say("rehearsal.token_user"), Detail: of.id + " : " + of.name})
	}
	if subject.kind == kindApp {
		return lines
	}
	expires := v.meta("never")
	if !subject.expires.IsZero() {
		expires = subject.expires.UTC().Format(debuggerTime)
	}
	works := v.say("button.yes")
	if !subject.alive(now) {
		works = v.say("button.no")
	}
	return append(lines,
		entry{Name: v.say("rehearsal.issued"), Detail: subject.issued.UTC().Format(debuggerTime)},
		entry{Name: v.say("rehearsal.expires"), Detail: expires},
		entry{Name: v.say("rehearsal.accepted_by_meta"), Detail: works},
	)
}
