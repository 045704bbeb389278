package sandbox

import (
	"net"
	"net/http"
	"time"
	"unicode/utf8"

	"golang.org/x/net/netutil"
)

// limits keep whoever reaches the server from holding it for ever or filling
// the memory.
type limits struct {
	header, request time.Duration // to send a request's header, and all of it
	answer          time.Duration // beside what an answer is to wait
	idle            time.Duration // between two requests
	connections     int           // at a time; more of them wait
}

// generous are more than Latchkey and a person at the pages need.
var generous = limits{header: 10 * time.Second, request: 20 * time.Second, answer: time.Minute, idle: time.Minute, connections: 256}

// Of a request: its header, its body, and a name that is kept (Meta's own limit).
const (
	largestHeader = 64 << 10
	largestBody   = 1 << 20
	longestName   = 100 // characters
)

func tooLong(name string) bool { return utf8.RuneCountInString(name) > longestName }

// serve answers until the server that it returns is closed; then stopped is
// closed too. An answer waits for latency.
func (l limits) serve(listener net.Listener, handler http.Handler, latency time.Duration) (web *http.Server, stopped chan struct{}) {
	web, stopped = &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: l.header,
		ReadTimeout:       l.request,
		WriteTimeout:      l.answer + latency,
		IdleTimeout:       l.idle,
		MaxHeaderBytes:    largestHeader,
	}, make(chan struct{})
	go func() {
		defer close(stopped)
		_ = web.Serve(netutil.LimitListener(listener, l.connections))
	}()
	return web, stopped
}
