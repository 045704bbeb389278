// Package browser opens Meta's pages in the person's own browser.
package browser

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"time"

	"github.com/skratchdot/open-golang/open"
)

// ErrNotOpened says that no browser took the address.
var ErrNotOpened = errors.New("no browser opened the page")

// settled is how long the opener may run before its page counts as open.
const settled = 3 * time.Second

// System opens addresses with what the system has for it: rundll32 on Windows,
// open on macOS, xdg-open on Linux.
type System struct {
	run func(address string) error
}

// NewSystem returns this system's browser.
func NewSystem() System { return System{run: open.Run} }

// Open hands a web address to the browser. Without a word of failure for three
// seconds it counts as opened: xdg-open can run for as long as the browser it
// started. The goroutine that waits for it ends with that browser.
func (s System) Open(ctx context.Context, address string) error {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Host == "" || parsed.Scheme != "https" && parsed.Scheme != "http" {
		return fmt.Errorf("%w: it is no web address", ErrNotOpened)
	}
	return s.hand(ctx, address)
}

// ShowFolder shows a folder in the system's program for files. The path is absolute.
func (s System) ShowFolder(ctx context.Context, path string) error {
	if !filepath.IsAbs(path) {
		return fmt.Errorf("%w: %s is no absolute path", ErrNotOpened, path)
	}
	return s.hand(ctx, path)
}

func (s System) hand(ctx context.Context, target string) error {
	done := make(chan error, 1)
	go func() { done <- s.run(target) }()
	patience := time.NewTimer(settled)
	defer patience.Stop()
	select {
	case err := <-done:
		if err != nil {
			return fmt.Errorf("%w: %v", ErrNotOpened, err)
		}
		return nil
	case <-patience.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
