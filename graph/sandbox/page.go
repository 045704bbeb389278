package sandbox

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"
)

//go:embed pages
var pageFiles embed.FS

// template is a page, laid out, by the name of its file. It is parsed when it is first asked
// for, and only it: all of them take more memory than everything that the window shows. The
// state is locked.
func (s *Server) template(name string) *template.Template {
	if s.templates[name] == nil {
		s.templates[name] = template.Must(template.New("layout.html").
			Funcs(pageFunctions(s.options.Words)).
			ParseFS(pageFiles, "pages/layout.html", "pages/assign_assets.html", "pages/generate_token.html", "pages/"+name+".html"))
	}
	return s.templates[name]
}

// link makes an address from a path and pairs of name and value. Pairs without
// a value are left out.
func link(path string, pairs ...string) string {
	query := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			query.Set(pairs[i], pairs[i+1])
		}
	}
	if len(query) == 0 {
		return path
	}
	return path + "?" + query.Encode()
}

// copyField is a value to be copied, with the name it goes by.
type copyField struct{ ID, Label, Value string }

func copyable(id, label, value string) copyField { return copyField{id, label, value} }

// visit is one request for a page.
type visit struct {
	server    *Server
	state     *State
	request   *http.Request
	form      url.Values
	portfolio *portfolio // the one the page is about
	viewer    *user      // who is at the page

	status   int
	body     bytes.Buffer
	location string
}

// frame is what the layout shows around every page.
type frame struct {
	Language  string
	Title     string
	Site      string // "settings" or "developers"
	Place     string // the entry of the menu that is lit
	Portfolio entry
	Others    []entry // portfolios to change to
	Viewer    string
	Manager   bool // the viewer has full control
	Overlay   bool // something lies on top of the page
	Wide      bool // and has columns
	Split     bool // there are Messaging accounts beside WhatsApp accounts
	Problem   complaint
	Notice    string
	Body      any
	form      url.Values // as it was sent
}

// entry is a thing to choose in a list.
type entry struct {
	ID, Name, Detail string
	Chosen           bool
}

// page wraps what a page does: alone in the state, with the portfolio found.
func (s *Server) page(do func(*visit)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, largestBody)
		if err := r.ParseForm(); err != nil {
			http.Error(w, s.options.Words.Say("rehearsal.form_not_read"), http.StatusBadRequest)
			return
		}
		visit := &visit{server: s, state: s.state, request: r, form: r.Form, status: http.StatusOK}
		visit.carryOut(do)
		protect(w.Header())
		if visit.location != "" {
			http.Redirect(w, r, visit.location, http.StatusSeeOther)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(visit.status)
		_, _ = visit.body.WriteTo(w)
	})
}

// protect keeps a page out of frames, caches and other sites' logs, and lets it
// load nothing but its own style and script.
func protect(header http.Header) {
	header.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "+
		"img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	header.Set("Cache-Control", "no-store")
	header.Set("Referrer-Policy", "same-origin")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("X-Frame-Options", "DENY")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
}

func (v *visit) carryOut(do func(*visit)) {
	v.state.mu.Lock()
	defer v.state.mu.Unlock()
	wanted := v.form.Get("business_id")
	if wanted == "" {
		wanted = v.state.lastUsed
	}
	found := v.state.portfolio(wanted)
	switch {
	case found == nil:
		v.turnTo(v.state.portfolio(v.state.lastUsed))
		v.missing("settings", v.say("rehearsal.portfolio_not_here"), v.say("rehearsal.portfolio_not_here_detail", values{"ID": wanted}))
	case found.customer:
		v.turnTo(v.state.scenarios[found.scenario].portfolio)
		v.refuse("settings", v.say("rehearsal.customers_own", values{"Name": found.name}))
	default:
		v.turnTo(found)
		do(v)
	}
}

// turnTo makes the page one of the portfolio, which is then the one used last.
func (v *visit) turnTo(chosen *portfolio) {
	v.portfolio = chosen
	v.viewer = v.state.viewers[chosen.scenario]
	v.state.lastUsed = chosen.id
}

// show writes a page into the layout.
func (v *visit) show(name string, shown frame) {
	shown.Portfolio = entry{ID: v.portfolio.id, Name: v.portfolio.name}
	shown.Viewer, shown.Manager, shown.Split = v.viewer.name, v.manages(), v.portfolio.split
	for _, other := range v.state.portfolios {
		if other.scenario == v.portfolio.scenario && other != v.portfolio && !other.customer {
			shown.Others = append(shown.Others, entry{ID: other.id, Name: other.name})
		}
	}
	shown.form, shown.Language = v.form, v.server.options.Words.Language()
	shown.Notice = v.state.notices[v.portfolio.id]
	delete(v.state.notices, v.portfolio.id)
	if shown.Problem.Text != "" {
		v.status = http.StatusUnprocessableEntity
	}
	if err := v.server.template(name).Execute(&v.body, shown); err != nil {
		v.body.Reset()
		v.status = http.StatusInternalServerError
		fmt.Fprintf(&v.body, "This practice page could not be drawn: %v", template.HTMLEscapeString(err.Error()))
	}
}

// message shows a page that only says something.
func (v *visit) message(site, title, text string) {
	v.show("message", frame{Title: title, Site: site, Body: text})
}

// leave sends the browser to another page after something was done.
func (v *visit) leave(path string, pairs ...string) {
	v.location = link(path, append([]string{"business_id", v.portfolio.id}, pairs...)...)
}

// done sends the browser to another page, which says once what was done: loaded
// anew, it no longer does.
func (v *visit) done(notice, path string, pairs ...string) {
	v.state.notices[v.portfolio.id] = notice
	v.leave(path, pairs...)
}

// text gives a value of the form, without spaces around it.
func (v *visit) text(name string) string { return strings.TrimSpace(v.form.Get(name)) }

// userHere gives the user of that id, when it belongs to the portfolio.
func (v *visit) userHere(id string) *user {
	if found := v.state.user(id); found != nil && found.portfolio == v.portfolio.id {
		return found
	}
	return nil
}

// accountHere gives the account of that id, when it belongs to the portfolio.
func (v *visit) accountHere(id string) *account {
	if found := v.state.account(id); found != nil && found.portfolio == v.portfolio.id {
		return found
	}
	return nil
}

// appHere gives the app of that id, when it belongs to the portfolio.
func (v *visit) appHere(id string) *app {
	if found := v.state.app(id); found != nil && found.portfolio == v.portfolio.id {
		return found
	}
	return nil
}
