// Command notices writes assets/notices.txt.gz: the licences of all that is in the
// program, on every system, as the program itself shows them.
//
//	go run ./packaging/notices
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"latchkey/assets"
)

func main() {
	if err := run(filepath.Join("assets", "notices.txt.gz")); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

// run leaves a file alone that holds the same already: another version of Go may pack
// it otherwise.
func run(file string) error {
	text, err := notices(".")
	if old, unread := assets.Notices(); err != nil || unread == nil && old == text {
		return err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, text); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(file, packed.Bytes(), 0o644)
}

// notices is the text: each licence once, below the names of what is under it.
func notices(root string) (string, error) {
	files, err := licences(root)
	if err != nil {
		return "", err
	}
	under := map[string][]string{} // by the licence's text
	for name, file := range files {
		licence, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		var lines []string
		for line := range strings.Lines(string(licence)) {
			lines = append(lines, strings.TrimRight(line, " \t\r\n\f"))
		}
		text := strings.Trim(strings.Join(lines, "\n"), "\n")
		under[text] = append(under[text], name)
	}
	for _, names := range under {
		slices.Sort(names)
	}
	var out strings.Builder
	for _, text := range slices.SortedFunc(maps.Keys(under), func(a, b string) int {
		return strings.Compare(under[a][0], under[b][0])
	}) {
		fmt.Fprintf(&out, "%s\n\n%s\n%s\n", strings.Join(under[text], "\n"), text, assets.NoticeEnd)
	}
	return strings.TrimSpace(strings.TrimSuffix(out.String(), assets.NoticeEnd+"\n")) + "\n", nil
}

// licences are the files with the licences of Go and of every module in the program,
// by what is under them: a module, or a folder of it.
func licences(root string) (map[string]string, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	files := map[string]string{"Go": filepath.Join(strings.TrimSpace(string(goroot)), "LICENSE")}
	for _, system := range []string{"linux", "windows", "darwin"} {
		used, err := linked(root, system)
		if err != nil {
			return nil, err
		}
		for module, folders := range used {
			found, err := besides(module.Dir, folders)
			if err != nil {
				return nil, err
			}
			if len(found) == 0 {
				return nil, fmt.Errorf("no licence lies with %s in %s: such a module cannot be passed on", module.Path, module.Dir)
			}
			for _, file := range found {
				below, err := filepath.Rel(module.Dir, filepath.Dir(file))
				if err != nil {
					return nil, err
				}
				name := module.Path
				if below != "." {
					name += "/" + filepath.ToSlash(below)
				}
				if base := filepath.Base(file); files[name] != "" && files[name] != file {
					name += " (" + base + ")"
				}
				files[name] = file
			}
		}
	}
	return files, nil
}

type module struct{ Path, Dir string }

// linked are the modules that the program is made of on a system, with the folders of
// each that are used.
func linked(root, system string) (map[module][]string, error) {
	list := exec.Command("go", "list", "-deps", "-json=Dir,Module", ".")
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
	list.Stderr = os.Stderr
	told, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	used := map[module][]string{}
	for decoder := json.NewDecoder(bytes.NewReader(told)); ; {
		var one struct {
			Dir    string
			Module *struct {
				module
				Main bool
			}
		}
		if err := decoder.Decode(&one); errors.Is(err, io.EOF) {
			return used, nil
		} else if err != nil {
			return nil, err
		}
		if of := one.Module; of != nil && !of.Main {
			used[of.module] = append(used[of.module], one.Dir)
		}
	}
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)([._-].*)?$`)

// besides finds the licences of what is used of a module: on the way to a folder, and
// below one, such as beside its fonts.
func besides(dir string, used []string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
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
		if slices.ContainsFunc(used, func(folder string) bool { return within(folder, at) || within(at, folder) }) {
			found = append(found, path)
		}
		return nil
	})
	return found, err
}

// within reports whether a folder is another one or lies below it.
func within(folder, other string) bool {
	return folder == other || strings.HasPrefix(folder, other+string(filepath.Separator))
}
