package sandbox

import (
	"net/http"
	"strings"
	"time"
)

// slowAnswer is what the scenario "slow" waits before each answer.
const slowAnswer = 3 * time.Second

// serveGraph answers a call to the Graph API.
func (s *Server) serveGraph(w http.ResponseWriter, r *http.Request) {
	call, err := s.readCall(w, r)
	wait(r.Context(), s.options.Latency)
	if fault := s.faults.next(); fault != "" && fault.strike(w, r, call) {
		return
	}
	var body any
	if err == nil {
		if call.isBatch() {
			body, err = s.batch(r.Context(), call)
		} else {
			body, err = call.carryOut()
		}
	}
	if call.token != nil && call.token.behaviour == slow {
		wait(r.Context(), slowAnswer)
	}
	call.answer(w, body, err)
}

// carryOut does what the call asks, alone in the state meanwhile.
func (c *call) carryOut() (any, *failure) {
	c.state.mu.Lock()
	defer c.state.mu.Unlock()
	switch c.node {
	case "oauth":
		return c.oauth()
	case "debug_token":
		return c.debugToken()
	}
	if err := c.authenticate(); err != nil {
		return nil, err
	}
	if c.edge == "access_token" && isID(c.node) {
		return c.solutionToken()
	}
	found, err := c.find()
	if err != nil {
		return nil, err
	}
	switch {
	case c.method == http.MethodGet && c.edge == "":
		want, err := c.page()
		if err != nil {
			return nil, err
		}
		return c.show(found, want.fields)
	case c.method == http.MethodGet:
		members, known := found.edges[c.edge]
		if !known {
			return nil, unpractised(errNoField(c.edge, found.kind))
		}
		want, err := c.page()
		if err != nil {
			return nil, err
		}
		return c.list(strings.Trim(c.path, "/"), members, want)
	case c.method == http.MethodPost && found.posts[c.edge] != nil:
		return found.posts[c.edge]()
	case c.method == http.MethodDelete && found.deletes[c.edge] != nil:
		return found.deletes[c.edge]()
	}
	return nil, unpractised(unsupported(strings.ToLower(c.method), c.node))
}

// authenticate looks the caller's token up.
func (c *call) authenticate() *failure {
	if c.secret == "" && c.node != "me" {
		return errTokenRequired()
	}
	token, err := c.state.recognise(c.secret, c.now)
	c.token = token
	if err != nil {
		return err
	}
	c.count()
	if err := c.proven(token); err != nil {
		return err
	}
	return token.troubled(isID(c.node))
}

func (c *call) count() {
	c.state.calls[c.token.app]++
	c.used = min(99, c.state.calls[c.token.app]*100/callsAnHour)
}

// find looks up the thing that the first part of the path names.
func (c *call) find() (*node, *failure) {
	state := c.state
	if c.node == "me" {
		return c.me()
	}
	if !isID(c.node) {
		return nil, unpractised(errUnknownPath(c.path))
	}
	if found := state.account(c.node); found != nil {
		return c.accountFor(found)
	}
	if found := state.phone(c.node); found != nil {
		return c.phoneFor(found)
	}
	if found := state.portfolio(c.node); found != nil {
		return c.portfolioFor(found)
	}
	if found := state.user(c.node); found != nil {
		return c.userFor(found)
	}
	if found := state.app(c.node); found != nil && found.id == c.token.app {
		return appNode(found), nil
	}
	return nil, unsupported(strings.ToLower(c.method), c.node)
}

func isID(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
