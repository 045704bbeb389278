package pictures_test

import (
	"fmt"
	"image/color"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"latchkey/ui/pictures"
	"latchkey/ui/theme"
)

func TestMain(m *testing.M) {
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	m.Run()
}

var settings = pictures.BusinessSettings{
	Window: "Business settings", Users: "Users", People: "People", Partners: "Partners", SystemUsers: "System users",
}

var scenes = []pictures.Scene{
	pictures.List{Window: "Business settings", Add: "Create account"},
	pictures.CreatePortfolio{
		Window: "Business settings", Title: "Create a business portfolio", Name: "Business portfolio name", Person: "Your name", Email: "Business email",
		Create: "Create",
	},
	pictures.Form{Window: "App dashboard", Title: "Create app", Fields: []string{"App name", "App contact email"}, Next: "Next", Number: 1},
	pictures.Form{Window: "WhatsApp Manager", Title: "Add phone number", Fields: []string{"Your number"}, Next: "Next", Number: 3},
	pictures.AppChoice{Window: "App dashboard", Title: "Create app", Choice: "Connect with customers through WhatsApp", Next: "Next", Number: 2},
	pictures.CreateApp{Window: "App dashboard", Title: "Create app", Create: "Create app"},
	pictures.SystemUsers{BusinessSettings: settings, Add: "+ Add"},
	pictures.CreateSystemUser{
		Window: "Business settings", Title: "Create system user", NameLabel: "System user name", Name: "latchkey-whatsapp",
		RoleLabel: "System user role", Role: "Admin", Create: "Create system user",
	},
	pictures.Policy{Window: "Business settings", Title: "Non-discrimination policy", Accept: "I accept"},
	pictures.SystemUserPage{
		Window: "Business settings", SystemUsers: "System users", User: "latchkey-whatsapp", Assign: "Assign assets", Generate: "Generate new token",
	},
	pictures.SystemUserPage{
		Window: "Business settings", SystemUsers: "System users", User: "latchkey-whatsapp", Assign: "Assign assets", Generate: "Generate new token",
		ToGenerate: true,
	},
	selectAssets(pictures.SelectAssets{Asset: "Your app", Permission: "Manage app", From: 2}),
	selectAssets(pictures.SelectAssets{Kind: 1, Asset: "Your account", Permission: "Manage WhatsApp Business accounts", From: 4, Last: true}),
	selectAssets(pictures.SelectAssets{Kind: 2, Asset: "Your account", Permission: "Manage WhatsApp Business accounts", From: 5, InOne: true, Last: true}),
	pictures.AddAssets{
		Window: "Business settings", Title: "Add assets", Kind: "Apps", Asset: "Corner Bakery Bot", Permission: "Manage app", Save: "Save changes", From: 2,
	},
	pictures.AddAssets{
		Window: "Business settings", Title: "Add assets", Kind: "WhatsApp accounts", Asset: "Corner Bakery", Permission: "Full control", Save: "Save changes",
		From: 5, InOne: true,
	},
	pictures.SelectApp{Window: "Business settings", Title: "Generate new token", Label: "Select app", App: "Corner Bakery Bot", Next: "Next"},
	pictures.SetExpiration{Window: "Business settings", Title: "Generate new token", Label: "Set expiration", Days: "60 days", Never: "Never", Next: "Next"},
	pictures.AssignPermissions{
		Window: "Business settings", Title: "Generate new token", Label: "Assign permissions",
		Permissions: []string{"whatsapp_business_messaging", "whatsapp_business_management"}, Generate: "Generate token",
	},
	pictures.GenerateToken{
		Window: "Business settings", Title: "Generate token", AppLabel: "Select app", App: "Corner Bakery Bot", ExpiryLabel: "Token expiration", Expiry: "Never",
		Permissions: []string{"whatsapp_business_messaging", "whatsapp_business_management"}, Generate: "Generate token",
	},
	pictures.Way{Make: "Make it at Meta, step by step", Paste: "Paste it here", Check: "Latchkey checks that it works", Keep: "It stays in your keychain"},
	pictures.TokenShown{Window: "Business settings", Title: "Token generated", Token: "EAAG…", Copy: "Copy", Note: "It will not be shown again"},
}

// selectAssets is the window as a portfolio with split accounts shows it.
func selectAssets(of pictures.SelectAssets) pictures.SelectAssets {
	of.Window, of.Title = "Business settings", "Select assets and assign permissions"
	of.Types, of.Assets, of.Permissions = "Select asset type", "Select assets", "Assign permissions"
	of.Kinds = []string{"Apps", "WhatsApp accounts", "Messaging accounts"}
	of.Group, of.Assign = "Full control", "Assign assets"
	return of
}

func texts(p *pictures.Picture) []*canvas.Text {
	var found []*canvas.Text
	for _, o := range test.WidgetRenderer(p).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			found = append(found, text)
		}
	}
	return found
}

// TestEveryWordIsShown: a word that is handed in and not drawn would be a word translated in
// vain.
func TestEveryWordIsShown(t *testing.T) {
	for _, scene := range scenes {
		p := pictures.New(scene, "")
		p.Resize(fyne.NewSize(460, 300))
		var drawn []string
		for _, text := range texts(p) {
			drawn = append(drawn, text.Text)
		}
		for _, word := range wordsIn(reflect.ValueOf(scene)) {
			if !strings.Contains(strings.Join(drawn, " "), word) { // some stand on two lines
				t.Errorf("%T does not show %q, but %q", scene, word, drawn)
			}
		}
	}
}

func wordsIn(v reflect.Value) []string {
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Struct:
		var words []string
		for i := range v.NumField() {
			words = append(words, wordsIn(v.Field(i))...)
		}
		return words
	case reflect.Slice:
		var words []string
		for i := range v.Len() {
			words = append(words, wordsIn(v.Index(i))...)
		}
		return words
	}
	return nil
}

func TestPictureKeepsItsShape(t *testing.T) {
	p := pictures.New(scenes[0], "")
	for _, width := range []float32{280, 341, 400} {
		p.Resize(fyne.NewSize(width, 222))
		ratio := width / p.MinSize().Height
		if ratio < 1.52 || ratio > 1.55 {
			t.Errorf("%v wide, it is %v high", width, p.MinSize().Height)
		}
		for _, o := range test.WidgetRenderer(p).Objects() {
			if right := o.Position().X + o.Size().Width; right > width+10 {
				t.Errorf("%v wide, a %T reaches to %v", width, o, right)
			}
		}
	}
}

// TestWordsStandApart: at the widths that pages give a picture, and with words
// that are much longer, each stands in its place and none lies on another, nor
// the number of a mark on any.
func TestWordsStandApart(t *testing.T) {
	for _, scene := range scenes {
		long := reflect.New(reflect.TypeOf(scene)).Elem()
		long.Set(reflect.ValueOf(scene))
		lengthen(long)
		for _, scene := range []pictures.Scene{scene, long.Interface().(pictures.Scene)} {
			for _, width := range []float32{260, 341, 460} {
				p := pictures.New(scene, "")
				p.Resize(fyne.NewSize(width, 222))
				mustStandApart(t, fmt.Sprintf("%T, %v wide", scene, width), p)
			}
		}
	}
}

// lengthen makes every word within a scene three times as long.
func lengthen(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.Repeat(v.String(), 3))
	case reflect.Struct:
		for i := range v.NumField() {
			lengthen(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, v.Len()), v)) // the other scene keeps its own
		for i := range v.Len() {
			lengthen(v.Index(i))
		}
	}
}

func mustStandApart(t *testing.T, name string, p *pictures.Picture) {
	t.Helper()
	type place struct {
		words                    string
		left, top, right, bottom float32
	}
	var written []place
	for _, text := range texts(p) {
		at, size, needs := text.Position(), text.Size(), text.MinSize().Width
		if needs > size.Width+0.5 {
			t.Errorf("%s: “%s” is wider than its place", name, text.Text)
		}
		left := at.X
		if text.Alignment == fyne.TextAlignCenter {
			left += (size.Width - needs) / 2
		}
		top := at.Y + (size.Height-text.TextSize)/2
		this := place{text.Text, left, top, left + needs, top + text.TextSize}
		if this.left < 0 || this.right > p.Size().Width {
			t.Errorf("%s: “%s” lies outside, from %v to %v", name, this.words, this.left, this.right)
		}
		for _, other := range written {
			if this.left < other.right && other.left < this.right && this.top < other.bottom && other.top < this.bottom {
				t.Errorf("%s: “%s” lies on “%s”", name, this.words, other.words)
			}
		}
		written = append(written, this)
	}
}

// TestEachMarkIsTheOnlyOneOfItsNumber: who reads an instruction finds one place for it, and by letters
// the order of several.
func TestEachMarkIsTheOnlyOneOfItsNumber(t *testing.T) {
	mark := regexp.MustCompile(`^[1-9][a-z]?$`)
	for _, scene := range scenes {
		p := pictures.New(scene, "")
		p.Resize(fyne.NewSize(341, 222))
		seen := map[string]bool{}
		for _, text := range texts(p) {
			if mark.MatchString(text.Text) && seen[text.Text] {
				t.Errorf("%T has two marks %s", scene, text.Text)
			}
			seen[text.Text] = true
		}
	}
}

func TestPictureFollowsTheTheme(t *testing.T) {
	w := test.NewTempWindow(t, pictures.New(scenes[0], ""))
	colorOf := func() color.Color { return texts(w.Content().(*pictures.Picture))[1].Color }
	w.Resize(fyne.NewSize(341, 222))
	light := colorOf()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, 1))
	defer fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	if colorOf() == light {
		t.Error("the picture stays light")
	}
}
