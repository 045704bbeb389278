package pictures_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"latchkey/ui/pictures"
	"latchkey/ui/theme"
)

var settings = pictures.BusinessSettings{
	Window: "Business settings", Users: "Users", People: "People", Partners: "Partners", SystemUsers: "System users",
}

var scenes = []pictures.Scene{
	pictures.SystemUsers{BusinessSettings: settings, Add: "+ Add"},
	pictures.CreateSystemUser{
		Window: "Business settings", Title: "Create system user", NameLabel: "System user name", Name: "latchkey-whatsapp",
		RoleLabel: "System user role", Role: "Admin", Create: "Create system user",
	},
	pictures.AssignAssets{
		Window: "Business settings", Title: "Assign assets", Kind: "Apps", Asset: "Corner Bakery Bot", Permission: "Manage app", Assign: "Assign assets",
	},
	pictures.AssignAssets{
		Window: "Business settings", Title: "Assign assets", Kind: "WhatsApp accounts", Asset: "Corner Bakery", Permission: "Full control", Assign: "Assign assets",
	},
	pictures.GenerateToken{
		Window: "Business settings", Title: "Generate token", AppLabel: "Select app", App: "Corner Bakery Bot", ExpiryLabel: "Token expiration", Expiry: "Never",
		Permissions: []string{"whatsapp_business_messaging", "whatsapp_business_management"}, Generate: "Generate token",
	},
	pictures.TokenShown{Window: "Business settings", Title: "Token generated", Token: "EAAG…", Copy: "Copy", Note: "It will not be shown again"},
}

// TestGallery draws every scene into build/gallery, to be looked at.
func TestGallery(t *testing.T) {
	defer fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	for name, appearance := range map[string]theme.Appearance{"light": theme.Light, "dark": theme.Dark} {
		fyne.CurrentApp().Settings().SetTheme(theme.New(appearance, 1))
		var drawn []fyne.CanvasObject
		for i, scene := range scenes {
			p := pictures.New(scene, "")
			p.Resize(fyne.NewSize(341, 222))
			p.Move(fyne.NewPos(20+float32(i%3)*370, 20+float32(i/3)*246))
			drawn = append(drawn, p)
		}
		w := test.NewTempWindow(t, container.NewWithoutLayout(drawn...))
		w.SetPadded(false)
		w.Resize(fyne.NewSize(1130, 770))
		path := filepath.Join("..", "..", "build", "gallery", "pictures-"+name+".png")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		file, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := png.Encode(file, w.Canvas().Capture()); err != nil {
			t.Fatal(err)
		}
	}
}
