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

// spoken are words as they lie in the file of a language.
type spoken struct {
	t     *testing.T
	tag   string
	texts map[string]any
}

func english(t *testing.T) Words { return speak(t, "en") }

func speak(t *testing.T, tag string) Words {
	t.Helper()
	file, err := os.ReadFile("../../assets/languages/" + tag + ".json")
	if err != nil {
		t.Fatal(err)
	}
	s := spoken{t: t, tag: tag}
	if err := json.Unmarshal(file, &s.texts); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s spoken) Say(id string, values ...map[string]string) string {
	text, ok := s.texts[id].(string)
	if !ok {
		s.t.Errorf("%s has no words for %s", s.tag, id)
		return id
	}
	parsed, err := template.New(id).Funcs(template.FuncMap{
		"meta": s.Meta, "menu": func(way string) string { return site.MenuIn(s.tag, way) },
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

func (s spoken) Meta(label string) string { return site.LabelIn(s.tag, label) }
func (s spoken) Language() string         { return s.tag }

// twoTongued speaks one language until it is told to speak another.
type twoTongued struct{ Words }

// TestThePagesSpeakTheLanguageOfWhoPractises, from the page on that follows a change.
func TestThePagesSpeakTheLanguageOfWhoPractises(t *testing.T) {
	words := &twoTongued{english(t)}
	client := start(t, Options{Words: words})
	client.web.CheckRedirect = nil
	b := &browser{graphClient: client, scenario: Practice()}
	wantIn(t, b.open(pathSystemUsers), `<html lang="en">`, "<h1>System users</h1>", "No system users yet")
	words.Words = speak(t, "de")
	page := b.open(pathSystemUsers)
	wantIn(t, page, `<html lang="de">`, "<h1>Systemnutzer</h1>")
	for _, said := range []string{"No system users yet", "This is Latchkey’s rehearsal"} {
		wantNotIn(t, page, said)
	}
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
