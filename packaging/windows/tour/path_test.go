package tour

import (
	"path/filepath"
	"strings"
	"testing"
)

const environment = `HKCU\Environment`

// TestPathIsUndoneExactly, however it was before: without one, with an open end, with
// variables, and longer than the installer's own variables can hold.
func TestPathIsUndoneExactly(t *testing.T) {
	bin := pc.named(filepath.Join(folder(), "bin"))
	long := strings.TrimSuffix(strings.Repeat(`C:\Some\Folder\With\A\Name;`, 100), ";")
	for _, test := range []struct{ name, kind, before, with string }{
		{"none", "", "", bin},
		{"one folder", "REG_SZ", `C:\One`, `C:\One;` + bin},
		{"an open end", "REG_SZ", `C:\One;`, `C:\One;` + bin},
		{"variables", "REG_EXPAND_SZ", `%USERPROFILE%\go\bin`, `%USERPROFILE%\go\bin;` + bin},
		{"long", "REG_EXPAND_SZ", long, long + ";" + bin},
		{"a folder within another's name", "REG_SZ", bin + `\more`, bin + `\more;` + bin},
		{"there already", "REG_SZ", bin + `;C:\One`, bin + `;C:\One`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if path() != (entry{}) {
				pc.must(t, "reg", "delete", environment, "/v", "Path", "/f")
			}
			before := entry{test.kind, test.before}
			if test.kind != "" {
				pc.set(t, environment, "Path", test.kind, test.before)
			}
			install(t, newest("_setup.exe"), "/PATH=1")
			if got := path().text; got != test.with {
				t.Errorf("with the command PATH is\n%s, not\n%s", got, test.with)
			}
			uninstall(t)
			if got := path(); got != before {
				t.Errorf("PATH is %+v, and was %+v", got, before)
			}
		})
	}
}

// TestPathIsAChoice that an upgrade keeps, and that can be taken back. What others put
// on PATH meanwhile stays.
func TestPathIsAChoice(t *testing.T) {
	pc.set(t, environment, "Path", "REG_SZ", `C:\One`)
	install(t, newest("_setup.exe"))
	is := func(want string) {
		t.Helper()
		if got := path().text; got != want {
			t.Errorf("PATH is %q, not %q", got, want)
		}
	}
	bin := pc.named(filepath.Join(folder(), "bin"))
	is(`C:\One`)
	install(t, newest("_setup.exe"), "/PATH=1")
	install(t, newest("_setup.exe"))
	is(`C:\One;` + bin)
	if said := pc.must(t, "cmd", "/c", "latchkey version"); !strings.HasSuffix(said, version) {
		t.Errorf("in a new console latchkey says %q", said)
	}
	pc.set(t, environment, "Path", "REG_SZ", `C:\One;`+bin+`;C:\Two`)
	install(t, newest("_setup.exe"), "/PATH=0")
	is(`C:\One;C:\Two`)
}

// path is the person's own PATH, and empty where there is none.
func path() entry { return pc.registry(environment)["Path"] }
