package main

import (
	"bytes"
	"path"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"

	"latchkey/ui/terminal"
)

// commands writes the manual, a page for each command in every language, and what
// shells complete: all from the commands' own help.
func (p papers) commands(window bool) error {
	// Cobra would sort the commands; they are listed as a person needs them.
	cobra.EnableCommandSorting = false
	spoken, err := languages()
	if err != nil {
		return err
	}
	var open func(*terminal.Terminal) error
	if window {
		open = func(*terminal.Terminal) error { return nil }
	}
	for _, language := range spoken {
		folder := path.Join("usr/share/man", language.locale, "man1")
		root := (&terminal.Terminal{Words: language.Words, OpenWindow: open}).Commands()
		root.DisableAutoGenTag = true
		if err := p.manual(root, folder); err != nil {
			return err
		}
		if language.tag == english {
			if err := p.completions(root); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p papers) manual(command *cobra.Command, folder string) error {
	for _, below := range command.Commands() {
		if below.IsAvailableCommand() {
			if err := p.manual(below, folder); err != nil {
				return err
			}
		}
	}
	asManual(command)
	var page bytes.Buffer
	header := doc.GenManHeader{Section: "1", Date: &p.date, Source: "Latchkey " + p.version, Manual: "Latchkey"}
	if err := doc.GenMan(command, &header, &page); err != nil {
		return err
	}
	name := strings.ReplaceAll(command.CommandPath(), " ", "-") + ".1.gz"
	return p.write(path.Join(folder, name), []byte(asTyped(command, page.String())))
}

// asTyped puts options as they are typed: what they are without it tells nothing where
// that is nothing.
func asTyped(command *cobra.Command, page string) string {
	page = strings.ReplaceAll(page, "[=false]", "")
	command.Flags().VisitAll(func(flag *pflag.Flag) {
		kind, _ := pflag.UnquoteUsage(flag)
		empty := "--" + flag.Name + `\fP=""`
		page = strings.ReplaceAll(page, empty, strings.TrimSuffix(empty, `""`)+kind)
	})
	return page
}

// asManual puts a command's help the way the generator reads it, which is Markdown:
// each line of the help is a paragraph, and no sign in it means anything.
func asManual(command *cobra.Command) {
	plain := strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", `\<`, "`", "\\`", "[", `\[`, "]", `\]`)
	text := command.Long
	if text == "" {
		text = command.Short
	}
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, plain.Replace(strings.TrimSpace(line)))
	}
	for _, below := range command.Commands() {
		if below.IsAvailableCommand() {
			lines = append(lines, "**"+below.Name()+"**: "+plain.Replace(below.Short))
		}
	}
	command.Long = strings.Join(lines, "\n\n")
	command.DisableFlagsInUseLine = true
}

func (p papers) completions(root *cobra.Command) error {
	for name, generate := range map[string]func(*bytes.Buffer) error{
		"usr/share/bash-completion/completions/latchkey":    func(w *bytes.Buffer) error { return root.GenBashCompletionV2(w, true) },
		"usr/share/zsh/site-functions/_latchkey":            func(w *bytes.Buffer) error { return root.GenZshCompletion(w) },
		"usr/share/fish/vendor_completions.d/latchkey.fish": func(w *bytes.Buffer) error { return root.GenFishCompletion(w, true) },
	} {
		var script bytes.Buffer
		if err := generate(&script); err != nil {
			return err
		}
		if err := p.write(name, script.Bytes()); err != nil {
			return err
		}
	}
	return nil
}
