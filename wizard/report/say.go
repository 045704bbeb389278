package report

import (
	"slices"
	"time"

	"latchkey/assets/marks"
	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/check"
)

// Text is a row in words. Detail and Fix may be "". Words in bold stand between
// two stars.
type Text struct {
	Status string // "OK", "To fix", …
	Title  string
	Detail string
	Fix    string
	Steps  []string // what the fix says to do, one after another
}

// VerdictText is a verdict in words.
type VerdictText struct {
	Title   string // a page's title: "This token is almost ready: one thing is missing"
	Summary string // one sentence
}

// Judged is a check's report, or the document about it.
type Judged interface {
	Judgement() (verdict check.Verdict, at time.Time)
}

// Words speak a person's language.
type Words interface {
	// Row puts a row into words, as they are at the moment of the check.
	Row(row check.Row, at time.Time) Text
	// Verdict says what came of a check.
	Verdict(Judged) VerdictText
}

// Say returns the document with its sentences. pages is where the fixes are
// made, and ids lead to the exact one.
func (d Document) Say(words Words, pages site.Site, ids site.PageIDs) Document {
	d.Verdict.Summary = marks.Plain(words.Verdict(d).Summary)
	d.Checks = slices.Clone(d.Checks)
	for i := range d.Checks {
		one := &d.Checks[i]
		text := words.Row(one.Row, d.CheckedAt)
		one.Title, one.Detail, one.Fix = marks.Plain(text.Title), marks.Plain(text.Detail), nil
		if text.Fix != "" {
			one.Fix = &Fix{Text: marks.Plain(text.Fix), URL: pages.Address(one.Page, ids)}
		}
	}
	return d
}

// PageIDs are the ids that the document tells and that lead to the exact page.
// One that is only partly shown leads nowhere.
func (d Document) PageIDs() site.PageIDs {
	if app := graph.ID(d.Token.AppID); app.Plain() {
		return site.PageIDs{App: app}
	}
	return site.PageIDs{}
}

// Text returns a row in words: the reader's own where they know it, else as
// the maker read it. A newer program may know more reasons than this one.
func (c Check) Text(words Words, at time.Time) Text {
	text := words.Row(c.Row, at)
	if c.Known() {
		return text
	}
	text = Text{Status: text.Status, Title: c.Title, Detail: c.Detail}
	if c.Fix != nil {
		text.Fix, text.Steps = c.Fix.Text, []string{c.Fix.Text}
	}
	return text
}

// Summary is the verdict's sentence: in the reader's own words where they know
// it, else as the maker read it.
func (d Document) Summary(words Words) string {
	if verdict, _ := d.Judgement(); verdict.Known() && verdict.About.Reason != "" {
		return words.Verdict(d).Summary
	}
	return d.Verdict.Summary
}
