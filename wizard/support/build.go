package support

import (
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/check"
)

// Options say what goes into a report.
type Options struct {
	Show     Show      // what is shown in full
	Maker    string    // who makes it, in their own words; may be ""
	Now      time.Time // when it is made
	Version  string    // of this program
	Practice bool      // the token is a rehearsal's
	Site     site.Site // where the pages of the fixes are; zero for Meta's
}

// Build copies from a check what may be sent to somebody else. Nothing gets in
// that is not named here, so what a later Graph adds stays out by itself.
func Build(checked check.Report, words Words, options Options) Report {
	if options.Site == (site.Site{}) {
		options.Site = site.Meta
	}
	hide := hidingOf(checked, options.Show)
	report := Report{
		Schema:    Schema,
		Made:      Made{By: options.Maker, At: second(options.Now), Version: options.Version},
		Hidden:    options.Show.hidden(),
		Practice:  options.Practice,
		CheckedAt: second(checked.CheckedAt),
		Graph:     Graph{Version: checked.GraphVersion},
		Verdict: Verdict{
			Status: checked.Verdict.Status, Reason: checked.Verdict.Reason,
			About: checked.Verdict.About.ID, Missing: checked.Verdict.Missing,
		},
		Token: hide.token(checked.Token),
		Permissions: Permissions{
			Granted: list(checked.Permissions.Granted),
			Missing: list(checked.Permissions.Missing),
			Surplus: list(checked.Permissions.Surplus),
		},
		Accounts: make([]Account, 0, len(checked.Accounts)),
		Unlisted: checked.Unlisted,
		Checks:   make([]Check, 0, len(checked.Rows)),
	}
	for _, account := range checked.Accounts {
		report.Accounts = append(report.Accounts, hide.account(account))
	}
	for _, row := range checked.Rows {
		report.Checks = append(report.Checks, hide.row(row))
	}
	// An exact address names the app, which is an id like any other.
	var ids site.PageIDs
	if options.Show.IDs {
		ids.App = checked.Token.AppID
	}
	report.speak(words, options.Site, ids)
	// The last line of defence: nothing of a secret's shape, whatever field a
	// server wrote it into.
	eachText(&report, func(text string) string { return graph.Redact(text) })
	return report
}

// speak writes the sentences into the report, from values that are partly
// hidden by now.
func (r *Report) speak(words Words, pages site.Site, ids site.PageIDs) {
	checked := r.Checked()
	r.Verdict.Summary = plain(words.Verdict(checked).Title)
	for i, row := range checked.Rows {
		text := words.Row(row, r.CheckedAt)
		one := &r.Checks[i]
		one.Title, one.Detail = plain(text.Title), plain(text.Detail)
		if text.Fix != "" {
			one.Fix = &Fix{Text: plain(text.Fix), URL: pages.Address(row.Page, ids)}
		}
	}
}

// Text returns a row in words: the reader's own where they know it, else as
// the maker read it. A newer program may know more reasons than this one.
func (c Check) Text(words Words, at time.Time) Text {
	known := words.Maybe("check."+string(c.ID)+".title") != "" &&
		(words.Maybe(c.Reason+".title") != "" || words.Maybe(c.Reason+".detail") != "")
	if known {
		return words.Row(c.Row(), at)
	}
	text := Text{Title: c.Title, Detail: c.Detail}
	if c.Fix != nil {
		text.Fix, text.Steps = c.Fix.Text, []string{c.Fix.Text}
	}
	return text
}

// Summary is the verdict's sentence: in the reader's own words where they know
// it, else as the maker read it.
func (r Report) Summary(words Words) string {
	if words.Maybe(r.Verdict.Reason+".summary") != "" && r.check(r.Verdict.About).Reason != "" {
		return words.Verdict(r.Checked()).Title
	}
	return r.Verdict.Summary
}

func list(names []string) []string { return append([]string{}, names...) }

// second is a moment as documents write it: UTC, without fractions.
func second(moment time.Time) time.Time {
	if moment.IsZero() {
		return moment
	}
	return moment.UTC().Truncate(time.Second)
}

func moment(at time.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	at = second(at)
	return &at
}
