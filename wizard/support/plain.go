package support

import (
	"fmt"
	"io"
	"strings"
	"time"

	"latchkey/assets/marks"
	"latchkey/graph/site"
	"latchkey/wizard/check"

	"latchkey/graph/value"
)

// WritePlain writes the report as a text for a chat or a mail: the verdict,
// the code for the phone, and the rows that are not fine.
func WritePlain(to io.Writer, from Report, words Words, pages site.Site) error {
	var lines []string
	add := func(line string) {
		if line = strings.TrimRight(marks.Plain(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	gap := func() { lines = append(lines, "") }
	add(words.Say("report.title"))
	for _, line := range from.head(words) {
		add(line)
	}
	gap()
	add(words.Named(words.Say("report.verdict."+string(from.Verdict.Status)), from.Summary(words)))
	for _, one := range from.Checks {
		if !one.Problem() {
			continue
		}
		text := one.Text(words, from.CheckedAt)
		gap()
		add(words.Named(words.Say("status."+string(one.Status)), text.Title))
		add(text.Detail)
		add(text.Fix)
		add(from.address(one, pages))
		add(answerText(one.Graph, words))
	}
	gap()
	add(words.Say("report.note"))
	if _, err := io.WriteString(to, (*value.Guard)(nil).Text(strings.Join(lines, "\n")+"\n")); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// head are the lines that say what kind of paper this is: who made it, when,
// with what, and the code for the phone.
func (r Report) head(words Words) []string {
	lines := []string{}
	if r.Practice {
		lines = append(lines, words.Say("report.practice"))
	}
	if !r.Made.At.IsZero() {
		lines = append(lines, words.Say("report.made", map[string]string{
			"When": words.Date(r.Made.At, r.Made.At), "By": r.Made.By, "Version": r.Made.Version,
		}))
	}
	lines = append(lines,
		words.Say("report.checked", map[string]string{
			"When": words.Date(r.CheckedAt, r.CheckedAt), "UTC": utc(r.CheckedAt), "Graph": r.Graph.Version,
		}),
		words.Say("report.token", map[string]string{"Kind": words.Say("kind." + string(r.kind())), "Last4": r.Token.Last4, "App": r.Token.AppName}),
		words.Say("report.code", map[string]string{"Code": r.Spoken().String()}))
	if len(r.Hidden) > 0 {
		lines = append(lines, words.Say("report.hidden", map[string]string{"What": r.hiddenWords(words)}))
	}
	return lines
}

// kind is the token's kind, one that there are words for.
func (r Report) kind() check.Kind {
	switch kind := r.Token.Kind; kind {
	case check.KindSystemUser, check.KindBusinessIntegration, check.KindUser, check.KindPage, check.KindApp:
		return kind
	}
	return check.KindUnknown
}

func (r Report) hiddenWords(words Words) string {
	var named []string
	for _, detail := range r.Hidden {
		if name := words.Maybe("report.detail." + string(detail)); name != "" {
			named = append(named, name)
		}
	}
	return words.List(named...)
}

// answerText is what Meta's support wants to hear, "" where Graph found no fault.
func answerText(answer *check.GraphAnswer, words Words) string {
	if answer == nil || answer.Error == nil {
		return ""
	}
	return words.Say("report.graph", map[string]string{"Code": answer.CodeText(), "Trace": answer.TraceID})
}

func utc(moment time.Time) string { return moment.UTC().Format("2006-01-02 15:04:05") }
