package support

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"time"

	"latchkey/assets/marks"
	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/report"

	"latchkey/graph/value"
)

// dataID marks the part of the page that holds the report as JSON.
const dataID = "latchkey-report"

//go:embed page.html
var pageText string

//go:embed page.css
var pageStyle string

var pageTemplate = template.Must(template.New("report").Parse(pageText))

// WritePage writes the report as one page for any browser: it reads well on
// the screen and printed, loads nothing, runs nothing, and holds the whole
// report as JSON, from which Open reads it again.
func WritePage(to io.Writer, from Report, words Words, pages site.Site) error {
	view := pageView{Report: from, words: words, pages: pages}
	var page bytes.Buffer
	if err := pageTemplate.Execute(&page, view); err != nil {
		return fmt.Errorf("making the report's page: %w", err)
	}
	if _, err := io.WriteString(to, (*value.Guard)(nil).Text(page.String())); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// pageView is what the template asks for.
type pageView struct {
	Report
	words Words
	pages site.Site
}

// Style is the page's look. The page allows this style by its digest and no
// other, and no script at all.
func (pageView) Style() template.CSS { return template.CSS(pageStyle) }

// Policy is the Content-Security-Policy of the page.
func (pageView) Policy() string {
	digest := sha256.Sum256([]byte(pageStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(digest[:]) + "'; base-uri 'none'; form-action 'none'"
}

// Say says words of the report.
func (v pageView) Say(id string) string { return v.words.Say("report." + id) }

// Maybe says words of any id, "" where there are none.
func (v pageView) Maybe(id string) string { return v.words.Maybe(id) }

// Head are the lines below the title.
func (v pageView) Head() []string { return v.head(v.words) }

// Summary is the verdict's sentence.
func (v pageView) Summary() []marks.Piece { return marks.Pieces(v.Report.Summary(v.words)) }

// VerdictWord is the verdict's one word.
func (v pageView) VerdictWord() string { return v.Say("verdict." + string(v.Verdict.Status)) }

// rowView is a row of the page.
type rowView struct {
	Status              check.Status
	Sign, Word          string
	Title, Detail, Fix  []marks.Piece
	Address, GraphWords string
	GraphSays           string
}

var signs = map[check.Status]string{
	check.Pass: "✓", check.Warn: "!", check.Fail: "✕", check.Unknown: "?", check.Skipped: "–",
}

// rowGroup is a part of the rows under one heading.
type rowGroup struct {
	Heading string
	Rows    []rowView
}

// Groups are all rows, in groups.
func (v pageView) Groups() []rowGroup {
	var groups []rowGroup
	for _, group := range check.Groups {
		shown := rowGroup{Heading: v.Say("group." + string(group))}
		for _, one := range v.Checks {
			if check.GroupOf(one.ID) == group {
				shown.Rows = append(shown.Rows, v.row(one))
			}
		}
		if len(shown.Rows) > 0 {
			groups = append(groups, shown)
		}
	}
	return groups
}

func (v pageView) row(one report.Check) rowView {
	text := one.Text(v.words, v.CheckedAt)
	row := rowView{
		Status: one.Status, Sign: signs[one.Status], Word: v.words.Say("status." + string(one.Status)),
		Title: marks.Pieces(text.Title), Detail: marks.Pieces(text.Detail),
	}
	if one.Problem() {
		row.Fix, row.Address, row.GraphWords = marks.Pieces(text.Fix), v.address(one, v.pages), answerText(one.Graph, v.words)
		if one.Graph != nil && one.Graph.Error != nil {
			row.GraphSays = one.Graph.Message
		}
	}
	return row
}

// permissionView is one permission and what it allows.
type permissionView struct{ State, Name, Allows string }

// PermissionRows lists the permissions: missing, granted, more than needed.
func (v pageView) PermissionRows() []permissionView {
	var rows []permissionView
	surplus := map[string]bool{}
	add := func(state string, names []string) {
		for _, name := range names {
			if state == "granted" && surplus[name] {
				continue
			}
			rows = append(rows, permissionView{v.Say("permission." + state), name, v.words.Maybe("permission." + name)})
		}
	}
	for _, name := range v.Permissions.Surplus {
		surplus[name] = true
	}
	add("missing", v.Permissions.Missing)
	add("granted", v.Permissions.Granted)
	add("surplus", v.Permissions.Surplus)
	return rows
}

// factView is a name and its value.
type factView struct{ Name, Value string }

// Facts are the token's facts, those that are told.
func (v pageView) Facts() []factView {
	end := v.moment(v.Token.ExpiresAt)
	if v.Token.NeverExpires {
		end = v.Say("never")
	}
	return v.facts(
		"kind", v.words.Say("kind."+string(v.kind())), "app", pair(v.Token.AppName, v.Token.AppID), "user", pair(v.Token.UserName, v.Token.UserID),
		"issued", v.moment(v.Token.IssuedAt), "ends", end, "data_access", v.moment(v.Token.DataAccessExpiresAt),
	)
}

// AccountFacts are an account's facts.
func (v pageView) AccountFacts(account report.Account) []factView {
	return v.facts(
		"id", account.ID, "review", account.Review, "status", account.Status, "verification", account.Verification,
		"owner", pair(account.OwnerName, account.OwnerID), "can_send", canSend(account.Health),
	)
}

// NumberFacts are a number's facts.
func (v pageView) NumberFacts(number report.Number) []factView {
	return v.facts(
		"id", number.ID, "name", number.Name, "status", number.Status, "quality", number.Quality, "code_verification", number.Verification,
		"name_status", number.NameStatus, "limit", number.Limit, "throughput", number.Throughput, "mode", number.Mode, "can_send", canSend(number.Health),
	)
}

// Troubles are what Meta holds against sending, in its own words.
func (v pageView) Troubles(health *report.Health) []report.HealthError {
	if health == nil {
		return nil
	}
	var troubles []report.HealthError
	for _, entity := range health.Entities {
		troubles = append(troubles, entity.Errors...)
	}
	return troubles
}

func canSend(health *report.Health) string {
	if health == nil {
		return ""
	}
	return health.CanSend
}

// facts makes pairs of ids and values, without those that have no value.
func (v pageView) facts(pairs ...string) []factView {
	var facts []factView
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			facts = append(facts, factView{v.Say("fact." + pairs[i]), pairs[i+1]})
		}
	}
	return facts
}

func (v pageView) moment(moment *time.Time) string {
	if moment == nil {
		return ""
	}
	return v.words.Date(*moment, v.CheckedAt) + " (" + utc(*moment) + " UTC)"
}

func pair(name, id string) string {
	if name == "" || id == "" {
		return name + id
	}
	return name + " (" + id + ")"
}
