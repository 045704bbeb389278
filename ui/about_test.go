package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
)

// TestAboutTellsWhatTheProgramIs: the version, how the next is had, where things lie
// with their path, what is sent, and the licences, each behind its name.
func TestAboutTellsWhatTheProgramIs(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Key(fyne.KeyF1)
	p.Press(p.Say("about.title"))
	p.MustSee("Version 1.0.0, built from 0123456789ab", p.Say("release.archive"), "graph.facebook.com and to no one else",
		"That folder is "+p.Folder.Path(), "deletes them")
	p.Press(p.Say("about.open_folder"))
	if !slices.Equal(p.Browser.Opened, []string{p.Folder.Path()}) {
		t.Errorf("opened: %v", p.Browser.Opened)
	}

	if p.Sees("fyne.io/fyne/v2") {
		t.Error("the list of licences is there unasked")
	}
	p.Press(p.Say("about.licences_show"))
	p.MustSee("fyne.io/fyne/v2", "github.com/zalando/go-keyring")
	p.Press("github.com/zalando/go-keyring")
	p.MustSee("Permission is hereby granted", "Zalando SE")
	p.Press(p.Say("button.back"))
	p.Press("github.com/spf13/cobra")
	p.MustSee("Apache License", "Limitation of Liability")
	p.Press(p.Say("button.back"))

	p.Press(p.Say("button.back"))
	p.MustSee(p.Say("home.title"))
}

// TestAboutOpensThePageOfReleases in the browser, and nothing is asked before.
func TestAboutOpensThePageOfReleases(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Key(fyne.KeyF1)
	p.Press(p.Say("about.title"))
	if opened := p.Browser.Opened; len(opened) != 0 {
		t.Errorf("opened unasked: %v", opened)
	}
	p.Press(p.Say("about.page"))
	if opened := strings.Join(p.Browser.Opened, " "); opened != "https://example.com/latchkey/releases" {
		t.Errorf("opened: %s", opened)
	}
	if asked := p.Requests.Load(); asked != 0 {
		t.Errorf("Graph was asked %d times", asked)
	}
}
