package release_test

import (
	"slices"
	"testing"

	"latchkey/ui/release"
)

func TestHowTheNextReleaseIsHad(t *testing.T) {
	release.Project = "https://example.com/latchkey"
	t.Cleanup(func() { release.Project = "" })
	for _, one := range []struct {
		system, program string
		there           []string
		way             release.Way
	}{
		{"linux", "/usr/bin/latchkey", []string{"/var/lib/dpkg/info/latchkey.list", "/usr/bin/dnf"}, release.Apt},
		{"linux", "/usr/bin/latchkey", []string{"/usr/bin/dnf"}, release.Dnf},
		{"linux", "/usr/bin/latchkey", []string{"/usr/bin/zypper"}, release.Zypper},
		{"linux", "/usr/bin/latchkey", []string{"/var/lib/pacman/local"}, release.Pacman},
		{"linux", "/usr/bin/latchkey", nil, release.Archive},
		// Its own package is installed too, and is not what runs.
		{"linux", "/home/ana/.local/bin/latchkey", []string{"/var/lib/dpkg/info/latchkey.list"}, release.Archive},
		{"windows", `C:\Users\Ana\AppData\Local\Programs\Latchkey\Latchkey.exe`, nil, release.Installer},
		{"windows", `C:\Program Files\Latchkey\Latchkey.exe`, nil, release.Installer},
		{"windows", `D:\Tools\Latchkey.exe`, []string{`d:\tools\uninstall.exe`}, release.Installer},
		{"windows", `C:\Users\Ana\Downloads\Latchkey\Latchkey.exe`, nil, release.Archive},
		{"windows", `C:\Users\Ana\scoop\apps\latchkey\current\Latchkey.exe`, nil, release.Scoop},
		{"windows", `C:\Users\Ana\AppData\Local\Microsoft\WinGet\Packages\Latchkey\Latchkey.exe`, nil, release.Winget},
		{"windows", "Latchkey.exe", nil, release.Archive},
		{"darwin", "/Applications/Latchkey.app/Contents/MacOS/latchkey", nil, release.Image},
		{"darwin", "/Applications/Latchkey.app/Contents/MacOS/latchkey", []string{"/opt/homebrew/Caskroom/latchkey"}, release.Homebrew},
		{"darwin", "/Users/ana/bin/latchkey", nil, release.Archive},
	} {
		place := release.Place{
			System: one.system, Program: one.program,
			Exists: func(path string) bool { return slices.Contains(one.there, path) },
		}
		if got := place.Way(); got != one.way {
			t.Errorf("%s, with %v: %s and not %s", one.program, one.there, got, one.way)
		}
		place.System, place.Flatpak = "linux", true
		if got := place.Way(); got != release.Flatpak {
			t.Errorf("in a Flatpak: %s", got)
		}
	}
	if way := release.Here().Way(); way == release.Source {
		t.Error("a program that knows its project was built here")
	}
}

func TestWithoutAnAddressThereIsNoPage(t *testing.T) {
	if page, way := release.Page(), release.Here().Way(); page != "" || way != release.Source {
		t.Errorf("%q, %s", page, way)
	}
	release.Project = "https://example.com/latchkey"
	t.Cleanup(func() { release.Project = "" })
	if page := release.Page(); page != "https://example.com/latchkey/releases" {
		t.Errorf("the page is %s", page)
	}
}
