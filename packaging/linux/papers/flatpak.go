package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"latchkey/packaging/licences"
)

// proxy is where a module's archive lies for everybody
// (https://go.dev/ref/mod#goproxy-protocol).
const proxy = "https://proxy.golang.org"

// source is one file that flatpak-builder fetches before it builds without a network
// (flatpak-manifest(5), "File sources").
type source struct {
	Type     string `json:"type"`
	URL      string `json:"url"`
	SHA256   string `json:"sha256"`
	Dest     string `json:"dest"`
	Filename string `json:"dest-filename"`
}

// modules writes the list of what go reads when it builds the window: the archive of
// each module that is used, and the go.mod of every one that is named. The files make
// up a folder that serves as GOPROXY.
func (p papers) modules(list string) error {
	used, err := licences.Modules(".", "linux", "-tags=migrated_fynedo,no_emoji", ".", "./packaging/linux/papers")
	if err != nil {
		return err
	}
	download := []string{"mod", "download", "-json"}
	for _, one := range used {
		download = append(download, one.Path+"@"+one.Version)
	}
	var files []string
	if err := goJSON(func(one downloaded) { files = append(files, one.Zip, one.GoMod) }, download...); err != nil {
		return err
	}
	if err := goJSON(func(one downloaded) {
		if !one.Main && one.GoMod != "" {
			files = append(files, one.GoMod)
		}
	}, "list", "-m", "-json", "all"); err != nil {
		return err
	}
	slices.Sort(files)
	cache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		return err
	}
	below := filepath.Join(strings.TrimSpace(string(cache)), "cache", "download")
	var sources []source
	for _, file := range slices.Compact(files) {
		name, err := filepath.Rel(below, file)
		if err != nil || strings.HasPrefix(name, "..") {
			return fmt.Errorf("%s does not lie in %s", file, below)
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		name = filepath.ToSlash(name)
		sources = append(sources, source{
			Type: "file", URL: proxy + "/" + name, SHA256: hex.EncodeToString(sum[:]),
			Dest: path.Join("modules", path.Dir(name)), Filename: path.Base(name),
		})
	}
	written, err := json.MarshalIndent(sources, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(list, append(written, '\n'), 0o644)
}

// downloaded is what go tells of a module: where its archive and its go.mod lie.
type downloaded struct {
	Zip, GoMod string
	Main       bool
}

func goJSON(each func(downloaded), arguments ...string) error {
	command := exec.Command("go", arguments...)
	command.Stderr = os.Stderr
	told, err := command.Output()
	if err != nil {
		return fmt.Errorf("go %s: %w", arguments[0], err)
	}
	for decoder := json.NewDecoder(bytes.NewReader(told)); ; {
		var one downloaded
		if err := decoder.Decode(&one); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		each(one)
	}
}
