// Command papers writes all that a package for Linux holds beside the program: the
// entry in the menu, what software centres show, icons, manual, completions, licences
// and changes. It is told its way by the environment that make hands to every
// packaging script (VERSION, PROJECT, COMMIT, SOURCE_DATE_EPOCH).
//
//	papers window FOLDER    for the window, as it lies below / once installed
//	papers terminal FOLDER  for the terminal alone
//	papers flatpak FILE     the Go modules that a Flatpak is built of, offline
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// ID names the program on a Linux desktop, as FyneApp.toml does.
const ID = "app.latchkey.Latchkey"

// papers are written below a folder.
type papers struct {
	folder  string
	version string
	project string    // its address
	date    time.Time // of the commit
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) != 2 {
		return errors.New("usage: papers window|terminal FOLDER, or papers flatpak FILE")
	}
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return errors.New("SOURCE_DATE_EPOCH is not set: build with make")
	}
	p := papers{
		folder: arguments[1], version: os.Getenv("VERSION"), project: os.Getenv("PROJECT"),
		date: time.Unix(seconds, 0).UTC(),
	}
	switch arguments[0] {
	case "window":
		return errors.Join(p.commands(true), p.desktop(), p.icons(), p.licences("."), p.changes())
	case "terminal":
		return errors.Join(p.commands(false), p.licences("-tags=nogui", "."))
	case "flatpak":
		return p.modules(arguments[1])
	}
	return fmt.Errorf("papers does not know %q", arguments[0])
}

// write writes a file below the folder, gzipped where its name ends so.
func (p papers) write(name string, content []byte) error {
	path := filepath.Join(p.folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if filepath.Ext(name) == ".gz" {
		var packed bytes.Buffer
		w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		if err != nil {
			return err
		}
		if _, err := w.Write(content); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
		content = packed.Bytes()
	}
	return os.WriteFile(path, content, 0o644)
}
