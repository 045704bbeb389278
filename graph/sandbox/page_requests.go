package sandbox

import (
	"slices"
	"strconv"
	"strings"
)

// request is what waits until a second person with full control agrees. Source:
// Meta's help 567938347644871, as quoted in August 2026: "another person with full
// control may need to approve", found under Requests.
type request struct {
	portfolio string
	by, to    *user
	assets    []string // names
	grants    []func()
}

// add asks for one more asset, with the ticked tasks.
func (r *request) add(state *State, wanted asset, ticked []string) {
	r.assets = append(r.assets, wanted.name)
	r.grants = append(r.grants, func() {
		if wanted.grants == nil {
			state.assignApp(r.to, state.app(wanted.id), appTaskOf(ticked))
		} else {
			state.assignAccount(r.to, wanted.grants, chosenTasks(ticked))
		}
	})
}

func (r *request) grant() {
	for _, grant := range r.grants {
		grant()
	}
}

// requests is Business settings › Requests.
func (v *visit) requests() {
	var list []entry
	for i, waiting := range v.state.requests {
		if waiting.portfolio == v.portfolio.id {
			list = append(list, entry{
				ID: strconv.Itoa(i), Name: v.say("rehearsal.request", values{"Assets": strings.Join(waiting.assets, ", "), "Name": waiting.to.name}),
				Detail: v.say("rehearsal.asked_by", values{"Name": waiting.by.name}), Chosen: waiting.by == v.viewer,
			})
		}
	}
	v.show("requests", frame{Title: v.meta("requests"), Site: "settings", Place: "requests", Body: list})
}

func (v *visit) approve() {
	i, err := strconv.Atoi(v.text("request"))
	if err != nil || i < 0 || i >= len(v.state.requests) || v.state.requests[i].portfolio != v.portfolio.id {
		v.gone()
		return
	}
	approved := v.state.requests[i]
	if approved.by == v.viewer {
		v.refuse("settings", v.say("rehearsal.not_your_own"))
		return
	}
	approved.grant()
	v.state.requests = slices.Delete(v.state.requests, i, i+1)
	v.done(v.say("rehearsal.approved", values{"Name": approved.to.name}), pathRequests)
}
