package desk

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/setup"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/support"
)

// reportParts shows everything a check has found: the verdict, what to fix
// first, what can be done with the report, then the rows by what they are
// about, and what the token may do and reach. opened is as for fixCard.
func reportParts(s *shell.Shell, report check.Report, opened func()) []fyne.CanvasObject {
	verdict := s.Words.Verdict(report)
	shown := []fyne.CanvasObject{
		widgets.NewColumn(2, widgets.NewCardTitle(verdict.Title), widgets.NewText(verdict.Summary)),
	}
	if row := report.Verdict.About; row.Problem() {
		ids := func() site.PageIDs { return site.PageIDs{App: report.Token.AppID} }
		shown = append(shown, parts.FixCard(s, row, ids, opened))
	}
	if report.Token.Kind == check.KindUser {
		shown = append(shown, widgets.NewButton(widgets.Primary, s.Say("desk.permanent"), func() { setup.MakePermanent(s, report) }))
	}
	shown = append(shown, widgets.NewFlowRow(10, 10,
		widgets.NewButton(widgets.Secondary, s.Say("desk.save_report"), func() { previewReport(s, report) }),
		widgets.NewButton(widgets.Secondary, s.Say("desk.messages"), func() { showMessages(s, report) })))
	for _, group := range support.Groups {
		if rows := groupRows(s, report, group); rows != nil {
			shown = append(shown, rows)
		}
	}
	shown = append(shown, permissionCard(s, report.Permissions))
	for _, account := range report.Accounts {
		shown = append(shown, accountCard(s, account, report.AccessTo(account.ID)))
	}
	return append(shown, widgets.NewSmallText(s.Say("desk.times", words.Values{
		"Local": report.CheckedAt.Local().Format("2006-01-02 15:04:05 MST"), "UTC": report.CheckedAt.UTC().Format(time.RFC3339),
		"Version": report.GraphVersion,
	})))
}

// groupRows are the rows of one group under its heading; nil where it has none.
func groupRows(s *shell.Shell, report check.Report, group support.Group) fyne.CanvasObject {
	list := parts.NewRowList(s, nil)
	var rows []check.Row
	for _, row := range report.Rows {
		if support.GroupOf(row.ID) == group {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	list.Replace(rows, report.CheckedAt)
	return widgets.NewColumn(6, widgets.NewCardTitle(s.Say("report.group."+string(group))), list.Column)
}

// permissionCard says what each permission allows.
func permissionCard(s *shell.Shell, permissions check.Permissions) fyne.CanvasObject {
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

// accountCard shows one account and its numbers, in Meta's own words.
func accountCard(s *shell.Shell, account graph.WhatsAppAccount, access check.Access) fyne.CanvasObject {
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
	lines := widgets.NewColumn(6, name(string(account.Name)),
		plain(facts("id", string(account.ID), "review", string(account.ReviewStatus), "status", string(account.Status),
			"verification", string(account.BusinessVerification))))
	for _, line := range healthLines(account.Health) {
		lines.Add(plain(line))
	}
	lines.Add(plain(accessLine(s, access)))
	for _, number := range account.Numbers {
		lines.Add(widgets.NewColumn(2, name(string(number.Display)+"  "+string(number.VerifiedName)),
			plain(facts("id", string(number.ID), "status", string(number.Status), "quality", string(number.Quality),
				"code_verification", string(number.Verification), "name_status", string(number.NameStatus), "limit", string(number.Limit)))))
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
func healthLines(health *graph.HealthStatus) []string {
	if health == nil {
		return nil
	}
	var lines []string
	for _, entity := range health.Entities {
		for _, trouble := range entity.Errors {
			lines = append(lines, strings.TrimSpace(string(entity.Type)+": "+string(trouble.Description)+" "+string(trouble.Solution)))
		}
	}
	return lines
}
