package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// reportParts shows everything that is told of a check: the verdict, what to fix
// first, what can be done with the report, then the rows by what they are
// about, and what the token may do and reach. live is the check itself, the zero
// Report where it was made elsewhere. opened is as for fixCard.
func (w *Window) reportParts(told report.Document, live check.Report, opened func()) []fyne.CanvasObject {
	verdict := w.Words.Verdict(told)
	parts := []fyne.CanvasObject{
		widgets.NewColumn(2, widgets.NewCardTitle(verdict.Title), widgets.NewText(verdict.Summary)),
	}
	if about := told.Check(told.Verdict.About); about.Problem() {
		parts = append(parts, w.fixCard(about.Row, told.PageIDs, opened))
	}
	if told.Token.Kind == check.KindUser {
		live.Token.AppID = told.PageIDs().App
		parts = append(parts, widgets.NewButton(widgets.Primary, w.say("desk.permanent"), func() { w.makePermanent(live) }))
	}
	parts = append(parts, widgets.NewFlowRow(10, 10,
		widgets.NewButton(widgets.Secondary, w.say("desk.save_report"), func() { w.previewReport(told) }),
		widgets.NewButton(widgets.Secondary, w.say("desk.messages"), func() { w.showMessages(told) })))
	for _, group := range check.Groups {
		if rows := w.groupRows(told, group); rows != nil {
			parts = append(parts, rows)
		}
	}
	parts = append(parts, w.permissionCard(told.Permissions))
	for _, account := range told.Accounts {
		access := ""
		if live.Access != nil {
			access = w.accessLine(live.AccessTo(graph.ID(account.ID)))
		}
		parts = append(parts, w.accountCard(account, access))
	}
	return append(parts, widgets.NewSmallText(w.say("desk.times", words.Values{
		"Local": told.CheckedAt.Local().Format("2006-01-02 15:04:05 MST"), "UTC": told.CheckedAt.UTC().Format(time.RFC3339),
		"Version": told.Graph.Version,
	})))
}

// groupRows are the rows of one group under its heading; nil where it has none.
func (w *Window) groupRows(told report.Document, group check.Group) fyne.CanvasObject {
	list := w.newRowList(nil)
	list.at = told.CheckedAt
	var rows []check.Row
	for _, one := range told.Checks {
		if check.GroupOf(one.ID) == group {
			rows = append(rows, one.Row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	list.replace(rows)
	return widgets.NewColumn(6, widgets.NewCardTitle(w.say("report.group."+string(group))), list.column)
}

// permissionCard says what each permission allows.
func (w *Window) permissionCard(permissions report.Permissions) fyne.CanvasObject {
	lines := widgets.NewColumn(6, widgets.NewCardTitle(w.say("report.heading.permissions")))
	add := func(id string, status widgets.Status, names []string) {
		for _, name := range names {
			allows := w.Words.Maybe("permission." + name)
			lines.Add(widgets.NewFlowRow(8, 2, widgets.NewWideBadge(status, w.say("report.permission."+id)),
				widgets.NewText("**"+name+"**"), widgets.NewSmallText(allows)))
		}
	}
	var needed []string
	for _, name := range permissions.Granted {
		if !contains(permissions.Surplus, name) {
			needed = append(needed, name)
		}
	}
	add("granted", widgets.Fine, needed)
	add("missing", widgets.ToFix, permissions.Missing)
	add("surplus", widgets.Advice, permissions.Surplus)
	return widgets.NewCard(lines)
}

func contains(names []string, name string) bool {
	for _, one := range names {
		if one == name {
			return true
		}
	}
	return false
}

// accountCard shows one account and its numbers, in Meta's own words, and what
// is known of the access to it.
func (w *Window) accountCard(account report.Account, access string) fyne.CanvasObject {
	facts := func(pairs ...string) string {
		var told []string
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i+1] != "" {
				told = append(told, w.Words.Fact(w.say("report.fact."+pairs[i]), pairs[i+1]))
			}
		}
		return strings.Join(told, " · ")
	}
	plain := func(text string) fyne.CanvasObject {
		return widgets.NewStyledText(text, widgets.TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true})
	}
	name := func(text string) fyne.CanvasObject {
		return widgets.NewStyledText(text, widgets.TextStyle{Bold: true, Plain: true})
	}
	lines := widgets.NewColumn(6, name(account.Name),
		plain(facts("id", account.ID, "review", account.Review, "status", account.Status,
			"verification", account.Verification)))
	for _, line := range healthLines(account.Health) {
		lines.Add(plain(line))
	}
	if access != "" {
		lines.Add(plain(access))
	}
	for _, number := range account.Numbers {
		lines.Add(widgets.NewColumn(2, name(number.Display+"  "+number.Name),
			plain(facts("id", number.ID, "status", number.Status, "quality", number.Quality,
				"code_verification", number.Verification, "name_status", number.NameStatus, "limit", number.Limit))))
		for _, line := range healthLines(number.Health) {
			lines.Add(plain(line))
		}
	}
	return widgets.NewCard(lines)
}

// accessLine says how much of the account the token's user was granted, and what
// is missing.
func (w *Window) accessLine(access check.Access) string {
	line := w.say("access." + string(access.Level))
	if access.Level == check.AccessUnknown {
		return w.Words.Paragraph(line, words.Plain(w.say("access.untold")))
	}
	if len(access.Tasks) > 0 {
		line = w.Words.Named(line, w.Words.List(access.Tasks...))
	}
	if len(access.Missing) > 0 {
		missing := make([]string, len(access.Missing))
		for i, ability := range access.Missing {
			missing[i] = w.say("access." + string(ability))
		}
		line = w.Words.Paragraph(line, w.Words.Named(w.say("access.missing"), w.Words.List(missing...)), words.Plain(w.say("access.change")))
	}
	return line
}

// healthLines are Meta's own descriptions of what stands against sending, with
// what Meta says mends it.
func healthLines(health *report.Health) []string {
	if health == nil {
		return nil
	}
	var lines []string
	for _, entity := range health.Entities {
		for _, trouble := range entity.Errors {
			lines = append(lines, strings.TrimSpace(entity.Type+": "+trouble.Description+" "+trouble.Solution))
		}
	}
	return lines
}
