// Package instance keeps Latchkey to one window: a second start brings the
// first window to the front, at the page it was to open, instead of opening another.
package instance

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"latchkey/wizard/files"
)

const (
	lockName   = "window"
	lockFile   = lockName + ".lock"
	socketName = "window.sock"
	patience   = 5 * time.Second // a window that is just starting needs some

	// A start says at once what it wants; an older version says nothing.
	saying      = time.Second
	longestName = 64
)

// PageSetup and PageCheck are the pages that a start can ask for: the entries of the
// system's menu do.
const (
	PageSetup = "setup"
	PageCheck = "check"
)

// Pages are all of them.
func Pages() []string { return []string{PageSetup, PageCheck} }

// Knock is another start that wants the window in front. It is to be closed once the
// window has come.
type Knock struct {
	io.Closer
	Page string // one of Pages, "" for none
}

// ErrSilent says that a window is open, but does not come to the front when it is
// asked to: it hangs, or its program was stopped.
var ErrSilent = errors.New("the window that is open does not answer")

// Files are the files of the folder that keep the open window the only one. They
// are in use until it is closed.
func Files() []string { return []string{lockFile, socketName} }

// Claim makes this the one window of this person. first is false when there is
// one already, which has then been asked to come to the front, at a page unless
// that is "". Otherwise onSecond is called, from a goroutine of its own, whenever
// a later start asks; release ends that. The error says that it could not be told,
// and then a window may be opened all the same, or is ErrSilent, and then a person
// should be asked.
func Claim(ctx context.Context, folder *files.Folder, page string, onSecond func(Knock)) (release func(), first bool, err error) {
	unlock, ok, err := folder.TryLock(lockName)
	if err != nil {
		return func() {}, true, fmt.Errorf("looking for another window: %w", err)
	}
	socket := filepath.Join(folder.Path(), socketName)
	if !ok {
		return func() {}, false, callFirst(ctx, socket, page)
	}
	// A socket without the lock is what a killed window left behind.
	_ = os.Remove(socket)
	listener, err := (&net.ListenConfig{}).Listen(ctx, "unix", socket)
	if err != nil {
		return func() { leave(folder, unlock) }, true, fmt.Errorf("listening for another start: %w", err)
	}
	var done sync.WaitGroup
	done.Go(func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			onSecond(Knock{connection, wanted(connection)})
		}
	})
	return func() {
		_ = listener.Close()
		done.Wait()
		leave(folder, unlock)
	}, true, nil
}

// leave gives the lock back. Where nothing else is kept, since everything was
// removed while the window was open, it takes the lock's file and the folder
// away too.
func leave(folder *files.Folder, unlock func()) {
	if runtime.GOOS == "windows" {
		unlock() // no open file can be removed there
	} else {
		defer unlock() // last, so that no other start gets a lock that is about to go
	}
	left, err := os.ReadDir(folder.Path())
	if err == nil && len(left) == 1 && left[0].Name() == lockFile {
		_ = os.Remove(filepath.Join(folder.Path(), lockFile))
		_ = os.Remove(folder.Path()) // refused when somebody has written there meanwhile
	}
}

// wanted reads which page a knock asks for; "" where it asks for none that there is.
func wanted(connection net.Conn) string {
	if err := connection.SetReadDeadline(time.Now().Add(saying)); err != nil {
		return ""
	}
	line, _ := bufio.NewReader(io.LimitReader(connection, longestName)).ReadString('\n')
	if page := strings.TrimSpace(line); slices.Contains(Pages(), page) {
		return page
	}
	return ""
}

// callFirst knocks at the first window's socket: the knock and a line with the page
// are the message, and that the socket is closed is the answer.
func callFirst(ctx context.Context, socket, page string) error {
	letForward()
	dialer := net.Dialer{Timeout: patience}
	connection, err := dialer.DialContext(ctx, "unix", socket)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return ErrSilent
	}
	if err != nil {
		return fmt.Errorf("calling the window that is open: %w", err)
	}
	defer func() { _ = connection.Close() }()
	if err := connection.SetDeadline(time.Now().Add(patience)); err != nil {
		return fmt.Errorf("setting a time limit: %w", err)
	}
	// A window of an older version hears the knock, and not the page.
	_, _ = io.WriteString(connection, page+"\n")
	if _, err := connection.Read(make([]byte, 1)); errors.Is(err, os.ErrDeadlineExceeded) {
		return ErrSilent
	}
	return nil
}
