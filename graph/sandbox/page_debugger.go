package sandbox

import (
	"strings"
	"time"
)

// debuggerPage is the Access Token Debugger.
type debuggerPage struct {
	Asked    bool
	Answer   []entry // what is known about the token
	Scopes   []string
	Refused  string
	Accounts []entry // those its permissions reach
}

func (v *visit) debugger() {
	v.show("debugger", frame{Title: meta("access_token_debugger"), Site: "developers", Place: "debugger", Body: debuggerPage{}})
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
		page.Asked, problem = false, complaint{"token", "Paste a token first."}
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
	v.show("debugger", frame{Title: meta("access_token_debugger"), Site: "developers", Place: "debugger", Problem: problem, Body: page})
}

func (v *visit) describe(subject *accessToken, now time.Time) []entry {
	lines := []entry{{Name: "Type", Detail: strings.ReplaceAll(string(subject.kind), "_", " ")}}
	if through := v.state.app(subject.app); through != nil {
		lines = append(lines, entry{Name: "App", Detail: through.id + " : " + through.name})
	}
	if of := v.state.user(subject.user); of != nil {
		lines = append(lines, entry{Name: "User", Detail: of.id + " : " + of.name})
	}
	if subject.kind == kindApp {
		return lines
	}
	expires := meta("never")
	if !subject.expires.IsZero() {
		expires = subject.expires.UTC().Format("2 January 2006, 15:04 UTC")
	}
	works := "Yes"
	if !subject.alive(now) {
		works = "No"
	}
	return append(lines,
		entry{Name: "Issued", Detail: subject.issued.UTC().Format("2 January 2006, 15:04 UTC")},
		entry{Name: "Expires", Detail: expires},
		entry{Name: "Accepted", Detail: works},
	)
}
