package setup_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"latchkey/ui/internal/person"
)

// TestPracticeShowsOnesOwnBusinessAgain after a look at the way to customers' tokens,
// which opens on a partner's portfolio.
func TestPracticeShowsOnesOwnBusinessAgain(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.Press(p.Say("situation.others.title"))
	p.Press(p.Say("situation.tech_provider.title"))
	p.Press(p.Say("step.business.main"))
	p.Press(p.Say("button.back"))
	p.Press(p.Say("situation.own_business.title"))
	p.Press(p.Say("step.business.main"))
	p.Press(p.Say("page.system_users"))
	answer, err := http.Get(p.Browser.Opened[len(p.Browser.Opened)-1])
	person.Must(t, err)
	defer func() { _ = answer.Body.Close() }()
	page, err := io.ReadAll(answer.Body)
	person.Must(t, err)
	if !strings.Contains(string(page), "Corner Bakery") {
		t.Errorf("the page opens on another portfolio:\n%s", page)
	}
}
