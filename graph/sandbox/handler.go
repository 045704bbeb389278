package sandbox

import "net/http"

// handler joins the pages and the Graph API on one address: what is not a page
// is a call to Graph.
func (s *Server) handler() http.Handler {
	routes := http.NewServeMux()
	s.routePages(routes)
	routes.HandleFunc("/", s.serveGraph)
	return s.logged(s.guard(routes))
}
