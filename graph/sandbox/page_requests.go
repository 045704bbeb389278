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
				ID: strconv.Itoa(i), Name: strings.Join(waiting.assets, ", ") + " for " + waiting.to.name,
				Detail: "Asked for by " + waiting.by.name, Chosen: waiting.by == v.viewer,
			})
		}
	}
	v.show("requests", frame{Title: meta("requests"), Site: "settings", Place: "requests", Body: list})
}

func (v *visit) approve() {
	i, err := strconv.Atoi(v.text("request"))
	if err != nil || i < 0 || i >= len(v.state.requests) || v.state.requests[i].portfolio != v.portfolio.id {
		v.gone("request")
		return
	}
	approved := v.state.requests[i]
	if approved.by == v.viewer {
		v.refuse("settings", "Somebody else with full control has to approve what you have asked for. Under "+meta("people")+" you can practise as that person.")
		return
	}
	approved.grant()
	v.state.requests = slices.Delete(v.state.requests, i, i+1)
	v.done("Approved: "+approved.to.name+" may use it now.", pathRequests)
}
