package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"time"
)

const (
	latency = 150 * time.Millisecond
	checks  = 5
)

// checkFigures are medians, in round trips to a Graph that takes latency for
// each answer.
type checkFigures struct {
	roundTrips float64 // as Latchkey asks
	saved      float64 // the same of a saved token, whose account is known
	calls      int     // made in one check
	inARow     float64 // the same calls one after another
}

// pretendMeta is `latchkey practise`, for a token with one account.
type pretendMeta struct {
	command      *exec.Cmd
	graph, token string

	mu       sync.Mutex
	requests []string // paths asked for since forget
}

// timeCheck measures a check with the terminal program. What the program takes
// without any call is not counted.
func timeCheck() (checkFigures, error) {
	meta, err := startPretendMeta(latency)
	if err != nil {
		return checkFigures{}, err
	}
	defer stop(meta.command)
	var took, known, inARow, without []time.Duration
	var paths []string
	for range checks {
		alone, err := timed(exec.Command(terminal, "version"))
		if err != nil {
			return checkFigures{}, err
		}
		without = append(without, alone)
		meta.forget()
		check := exec.Command(terminal, "check", "--json", "--graph-url", meta.graph)
		check.Stdin = strings.NewReader(meta.token)
		checked, err := timed(check)
		if err != nil {
			return checkFigures{}, fmt.Errorf("checking against the pretend Meta: %w", err)
		}
		took = append(took, checked)
		paths = meta.asked()
		of := exec.Command(terminal, "check", "--json", "--graph-url", meta.graph, "--waba", accountAmong(paths))
		of.Stdin = strings.NewReader(meta.token)
		checked, err = timed(of)
		if err != nil {
			return checkFigures{}, fmt.Errorf("checking against the pretend Meta: %w", err)
		}
		known = append(known, checked)
		row, err := meta.inARow(paths)
		if err != nil {
			return checkFigures{}, err
		}
		inARow = append(inARow, row)
	}
	trips := func(d time.Duration) float64 { return float64(d) / float64(latency) }
	return checkFigures{
		roundTrips: trips(median(took) - median(without)),
		saved:      trips(median(known) - median(without)),
		calls:      len(paths),
		inARow:     trips(median(inARow)),
	}, nil
}

// accountAmong is the WhatsApp account among the paths that were asked for: its templates were.
func accountAmong(paths []string) string {
	for _, path := range paths {
		if account, found := strings.CutSuffix(strings.Split(path, "?")[0], "/message_templates"); found {
			return account[strings.LastIndexByte(account, '/')+1:]
		}
	}
	return ""
}

func timed(command *exec.Cmd) (time.Duration, error) {
	begun := time.Now()
	err := command.Run()
	return time.Since(begun), err
}

var (
	graphAddress = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)
	practice     = regexp.MustCompile(`EAA\w+`)
	requested    = regexp.MustCompile(`GET (/\S*)`)
)

func startPretendMeta(latency time.Duration) (*pretendMeta, error) {
	meta := &pretendMeta{command: exec.Command(terminal, "practise", "--latency", latency.String())}
	output, err := meta.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	log, err := meta.command.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := meta.command.Start(); err != nil {
		return nil, fmt.Errorf("starting the pretend Meta: %w", err)
	}
	go meta.follow(log)
	lines := bufio.NewScanner(output)
	for meta.token == "" && lines.Scan() {
		if address := graphAddress.FindString(lines.Text()); meta.graph == "" {
			meta.graph = address
		}
		meta.token = practice.FindString(lines.Text())
	}
	if meta.graph == "" || meta.token == "" {
		stop(meta.command)
		return nil, fmt.Errorf("the pretend Meta gave no address and token")
	}
	return meta, nil
}

// follow notes the requests that the pretend Meta tells of.
func (m *pretendMeta) follow(log io.Reader) {
	for lines := bufio.NewScanner(log); lines.Scan(); {
		if path := requested.FindStringSubmatch(lines.Text()); path != nil {
			m.mu.Lock()
			m.requests = append(m.requests, path[1])
			m.mu.Unlock()
		}
	}
}

func (m *pretendMeta) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.requests = nil
}

func (m *pretendMeta) asked() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]string(nil), m.requests...)
}

// inARow asks for the paths one after another, as a program without care would.
func (m *pretendMeta) inARow(paths []string) (time.Duration, error) {
	begun := time.Now()
	for _, path := range paths {
		request, err := http.NewRequest(http.MethodGet, m.graph+path, nil)
		if err != nil {
			return 0, err
		}
		request.Header.Set("Authorization", "Bearer "+m.token)
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			return 0, fmt.Errorf("asking the pretend Meta: %w", err)
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
	}
	return time.Since(begun), nil
}
