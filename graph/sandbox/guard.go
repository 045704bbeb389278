package sandbox

import (
	"net"
	"net/http"
)

// guard keeps other web pages out. A page on the internet can make a browser
// send requests to 127.0.0.1; what it cannot do is choose the Host header (a
// name of its own that points here gives itself away) or hide its Origin. An
// image or a frame of its comes without one, but Fetch Metadata tells on it
// (w3.org/TR/fetch-metadata): what another site may do is lead a person here.
func (s *Server) guard(next http.Handler) http.Handler {
	_, port, _ := net.SplitHostPort(s.address)
	own := map[string]bool{
		net.JoinHostPort("127.0.0.1", port): true,
		net.JoinHostPort("localhost", port): true,
	}
	sameOrigin := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !own[r.Host] {
			http.Error(w, "This address belongs to Latchkey's practice server on 127.0.0.1.", http.StatusMisdirectedRequest)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
			http.Error(w, "Another web page may not use the practice server.", http.StatusForbidden)
			return
		}
		if err := sameOrigin.Check(r); err != nil || fromOtherSite(r) {
			http.Error(w, "Another web page may not use the practice server.", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// fromOtherSite reports whether a browser asks for another site's page, and not
// because somebody follows a link. Programs send none of these headers.
func fromOtherSite(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	}
	return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}
