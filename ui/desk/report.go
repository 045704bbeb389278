package desk

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/setup"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// saveButton gives on what was found.
func saveButton(s *shell.Shell, told report.Document) *widgets.Button {
	return widgets.NewButton(widgets.Secondary, s.Say("desk.save_report"), func() { previewReport(s, told) })
}

// answerButton leads to what the customer is to be told of it.
func answerButton(s *shell.Shell, importance widgets.Importance, told report.Document) *widgets.Button {
	return widgets.NewButton(importance, s.Say("desk.messages"), func() { showMessages(s, told) })
}

// reportParts shows what a check found besides its verdict: what to fix first, then the rows by
// what they are about, and what the token may do and reach. live is the check itself, the zero
// Report where it was made elsewhere. mended and repair are those of parts.Findings.
func reportParts(s *shell.Shell, told report.Document, live check.Report, mended []check.ID, repair parts.Repairs) []fyne.CanvasObject {
	var shown []fyne.CanvasObject
	if about := told.Check(told.Verdict.About); about.Problem() {
		about.Repair = live.Row(about.ID).Repair
		shown = append(shown, parts.CustomersFixCard(s, about.Row, told.PageIDs, repair))
	}
	if told.Token.Kind == check.KindUser {
		live.Token.AppID = told.PageIDs().App
		shown = append(shown, widgets.NewFlowRow(0, 0,
			widgets.NewButton(widgets.Secondary, s.Say("desk.permanent"), func() { setup.MakePermanent(s, live) })))
	}
	rows := make([]check.Row, len(told.Checks))
	for i, one := range told.Checks {
		rows[i] = one.Row
		rows[i].Repair = live.Row(one.ID).Repair
	}
	shown = append(shown, parts.Groups(s, parts.Findings{
		Rows: rows, At: told.CheckedAt, Told: told.Verdict.About, Mended: mended,
		IDs: told.PageIDs, Repair: repair,
	}))
	if card := permissionCard(s, told.Permissions); card != nil {
		shown = append(shown, card)
	}
	for _, account := range told.Accounts {
		access := ""
		if live.Access != nil {
			access = accessLine(s, live.AccessTo(graph.ID(account.ID)))
		}
		shown = append(shown, accountCard(s, account, access))
	}
	return append(shown, widgets.NewSmallText(times(s, told)))
}

// times is when a check was made, here and by the clock that support uses, and
// with which version of Graph where that was asked.
func times(s *shell.Shell, told report.Document) string {
	local := told.CheckedAt.Local()
	values := words.Values{"Local": local.Format("2006-01-02 15:04:05 MST"), "UTC": "", "Version": told.Graph.Version}
	if _, offset := local.Zone(); offset != 0 {
		values["UTC"] = told.CheckedAt.UTC().Format(time.RFC3339)
	}
	return s.Say("desk.times", values)
}

// permissionCard says what each permission allows; nil where none is known.
func permissionCard(s *shell.Shell, permissions report.Permissions) fyne.CanvasObject {
	if len(permissions.Granted)+len(permissions.Missing) == 0 {
		return nil
	}
	lines := widgets.NewColumn(6, widgets.NewCardTitle(s.Say("report.heading.permissions")))
	add := func(id string, status widgets.Status, names []string) {
		for _, name := range names {
			allows := s.Words.Maybe("permission." + name)
			lines.Add(widgets.NewFlowRow(8, 2, widgets.NewWideBadge(status, s.Say("report.permission."+id)),
				widgets.NewText("**"+name+"**"), widgets.NewSmallText(allows)))
		}
	}
	var needed []string
	for _, name := range permissions.Granted {
		if !slices.Contains(permissions.Surplus, name) {
			needed = append(needed, name)
		}
	}
	add("granted", widgets.Fine, needed)
	add("missing", widgets.ToFix, permissions.Missing)
	add("surplus", widgets.Advice, permissions.Surplus)
	return widgets.NewCard(lines)
}

// accountCard shows one account and its numbers, in Meta's own words, and what
// is known of the access to it.
func accountCard(s *shell.Shell, account report.Account, access string) fyne.CanvasObject {
	facts := func(pairs ...string) string {
		var told []string
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i+1] != "" {
				told = append(told, s.Words.Fact(s.Say("report.fact."+pairs[i]), pairs[i+1]))
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
func accessLine(s *shell.Shell, access check.Access) string {
	line := s.Say("access." + string(access.Level))
	if access.Level == check.AccessUnknown {
		return s.Words.Paragraph(line, words.Plain(s.Say("access.untold")))
	}
	if len(access.Tasks) > 0 {
		line = s.Words.Named(line, s.Words.List(access.Tasks...))
	}
	if len(access.Missing) > 0 {
		missing := make([]string, len(access.Missing))
		for i, ability := range access.Missing {
			missing[i] = s.Say("access." + string(ability))
		}
		line = s.Words.Paragraph(line, s.Words.Named(s.Say("access.missing"), s.Words.List(missing...)), words.Plain(s.Say("access.change")))
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
