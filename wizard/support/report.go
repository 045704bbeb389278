package support

import (
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/report"
)

// Schema names the form of a report. It has every field of the document that
// "latchkey check --json" prints, by the same names, and more.
const Schema = "latchkey.support/1"

// Report is a document to be sent to somebody else.
type Report struct {
	Schema   string   `json:"schema"`
	Made     Made     `json:"made"`
	Hidden   []Detail `json:"hidden"`             // what is only partly shown
	Practice bool     `json:"practice,omitempty"` // a rehearsal's token, of no use anywhere
	report.Document
}

// Made says who wrote the report, when, and with which version of the program.
type Made struct {
	By      string    `json:"by,omitempty"`
	At      time.Time `json:"at,omitzero"`
	Version string    `json:"latchkey,omitempty"`
}

// Options say what goes into a report.
type Options struct {
	Show     Show      // what is shown in full
	Maker    string    // who makes it, in their own words; may be ""
	Now      time.Time // when it is made
	Version  string    // of this program
	Practice bool      // the token is a rehearsal's
	Site     site.Site // where the pages of the fixes are; zero for Meta's
}

// Build makes a report of a document. Its sentences are made of what is shown.
func Build(told report.Document, words report.Words, options Options) Report {
	if options.Site == (site.Site{}) {
		options.Site = site.Meta
	}
	shown := options.Show.document(told)
	// The last line of defence: nothing of a secret's shape, whatever field a
	// server wrote it into.
	return mapTexts(Report{
		Schema:   Schema,
		Made:     Made{By: options.Maker, At: report.Second(options.Now), Version: options.Version},
		Hidden:   options.Show.hidden(),
		Practice: options.Practice,
		Document: shown.Say(words, options.Site, shown.PageIDs()),
	}, func(text string) string { return graph.Clean(text) })
}
