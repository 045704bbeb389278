package sandbox

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"strconv"
	"time"
)

// Options says how the server is to behave. The zero value is a good one.
type Options struct {
	// Port to listen on; 0 takes any that is free.
	Port int
	// Latency is waited before each answer of the Graph API.
	Latency time.Duration
	// Now is the server's clock; nil means time.Now.
	Now func() time.Time
	// Log is told of each request, without its secrets, by several requests at a
	// time; nil means nobody is.
	Log func(RequestLine)
	// Words are what the pages say; nil means the ids of what there is to say.
	Words Words
	// Fault is what goes wrong with each answer of the Graph API, until
	// SetFault says otherwise.
	Fault Fault
}

// Server is a running pretend Meta.
type Server struct {
	options   Options
	state     *State
	faults    faultOrders
	address   string
	templates map[string]*template.Template // of the pages that were asked for
	web       *http.Server
	stopped   chan struct{}
}

// Start prepares every scenario and begins to listen on 127.0.0.1.
func Start(options Options) (*Server, error) {
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Words == nil {
		options.Words = wordless{}
	}
	if options.Log == nil {
		options.Log = func(RequestLine) {}
	}
	listener, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(options.Port)))
	if err != nil {
		return nil, fmt.Errorf("listening on this computer: %w", err)
	}
	server := &Server{
		options:   options,
		state:     newState(options.Now),
		address:   listener.Addr().String(),
		templates: map[string]*template.Template{},
	}
	server.SetFault(options.Fault, 0)
	server.web, server.stopped = generous.serve(listener, server.handler(), options.Latency)
	return server, nil
}

// GraphURL is what stands in place of https://graph.facebook.com, without a
// slash at the end; "/v25.0/me" and the like are appended to it.
func (s *Server) GraphURL() string { return "http://" + s.address }

// PagesURL is what stands in place of https://business.facebook.com and of
// https://developers.facebook.com, whose paths do not collide. It has no slash
// at the end.
func (s *Server) PagesURL() string { return "http://" + s.address }

// State is the state behind the API and the pages.
func (s *Server) State() *State { return s.state }

// Close stops the server and waits until it no longer listens. Calls still
// waiting for an answer are cut off.
func (s *Server) Close() error {
	err := s.web.Close()
	<-s.stopped
	if err != nil && !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("stopping the practice server: %w", err)
	}
	return nil
}

// wait pauses for the given time, or until the caller has gone.
func wait(ctx context.Context, pause time.Duration) {
	if pause <= 0 {
		return
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
