package sandbox

import (
	"net/http"
	"slices"
	"strings"
)

// handler joins the pages and the Graph API on one address: what is not a page
// is a call to Graph.
func (s *Server) handler() http.Handler {
	routes := http.NewServeMux()
	s.routePages(routes)
	unknown := s.page((*visit).notPractised)
	routes.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if byPerson(r) {
			unknown.ServeHTTP(w, r)
			return
		}
		s.serveGraph(w, r)
	})
	return s.logged(s.guard(routes))
}

// byPerson reports whether somebody opened an address in a browser that is no
// call to Graph: it names no version, no token, and nothing Graph is known for.
func byPerson(r *http.Request) bool {
	first, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	_, rest := splitVersion(r.URL.Path)
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) &&
		strings.Contains(r.Header.Get("Accept"), "text/html") &&
		rest == r.URL.Path && !slices.Contains([]string{"me", "oauth", "debug_token"}, first) &&
		r.Header.Get("Authorization") == "" && !r.URL.Query().Has("access_token")
}
