package saved_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"latchkey/graph"
	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

const day = 24 * time.Hour

// hasOne has one token saved as an entry says, and goes Home.
func hasOne(p *person.Person, entry vault.Entry) {
	p.T.Helper()
	entry.Name = "Shop"
	_, err := p.Env.Vault.Save(p.T.Context(), entry, graph.NewToken(person.TokenOf(p.T, "ready")))
	person.Must(p.T, err)
	p.Window.Home()
	p.Settle()
}

// sixtyDays is a token that can be extended, that much before its end.
func sixtyDays(left time.Duration) vault.Entry {
	return vault.Entry{
		Kind: string(check.KindSystemUser), AppID: "700", Verdict: string(check.Ready),
		IssuedAt: time.Now().Add(left - 60*day), ExpiresAt: time.Now().Add(left),
	}
}

// TestEnterDoesWhatASavedTokenNeeds: what its page's main button says.
func TestEnterDoesWhatASavedTokenNeeds(t *testing.T) {
	for name, c := range map[string]struct {
		entry     vault.Entry
		does, see string
	}{
		"ended":     {vault.Entry{Verdict: string(check.Ready), ExpiresAt: time.Now().Add(-day)}, "saved.renew", "renew.stays"},
		"broken":    {vault.Entry{Verdict: string(check.NotReady)}, "saved.check", "saved.just_checked"}, // which tells what helps
		"ends soon": {vault.Entry{Verdict: string(check.Ready), ExpiresAt: time.Now().Add(3 * day)}, "saved.renew", "renew.stays"},
		"sixty":     {sixtyDays(3 * day), "fix.extend.button", "fix.continue"},
		"unchecked": {vault.Entry{}, "saved.check", "saved.just_checked"},
		"works":     {vault.Entry{Verdict: string(check.Ready), NeverExpires: true}, "saved.hand_over", "handover.title"},
	} {
		t.Run(name, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			hasOne(p, c.entry)
			if p.Find(p.Say(c.does)) == nil {
				t.Errorf("the card does not offer it:\n%s", p.Text())
			}
			p.Press(p.Say("saved.details"))
			p.Key(fyne.KeyReturn)
			if !p.Sees(p.Say(c.see)) && p.Find(p.Say(c.see)) == nil && !p.Sees(p.Words.Say(c.see, words.Values{"Name": "Shop"})) {
				t.Errorf("Enter leads to\n%s", p.Text())
			}
		})
	}
}

// TestTheMenuHoldsAllThatCanBeDone, by the right mouse button and by the keyboard, and
// does it.
func TestTheMenuHoldsAllThatCanBeDone(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	hasOne(p, sixtyDays(3*day))
	var all []string
	for _, id := range []string{
		"saved.check", "saved.copy", "saved.hand_over", "saved.details", "saved.renew", "fix.extend.button",
		"fix.revoke.button", "saved.rename", "calendar.button", "saved.remove",
	} {
		all = append(all, p.Say(id))
	}
	p.RightClick("Shop")
	if offered := p.Menu(); !slices.Equal(offered, all) {
		t.Errorf("the menu offers %q", offered)
	}
	p.Choose(p.Say("saved.rename"))
	p.TypeName("Corner shop")
	p.Press(p.Say("button.use_name"))
	p.MustSee(p.Say("home.saved"), "Corner shop")

	for _, key := range []fyne.KeyName{desktop.KeyMenu, fyne.KeyF10} {
		p.Screen.Canvas().Focus(p.Find(p.Say("saved.copy")))
		p.Key(key)
		if offered := p.Menu(); !slices.Equal(offered, all) {
			t.Fatalf("%s opens %q", key, offered)
		}
		p.Key(fyne.KeyEscape)
		if p.Menu() != nil {
			t.Fatal("Esc leaves the menu open")
		}
	}
	p.RightClick("Corner shop")
	p.Choose(p.Say("saved.details"))
	p.Press(p.Say("saved.renew"))
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("keep.kept_in"))
	for _, label := range all {
		if label != p.Say("saved.details") && p.Find(label) == nil {
			t.Errorf("its page does not offer “%s”", label)
		}
	}
}

// TestARenewalSaysWhichAndWhy, and Esc leads back to where it began.
func TestARenewalSaysWhichAndWhy(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	end := time.Now().Add(-day)
	hasOne(p, vault.Entry{Verdict: string(check.Ready), ExpiresAt: end})
	p.Press(p.Say("saved.renew"))
	p.MustSee("You are renewing Shop", p.Words.Say("renew.why.ended", words.Values{"When": p.Words.When(end, time.Now())}), p.Say("renew.stays"))
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("home.saved"))
	p.Press(p.Say("saved.details"))
	p.Press(p.Say("saved.renew"))
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("keep.kept_in"))
}

// TestASavedTokensPageSaysInOneSentenceWhatItMayDo: nothing in it begins as a second one.
func TestASavedTokensPageSaysInOneSentenceWhatItMayDo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Shop")
	p.Press(p.Say("saved.check"))
	p.Press(p.Say("saved.details"))
	p.MustSee("Send messages and receive them; manage the account, numbers and templates")
}

// TestTheEndGoesIntoACalendarFromTheCard of a token that has one.
func TestTheEndGoesIntoACalendarFromTheCard(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	hasOne(p, sixtyDays(40*day))
	p.Press(p.Say("calendar.button"))
	p.MustSee(p.Say("save.do"))
}

// TestWhatCameOfACheckStandsOnThePage that it was asked on.
func TestWhatCameOfACheckStandsOnThePage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("revoked", "Shop")
	p.Press(p.Say("saved.details"))
	p.Press(p.Say("saved.check"))
	p.MustSee(p.Say("saved.just_checked"), p.Say("keep.kept_in"))
	if p.Find(p.Say("saved.renew")) == nil {
		t.Error("what it needs is not offered")
	}
}

// TestACheckSaysOnlyWhatIsNew: how the token does stands on its card already.
func TestACheckSaysOnlyWhatIsNew(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("sixty-days", "Shop")
	p.Press(p.Say("saved.check"))
	entries, err := p.Env.Vault.List(t.Context())
	person.Must(t, err)
	when := p.Words.When(entries[0].ExpiresAt, time.Now())
	once := func() {
		t.Helper()
		if told := strings.Count(p.Text(), when); told != 1 {
			t.Errorf("the end is told %d times in\n%s", told, p.Text())
		}
	}
	p.MustSee(p.Say("saved.just_checked"))
	if p.Sees("Before:") {
		t.Error("what nobody had asked is said to have changed")
	}
	once()
	p.Press(p.Say("saved.check"))
	p.MustSee(p.Words.Paragraph(p.Say("saved.just_checked"), p.Say("saved.same")))
	once()
	p.Press(p.Say("saved.copy")) // the next act takes its place
	if p.Sees(p.Say("saved.just_checked")) {
		t.Error("the check is still told of")
	}
	p.MustSee("Checked ")
}

// TestACheckSaysWhatHasChanged.
func TestACheckSaysWhatHasChanged(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	hasOne(p, vault.Entry{Verdict: string(check.NotReady)})
	p.MustSee(p.Say("saved.broken"))
	p.Press(p.Say("saved.check"))
	was := p.Words.Say("saved.broken", words.Values{"Told": "yes"})
	p.MustSee(p.Words.Paragraph(p.Say("saved.just_checked"), p.Words.Say("saved.before", words.Values{"Was": was})))
}

// TestWhatWasJustSeenIsNotToBeSeen: after a check nobody is sent to check.
func TestWhatWasJustSeenIsNotToBeSeen(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("revoked", "Shop")
	p.Press(p.Say("saved.check"))
	p.MustSee(p.Words.Say("saved.broken", words.Values{"Told": "yes"}), p.Say("saved.just_checked"))
	if p.Sees(p.Say("saved.broken")) {
		t.Errorf("it says to press what was pressed:\n%s", p.Text())
	}
}

// TestAShortLabelSaysMoreUnderThePointer: each of a card's buttons, once the pointer rests there.
func TestAShortLabelSaysMoreUnderThePointer(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Shop")
	for label, hint := range map[string]string{
		"saved.check": "hint.check", "saved.copy": "hint.copy", "saved.hand_over": "hint.hand_over", "saved.details": "hint.details",
	} {
		button := p.Find(p.Say(label)).(desktop.Hoverable)
		button.MouseIn(nil)
		p.Clock.Pass(time.Second)
		said := false
		p.All(func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
			text, ok := o.(*canvas.Text)
			said = said || ok && seen && text.Text == p.Say(hint)
		})
		if !said {
			t.Errorf("“%s” says no more", p.Say(label))
		}
		button.MouseOut()
	}
}
