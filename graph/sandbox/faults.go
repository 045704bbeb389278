package sandbox

import (
	"bytes"
	"io"
	"net/http"
	"sync"
)

// Fault is something that goes wrong with an answer, whatever was asked.
type Fault string

// The faults that can be ordered.
const (
	FaultServerError Fault = "server-error" // HTTP 500 with an HTML page
	FaultUnavailable Fault = "unavailable"  // HTTP 503 with an HTML page
	FaultTooMany     Fault = "too-many"     // HTTP 429, Retry-After: 7
	FaultCut         Fault = "cut"          // the connection breaks in the middle of the answer
	FaultEmpty       Fault = "empty"        // HTTP 200 and nothing else
	FaultWebPage     Fault = "web-page"     // HTTP 200 with HTML, as a hotel's network answers
	FaultRedirect    Fault = "redirect"     // to another host, with the token in the address
	FaultOversize    Fault = "oversize"     // an answer of 64 MB
	FaultGarbage     Fault = "garbage"      // HTTP 200 and bytes that are no JSON
	FaultEcho        Fault = "echo"         // an error that repeats the token everywhere it can
	FaultEchoAnswer  Fault = "echo-answer"  // an answer that repeats the token in every field, in spellings that are hard to find
	FaultEchoRefusal Fault = "echo-refusal" // an error that does so
	FaultHang        Fault = "hang"         // no answer until the caller gives up
)

// Faults lists what can be ordered.
func Faults() []Fault {
	return []Fault{
		FaultServerError, FaultUnavailable, FaultTooMany, FaultCut, FaultEmpty, FaultWebPage,
		FaultRedirect, FaultOversize, FaultGarbage, FaultEcho, FaultEchoAnswer, FaultEchoRefusal, FaultHang,
	}
}

// oversizeBytes is more than any client should take in.
const oversizeBytes = 64 << 20

// faultOrders is what was ordered and for how many answers.
type faultOrders struct {
	mu    sync.Mutex
	fault Fault
	left  int // answers still to go wrong; negative means all
}

// SetFault lets the next answers of the Graph API go wrong: as many as times
// says, all of them when it is 0. An empty fault ends it.
func (s *Server) SetFault(fault Fault, times int) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.fault, s.faults.left = fault, times
	if times == 0 {
		s.faults.left = -1
	}
}

func (o *faultOrders) next() Fault {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.left == 0 {
		return ""
	}
	if o.left > 0 {
		o.left--
	}
	return o.fault
}

// strike carries the fault out and reports whether the call is thereby answered.
func (f Fault) strike(w http.ResponseWriter, r *http.Request, c *call) bool {
	switch f {
	case FaultServerError:
		webPage(w, http.StatusInternalServerError, "Something went wrong")
	case FaultUnavailable:
		webPage(w, http.StatusServiceUnavailable, "This service is down for a while")
	case FaultTooMany:
		w.Header().Set("Retry-After", "7")
		limited := errTooManyCalls()
		limited.status = http.StatusTooManyRequests
		c.answer(w, nil, limited)
	case FaultCut:
		w.Header().Set("Content-Length", "4096")
		_, _ = io.WriteString(w, `{"data":{"app_id":"`)
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	case FaultEmpty:
		w.Header().Set("Content-Length", "0")
	case FaultWebPage:
		webPage(w, http.StatusOK, "Welcome. Accept the terms to use this network")
	case FaultRedirect:
		http.Redirect(w, r, "https://elsewhere.invalid/login?access_token="+c.secret, http.StatusFound)
	case FaultOversize:
		w.Header().Set("Content-Type", "text/javascript; charset=UTF-8")
		writeOversize(w)
	case FaultGarbage:
		w.Header().Set("Content-Type", "text/javascript; charset=UTF-8")
		_, _ = w.Write([]byte("\x00\x1f{]for (;;);"))
	case FaultEcho:
		c.answer(w, nil, echoing(c.secret))
	case FaultEchoAnswer:
		e := echoOf(r, c)
		e.write(w, c, http.StatusOK, e.answer(c))
	case FaultEchoRefusal:
		e := echoOf(r, c)
		e.write(w, c, http.StatusUnauthorized, e.refusal())
	case FaultHang:
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	default:
		return false
	}
	return true
}

func webPage(w http.ResponseWriter, status int, title string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, "<!doctype html><title>"+title+"</title><h1>"+title+"</h1>")
}

func writeOversize(w io.Writer) {
	_, _ = io.WriteString(w, `{"data":"`)
	chunk := bytes.Repeat([]byte("x"), 1<<16)
	for range oversizeBytes / len(chunk) {
		if _, err := w.Write(chunk); err != nil {
			return
		}
	}
	_, _ = io.WriteString(w, `"}`)
}

// echoing is an error that repeats the token. Live Graph does so in the
// message; the other places are there to be prepared for.
func echoing(secret string) *failure {
	return &failure{
		status: http.StatusUnauthorized, code: 190, message: "Malformed access token " + secret,
		title: "Token " + secret, advice: "The token " + secret + " was not accepted.",
		data: "token=" + secret,
	}
}
