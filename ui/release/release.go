// Package release tells which release of the program this is, and how the next one is
// had where it is installed. Nobody is asked: there is no look for updates.
package release

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// What the build links in, see LINK in the Makefile. Without it, as go build makes the
// program, there is no address to open.
var (
	Version = "0.1.0-dev"
	Commit  = "" // that it was built from
	Project = "" // where the project lives
)

// Release is what is known of this one.
type Release struct {
	Version string
	Commit  string // "" where it is not known
	Page    string // of all releases; "" where it is not known
	Way     Way    // in which it was installed
}

// This is the program's own.
func This() Release { return Release{Version, Commit, Page(), Here().Way()} }

// Page is the address of the page with all releases; "" where none is known.
func Page() string {
	if Project == "" {
		return ""
	}
	return Project + "/releases"
}

// Way is a way in which the program was installed, and so in which the next release
// is.
type Way string

// The ways there are.
const (
	Source    Way = "source" // built here
	Apt       Way = "apt"    // a package of Debian's kind
	Dnf       Way = "dnf"    // of Fedora's
	Zypper    Way = "zypper" // of openSUSE's
	Pacman    Way = "pacman" // of Arch's
	Flatpak   Way = "flatpak"
	Installer Way = "installer" // for Windows
	Winget    Way = "winget"
	Scoop     Way = "scoop"
	Homebrew  Way = "homebrew"
	Image     Way = "image" // for macOS
	Archive   Way = "archive"
)

// AllWays lists them.
func AllWays() []Way {
	return []Way{Source, Apt, Dnf, Zypper, Pacman, Flatpak, Installer, Winget, Scoop, Homebrew, Image, Archive}
}

// Place is where a program lies.
type Place struct {
	System  string // as runtime.GOOS names it
	Program string // the program's file
	Flatpak bool   // inside of one
	Exists  func(path string) bool
}

// Here is the place of this program.
func Here() Place {
	program, err := os.Executable()
	if real, resolved := filepath.EvalSymlinks(program); err == nil && resolved == nil {
		program = real
	}
	return Place{
		System: runtime.GOOS, Program: program, Flatpak: os.Getenv("FLATPAK_ID") != "",
		Exists: func(path string) bool {
			_, err := os.Stat(path)
			return err == nil
		},
	}
}

// Way tells how the program came there, by where it lies and what lies around it.
func (p Place) Way() Way {
	if Project == "" {
		return Source
	}
	switch p.System {
	case "windows":
		return p.onWindows()
	case "darwin":
		switch {
		case p.Exists("/opt/homebrew/Caskroom/latchkey"), p.Exists("/usr/local/Caskroom/latchkey"):
			return Homebrew
		case strings.Contains(p.Program, ".app/"):
			return Image
		}
		return Archive
	}
	return p.onLinux()
}

// onLinux goes by what the package manager keeps of a package, or of all.
func (p Place) onLinux() Way {
	switch {
	case p.Flatpak:
		return Flatpak
	case p.Program != "/usr/bin/latchkey":
		return Archive
	case p.Exists("/var/lib/dpkg/info/latchkey.list"):
		return Apt
	case p.Exists("/var/lib/pacman/local"):
		return Pacman
	case p.Exists("/usr/bin/zypper"):
		return Zypper
	case p.Exists("/usr/bin/dnf"):
		return Dnf
	}
	return Archive
}

// onWindows goes by the folder: of its package managers, each has its own.
func (p Place) onWindows() Way {
	path := strings.ToLower(strings.ReplaceAll(p.Program, "/", `\`))
	folder := path[:strings.LastIndex(path, `\`)+1]
	switch {
	case strings.Contains(path, `\scoop\apps\`):
		return Scoop
	case strings.Contains(path, `\winget\packages\`):
		return Winget
	case p.Exists(folder + "uninstall.exe"), strings.Contains(path, `\program files`), strings.Contains(path, `\appdata\local\programs\`):
		return Installer
	}
	return Archive
}
