//go:build !windows && !darwin

package chooser

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	desktop     = "org.freedesktop.portal.Desktop"
	desktopPath = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	fileChooser = "org.freedesktop.portal.FileChooser"
	request     = "org.freedesktop.portal.Request"

	// foldersSince is the version of the portal that first asked for folders.
	foldersSince = 3
)

// Statuses of a response, which is described at
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Request.html
const (
	chosen    uint32 = 0
	cancelled uint32 = 1
)

// System asks with the desktop's portal.
type System struct {
	// answers is how long a portal may take to open its dialog.
	answers time.Duration
	// closes is how soon a person could close it: the portal ends a dialog in the same way when
	// its window is closed and when the desktop could show none.
	closes time.Duration
}

// NewSystem returns this system's dialogs.
func NewSystem() System { return System{answers: 2 * time.Second, closes: time.Second} }

// Choose asks, and waits for as long as the context lasts, which closes the dialog with its end.
// It answers with an absolute path, or "" when nothing was chosen.
func (s System) Choose(ctx context.Context, question Question) (string, error) {
	path, err := s.choose(ctx, question)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	return path, nil
}

func (s System) choose(ctx context.Context, question Question) (string, error) {
	// A bus that ends with its context lets go of whatever waits for an answer. The portal
	// closes the dialogs of those who leave the bus.
	ctx, end := context.WithCancel(ctx)
	defer end()
	deadline := time.AfterFunc(s.answers, end)
	defer deadline.Stop()
	bus, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return "", err
	}
	defer func() { _ = bus.Close() }()
	signals := make(chan *dbus.Signal, 16) // those of one dialog are two
	bus.Signal(signals)
	handle, err := show(ctx, bus, question)
	if err != nil {
		return "", err
	}
	if !deadline.Stop() {
		return "", context.DeadlineExceeded
	}
	shown := time.Now()
	for {
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case signal, open := <-signals:
			switch {
			case !open:
				return "", dbus.ErrClosed
			case signal.Name == "org.freedesktop.DBus.NameOwnerChanged":
				return "", fmt.Errorf("%s went away", desktop)
			case signal.Name == request+".Response" && signal.Path == handle:
				return s.answer(signal, time.Since(shown))
			}
		}
	}
}

// show opens the dialog and returns what the portal calls it.
func show(ctx context.Context, bus *dbus.Conn, question Question) (handle dbus.ObjectPath, err error) {
	if err := bus.Auth(nil); err != nil {
		return "", err
	}
	if err := bus.Hello(); err != nil {
		return "", err
	}
	portal := bus.Object(desktop, desktopPath)
	var version uint32
	if err := portal.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, fileChooser, "version").Store(&version); err != nil {
		return "", err
	}
	if question.Kind == Folder && version < foldersSince {
		return "", fmt.Errorf("version %d of the portal asks for no folders", version)
	}
	if err := bus.AddMatchSignalContext(ctx, dbus.WithMatchSender(desktop), dbus.WithMatchInterface(request)); err != nil {
		return "", err
	}
	if err := bus.AddMatchSignalContext(ctx, dbus.WithMatchSender("org.freedesktop.DBus"),
		dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, desktop)); err != nil {
		return "", err
	}
	method, parent := ".OpenFile", ""
	if question.Kind == Place {
		method = ".SaveFile"
	}
	if question.Window != 0 {
		parent = fmt.Sprintf("x11:%x", question.Window)
	}
	err = portal.CallWithContext(ctx, fileChooser+method, 0, parent, question.Title, options(question)).Store(&handle)
	return handle, err
}

// options are as
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.FileChooser.html
// describes them.
func options(question Question) map[string]dbus.Variant {
	given := map[string]dbus.Variant{"accept_label": dbus.MakeVariant(question.Confirm)}
	switch question.Kind {
	case File:
		type pattern struct {
			Kind uint32 // 0 for one with a star
			Text string
		}
		type filter struct {
			Name     string
			Patterns []pattern
		}
		var shown filter
		for _, ending := range question.Endings {
			// The portal tells upper case from lower.
			shown.Patterns = append(shown.Patterns, pattern{Text: "*" + ending}, pattern{Text: "*" + strings.ToUpper(ending)})
		}
		shown.Name = strings.Join(question.Endings, ", ")
		given["filters"] = dbus.MakeVariant([]filter{shown})
	case Place:
		folder, name := filepath.Split(question.Path)
		given["current_name"] = dbus.MakeVariant(name)
		given["current_folder"] = dbus.MakeVariant(append([]byte(folder), 0))
	case Folder:
		given["directory"] = dbus.MakeVariant(true)
	}
	return given
}

// answer reads what the portal says when a dialog that was open for some time closes.
func (s System) answer(response *dbus.Signal, open time.Duration) (string, error) {
	var status uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(response.Body, &status, &results); err != nil {
		return "", err
	}
	switch {
	case status == chosen:
		addresses, _ := results["uris"].Value().([]string)
		if len(addresses) == 0 {
			return "", errors.New("the portal names no file")
		}
		return local(addresses[0])
	case status == cancelled || open > s.closes:
		return "", nil
	default:
		return "", errors.New("the portal ended its dialog by itself")
	}
}

// local is the path of a file on this computer, of which the portal tells its address.
func local(address string) (string, error) {
	parsed, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	if parsed.Scheme != "file" || parsed.Host != "" || !filepath.IsAbs(parsed.Path) || strings.ContainsRune(parsed.Path, 0) {
		return "", fmt.Errorf("%q is no file of this computer", address)
	}
	return filepath.Clean(parsed.Path), nil
}
