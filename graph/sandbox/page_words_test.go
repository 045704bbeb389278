package sandbox

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"
	"text/template"

	"latchkey/graph"
	"latchkey/graph/site"
)

// spoken are the English words as they lie in their file.
type spoken struct {
	t     *testing.T
	texts map[string]any
}

func english(t *testing.T) Words {
	t.Helper()
	file, err := os.ReadFile("../../assets/languages/en.json")
	if err != nil {
		t.Fatal(err)
	}
	s := spoken{t: t}
	if err := json.Unmarshal(file, &s.texts); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s spoken) Say(id string, values ...map[string]string) string {
	text, ok := s.texts[id].(string)
	if !ok {
		s.t.Errorf("there are no words for %s", id)
		return id
	}
	parsed, err := template.New(id).Funcs(template.FuncMap{
		"meta": s.Meta, "menu": func(way string) string { return site.MenuIn("en", way) },
	}).Parse(text)
	if err != nil {
		s.t.Error(err)
		return id
	}
	var said strings.Builder
	if err := parsed.Execute(&said, append(values, nil)[0]); err != nil {
		s.t.Error(err)
	}
	return said.String()
}

func (s spoken) Meta(label string) string { return site.LabelIn("en", label) }
func (s spoken) Language() string         { return "en" }

// abroad speaks a made-up language with Meta's German labels, from the moment it is told to.
type abroad struct {
	Words
	left bool
}

func (a *abroad) Say(id string, values ...map[string]string) string {
	if a.left {
		return "Zz " + a.Words.Say(id, values...)
	}
	return a.Words.Say(id, values...)
}

func (a *abroad) Meta(label string) string { return site.LabelIn(a.Language(), label) }

func (a *abroad) Language() string {
	if a.left {
		return "de"
	}
	return a.Words.Language()
}

// TestThePagesSpeakTheLanguageOfWhoPractises, from the page on that follows a change: what
// the page says, its troubles, and what was done.
func TestThePagesSpeakTheLanguageOfWhoPractises(t *testing.T) {
	words := &abroad{Words: english(t)}
	client := start(t, Options{Words: words})
	client.web.CheckRedirect = nil
	b := &browser{graphClient: client, scenario: Practice()}
	wantIn(t, b.open(pathSystemUsers), `<html lang="en">`, "<h1>System users</h1>", "<b>No system users yet</b>")
	words.left = true
	wantIn(t, b.open(pathSystemUsers), `<html lang="de">`, "<h1>Systemnutzer</h1>", "<b>Zz No system users yet</b>", "Systemnutzer – Unternehmenseinstellungen – Zz PRACTICE</title>")
	b.submit(pathSystemUsers + "/policy")
	wantProblem(t, b.submit(pathSystemUsers+"/add", "role", "ADMIN"), "name", "Zz Enter a name for the system user.")
	wantIn(t, b.submit(pathSystemUsers+"/add", "name", "bot", "role", "ADMIN"), "✓ Zz System user created.")
}

// TestWhatIsPutIntoASentenceStaysText: what the page links is a link; what people typed is
// never markup.
func TestWhatIsPutIntoASentenceStaysText(t *testing.T) {
	b := browse(t, Practice())
	b.server.state.portfolio(b.scenario.BusinessID).name = `<i>"Tea"</i> & Co`
	b.sitDownAs("Sam Miller")
	page := b.send(b.request(http.MethodGet, pathSystemUsers, graph.Token{}, nil)).raw
	wantIn(t, page, "full control of &lt;i&gt;&#34;Tea&#34;&lt;/i&gt; &amp; Co can.", `You find them here: <a href="/latest/settings/people?business_id=`+b.scenario.BusinessID+`">People</a>.`, "You are: <b>Sam Miller</b> (basic access)")
	wantNotIn(t, page, "<i>")
}
