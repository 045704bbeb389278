//go:build linux

package chooser

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"go.uber.org/goleak"

	"latchkey/wizard/vault/vaulttest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// desk is a desktop whose portal does as it is told.
type desk struct {
	t   *testing.T
	bus *dbus.Conn

	told    sync.Mutex // guards how it does
	version uint32
	refuse  *dbus.Error
	shown   func(handle dbus.ObjectPath) // what happens once a dialog is open
	silent  chan struct{}                // nil for a portal that answers

	asked chan asked
}

type asked struct {
	from, method, parent, title string
	options                     map[string]dbus.Variant
}

// sit starts a session's bus, on which Choose will look for a portal.
func sit(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, version: 4, asked: make(chan asked, 32)}
	for _, variable := range vaulttest.Start(t).Env {
		if address, ok := strings.CutPrefix(variable, "DBUS_SESSION_BUS_ADDRESS="); ok {
			t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
			bus, err := dbus.Connect(address)
			d.must(err)
			d.bus = bus
			t.Cleanup(func() { _ = bus.Close() })
		}
	}
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// open gives the desktop its portal.
func (d *desk) open() {
	d.t.Helper()
	d.must(d.bus.ExportMethodTable(map[string]any{
		"Get": func(string, string) (dbus.Variant, *dbus.Error) {
			d.told.Lock()
			silent, version := d.silent, d.version
			d.told.Unlock()
			if silent != nil {
				<-silent
			}
			return dbus.MakeVariant(version), nil
		},
	}, desktopPath, "org.freedesktop.DBus.Properties"))
	ask := func(method string) any {
		return func(from dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
			d.told.Lock()
			defer d.told.Unlock()
			if d.refuse != nil {
				return "", d.refuse
			}
			const handle = desktopPath + "/request/1_1/t"
			d.asked <- asked{string(from), method, parent, title, options}
			if d.shown != nil {
				go d.shown(handle)
			}
			return handle, nil
		}
	}
	d.must(d.bus.ExportMethodTable(map[string]any{"OpenFile": ask("OpenFile"), "SaveFile": ask("SaveFile")}, desktopPath, fileChooser))
	_, err := d.bus.RequestName(desktop, dbus.NameFlagDoNotQueue)
	d.must(err)
}

// answers lets a dialog be answered as soon as it is open.
func (d *desk) answers(status uint32, addresses ...string) {
	d.does(func(handle dbus.ObjectPath) {
		results := map[string]dbus.Variant{}
		if status == chosen {
			results["uris"] = dbus.MakeVariant(addresses)
		}
		_ = d.bus.Emit(handle, request+".Response", status, results)
	})
}

// does says what happens once a dialog is open.
func (d *desk) does(shown func(handle dbus.ObjectPath)) {
	d.told.Lock()
	defer d.told.Unlock()
	d.shown = shown
}

var patient = System{answers: 20 * time.Second, closes: time.Minute}

func TestWhatIsChosenIsAPathOfThisComputer(t *testing.T) {
	d := sit(t)
	d.open()
	for address, want := range map[string]string{
		"file:///home/ana/tokens.csv":                       "/home/ana/tokens.csv",
		"file:///home/ana/100%25%20gr%C3%BCn+gelb.csv":      "/home/ana/100% grün+gelb.csv",
		"file:///run/user/1000/doc/4f2a/Kunden%20M%C3%A4rz": "/run/user/1000/doc/4f2a/Kunden März",
		"file:///home/ana/%2523.csv":                        "/home/ana/%23.csv",
		"https://example.com/tokens.csv":                    "",
		"file://elsewhere/tokens.csv":                       "",
		"file:tokens.csv":                                   "",
		"file:///home/ana/%00.csv":                          "",
		"file:///home/ana/%zz.csv":                          "",
		"":                                                  "",
	} {
		d.answers(chosen, address, "file:///another")
		path, err := patient.Choose(t.Context(), Question{Kind: File})
		if path != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", address, path, err)
		}
		if err != nil && !errors.Is(err, ErrNone) {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestTheDialogIsAsked(t *testing.T) {
	d := sit(t)
	d.open()
	d.answers(chosen, "file:///x")
	ask := func(question Question) asked {
		t.Helper()
		if _, err := patient.Choose(t.Context(), question); err != nil {
			t.Fatal(err)
		}
		return <-d.asked
	}
	got := ask(Question{Kind: File, Title: "Datei wählen", Confirm: "Wählen", Endings: []string{".csv", ".txt"}, Window: 0x2a})
	if got.method != "OpenFile" || got.title != "Datei wählen" || got.parent != "x11:2a" ||
		got.options["accept_label"].Value() != "Wählen" {
		t.Errorf("a file: %v", got)
	}
	if filters := options(Question{Endings: []string{".csv", ".txt"}})["filters"]; filters.Signature().String() != "a(sa(us))" ||
		got.options["filters"].String() != `@aav [[".csv, .txt", [[0, "*.csv"], [0, "*.CSV"], [0, "*.txt"], [0, "*.TXT"]]]]` {
		t.Errorf("filters: %v %v", filters.Signature(), filters)
	}
	got = ask(Question{Kind: Place, Path: "/home/ana/Übersicht 1.html"})
	if folder := got.options["current_folder"].Value(); got.method != "SaveFile" || got.parent != "" ||
		got.options["current_name"].Value() != "Übersicht 1.html" || string(folder.([]byte)) != "/home/ana/\x00" {
		t.Errorf("a place: %v", got)
	}
	if got = ask(Question{Kind: Folder}); got.method != "OpenFile" || got.options["directory"].Value() != true {
		t.Errorf("a folder: %v", got)
	}
}

func TestNothingIsChosen(t *testing.T) {
	d := sit(t)
	d.open()
	closing := patient
	closing.closes = 0 // as if the dialog had been open for long
	for status, system := range map[uint32]System{cancelled: patient, 2: closing} {
		d.answers(status)
		if path, err := system.Choose(t.Context(), Question{Kind: File}); path != "" || err != nil {
			t.Errorf("%d: %q, %v", status, path, err)
		}
	}
}

func TestNoDialog(t *testing.T) {
	for name, prepared := range map[string]func(d *desk) System{
		"no session": func(d *desk) System {
			d.t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+d.t.TempDir()+"/none")
			return patient
		},
		"no portal": func(*desk) System { return patient },
		"a portal without dialogs": func(d *desk) System {
			_, err := d.bus.RequestName(desktop, dbus.NameFlagDoNotQueue)
			d.must(err)
			return patient
		},
		"a portal that refuses": func(d *desk) System {
			d.refuse = dbus.MakeFailedError(os.ErrPermission)
			d.open()
			return patient
		},
		"a portal that knows no folders": func(d *desk) System {
			d.version = 2
			d.open()
			return patient
		},
		"a portal that says nothing": func(d *desk) System {
			d.silent = make(chan struct{})
			d.t.Cleanup(func() { close(d.silent) })
			d.open()
			return System{answers: 50 * time.Millisecond}
		},
		"a desktop that could show none": func(d *desk) System {
			d.answers(2)
			d.open()
			return patient
		},
		"a portal that goes away": func(d *desk) System {
			d.does(func(dbus.ObjectPath) { _, _ = d.bus.ReleaseName(desktop) })
			d.open()
			return patient
		},
	} {
		t.Run(name, func(t *testing.T) {
			if path, err := prepared(sit(t)).Choose(t.Context(), Question{Kind: Folder}); path != "" || !errors.Is(err, ErrNone) {
				t.Errorf("%q, %v", path, err)
			}
		})
	}
}

// Who leaves the page leaves the bus, whereupon the portal closes the dialog.
func TestTheDialogEndsWithItsPage(t *testing.T) {
	d := sit(t)
	d.open()
	d.must(d.bus.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged")))
	changed := make(chan *dbus.Signal, 64)
	d.bus.Signal(changed)
	ctx, leave := context.WithCancel(t.Context())
	d.does(func(dbus.ObjectPath) { leave() })
	if path, err := patient.Choose(ctx, Question{Kind: File}); path != "" || err == nil {
		t.Errorf("%q, %v", path, err)
	}
	from, end := (<-d.asked).from, time.After(patient.answers)
	for {
		select {
		case change := <-changed:
			if change.Body[0] == from && change.Body[2] == "" {
				return
			}
		case <-end:
			t.Fatal("the dialog stands open")
		}
	}
}
