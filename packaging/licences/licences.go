// Package licences finds the licences of what the program is made of. The notices that the
// program shows and the papers of the Linux packages tell them, each in its own form.
package licences

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Module is a Go module in the program.
type Module struct {
	Path, Version string
	Dir           string   // where it lies
	used          []string // the folders of it that the program is made of
}

// Modules lists the modules that a program is made of on a system ("linux", "windows",
// "darwin"), by path. Arguments are those of go list, which runs in root.
func Modules(root, system string, arguments ...string) ([]*Module, error) {
	list := exec.Command("go", append([]string{"list", "-deps", "-json=Dir,Module"}, arguments...)...)
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
	list.Stderr = os.Stderr
	told, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	found := map[string]*Module{}
	var modules []*Module
	for decoder := json.NewDecoder(bytes.NewReader(told)); ; {
		var one struct {
			Dir    string
			Module *struct {
				Module
				Main bool
			}
		}
		if err := decoder.Decode(&one); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		of := one.Module
		if of == nil || of.Main {
			continue
		}
		if found[of.Path] == nil {
			found[of.Path] = &of.Module
			modules = append(modules, &of.Module)
		}
		found[of.Path].used = append(found[of.Path].used, one.Dir)
	}
	slices.SortFunc(modules, func(a, b *Module) int { return strings.Compare(a.Path, b.Path) })
	return modules, nil
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)([._-].*)?$`)

// Files are the licences that concern what is used of a module: at its top, on the way to a
// package, and below one, such as beside its fonts. A module without one is an error: it could
// not be passed on.
func (m *Module) Files() ([]string, error) {
	var found []string
	err := filepath.WalkDir(m.Dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == "testdata" || entry.Name() == "cmd" { // programs of their own
				return fs.SkipDir
			}
			return nil
		}
		if !licenceFile.MatchString(entry.Name()) {
			return nil
		}
		at := filepath.Dir(path)
		if slices.ContainsFunc(m.used, func(folder string) bool { return within(folder, at) || within(at, folder) }) {
			found = append(found, path)
		}
		return nil
	})
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("no licence lies with %s in %s: such a module cannot be passed on", m.Path, m.Dir)
	}
	return found, err
}

// Below is the folder of a module in which a file lies, by slashes; "." is its top.
func (m *Module) Below(file string) (string, error) {
	below, err := filepath.Rel(m.Dir, filepath.Dir(file))
	return filepath.ToSlash(below), err
}

// within reports whether a folder is another one or lies below it.
func within(folder, other string) bool {
	return folder == other || strings.HasPrefix(folder, other+string(filepath.Separator))
}

// OfGo is the licence of Go and its standard library.
func OfGo() (string, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("go env: %w", err)
	}
	return filepath.Join(strings.TrimSpace(string(goroot)), "LICENSE"), nil
}
