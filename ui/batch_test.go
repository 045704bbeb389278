package ui_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

func list(text string) io.ReadCloser { return io.NopCloser(strings.NewReader(text)) }

func TestManyTokensAreCheckedTheGravestFirst(t *testing.T) {
	p := sit(t, habits{})
	good, bad := tokenOf(t, "ready"), tokenOf(t, "expired")
	p.window.CheckList(list("name,token\nGood shop," + good + "\nLate shop," + bad + "\n"))
	p.settle()
	p.mustSee("2 rows", "Good shop", "Late shop", "This token has expired")
	text := p.text()
	if strings.Index(text, "Late shop") > strings.Index(text, "Good shop") {
		t.Errorf("the good one comes first:\n%s", text)
	}
	for _, secret := range []string{good, bad} {
		if place := p.leaks(secret); place != "" {
			t.Errorf("a token stands in %s", place)
		}
	}
	p.press(p.say("batch.open"))
	p.mustSee("Late shop", p.say("report.group.token"))
	p.press(p.say("button.back"))
	p.mustSee("2 rows", "Good shop")
}

func TestAListThatIsNoneSaysSo(t *testing.T) {
	p := sit(t, habits{})
	p.window.CheckList(list(""))
	p.settle()
	p.mustSee(p.say("batch.list.no_rows"))
}

func TestALongListIsDrawnInPieces(t *testing.T) {
	p := sit(t, habits{})
	var rows strings.Builder
	for i := range 120 {
		fmt.Fprintf(&rows, "Shop %d,0123456789\n", i) // no token: answered without a call
	}
	p.window.CheckList(list("name,token\n" + rows.String()))
	p.settle()
	p.mustSee("120 rows")
	if p.find("Show 70 more") == nil {
		t.Errorf("all rows are drawn at once, or too few:\n%s", p.text())
	}
}
