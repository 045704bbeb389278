package wizard_test

import (
	"errors"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/wizard"
)

func TestReadAddress(t *testing.T) {
	const business, app = "1029384756010101", "605040302010203"
	cases := []struct {
		text string
		want graph.PageIDs
		err  error
	}{
		// Meta's own pages, each as it stands in the browser.
		{"https://business.facebook.com/latest/settings/system_users?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/settings/system-users?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/settings/system-users/100088?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/settings/whatsapp_account?business_id=" + business + "&selected_asset_id=1234567", graph.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/settings/apps?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/settings/business_info?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/settings/security_center?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/whatsapp_manager/phone_numbers?business_id=" + business + "&tab=phone-numbers", graph.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/wa/manage/home/?global_scope_id=" + business, graph.PageIDs{Business: business}, nil},
		{"https://developers.facebook.com/apps/" + app + "/use_cases/customize/wa-dev-console/?use_case_enum=WHATSAPP_BUSINESS_MESSAGING&product_route=whatsapp-business&business_id=" + business + "&selected_tab=wa-dev-console", graph.PageIDs{Business: business, App: app}, nil},
		{"https://developers.facebook.com/apps/" + app + "/whatsapp-business/wa-dev-console/?business_id=" + business, graph.PageIDs{Business: business, App: app}, nil},
		{"https://developers.facebook.com/apps/" + app + "/settings/basic/", graph.PageIDs{App: app}, nil},
		{"https://developers.facebook.com/apps/" + app + "/roles/roles/", graph.PageIDs{App: app}, nil},
		{"https://developers.facebook.com/apps/" + app, graph.PageIDs{App: app}, nil},
		// As people copy it.
		{"  <https://developers.facebook.com/apps/" + app + "/dashboard/>\n", graph.PageIDs{App: app}, nil},
		{"http://business.facebook.com/settings?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"business.facebook.com/settings?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"HTTPS://Business.Facebook.com/settings?business_id=" + business, graph.PageIDs{Business: business}, nil},
		{"http://127.0.0.1:4100/latest/settings/system_users?business_id=" + business, graph.PageIDs{Business: business}, nil},
		// Meta's, and yet without an id.
		{"https://business.facebook.com/overview", graph.PageIDs{}, wizard.ErrNoIDs},
		{"https://business.facebook.com/create", graph.PageIDs{}, wizard.ErrNoIDs},
		{"https://business.facebook.com/direct-support", graph.PageIDs{}, wizard.ErrNoIDs},
		{"https://developers.facebook.com/apps", graph.PageIDs{}, wizard.ErrNoIDs},
		{"https://developers.facebook.com/apps/creation/", graph.PageIDs{}, wizard.ErrNoIDs},
		{"https://developers.facebook.com/tools/debug/accesstoken/", graph.PageIDs{}, wizard.ErrNoIDs},
		{"https://developers.facebook.com/tools/explorer/", graph.PageIDs{}, wizard.ErrNoIDs},
		{"https://business.facebook.com/settings?business_id=me", graph.PageIDs{}, wizard.ErrNoIDs},
		// Something else.
		{"https://example.com/apps/" + app + "/", graph.PageIDs{}, wizard.ErrOtherSite},
		{"https://business.facebook.com.example.com/?business_id=" + business, graph.PageIDs{}, wizard.ErrOtherSite},
		{"https://notfacebook.com/?business_id=" + business, graph.PageIDs{}, wizard.ErrOtherSite},
		{"https://business.facebook.com@example.com/?business_id=" + business, graph.PageIDs{}, wizard.ErrOtherSite},
		{business, graph.PageIDs{}, wizard.ErrNoAddress},
		{"my portfolio", graph.PageIDs{}, wizard.ErrNoAddress},
		{"https://", graph.PageIDs{}, wizard.ErrNoAddress},
		{"://%zz", graph.PageIDs{}, wizard.ErrNoAddress},
		{"", graph.PageIDs{}, wizard.ErrNoAddress},
		// A token in the wrong field.
		{tokenOf(t, "ready").Reveal(), graph.PageIDs{}, wizard.ErrTokenInside},
		{"https://developers.facebook.com/tools/debug/accesstoken/?access_token=" + tokenOf(t, "ready").Reveal(), graph.PageIDs{}, wizard.ErrTokenInside},
		{"https://business.facebook.com/?business_id=" + business + "&next=" + tokenOf(t, "ready").Reveal(), graph.PageIDs{}, wizard.ErrTokenInside},
	}
	for _, c := range cases {
		ids, err := wizard.ReadAddress(c.text)
		if ids != c.want || !errors.Is(err, c.err) {
			t.Errorf("%q\n gives %+v, %v\n want  %+v, %v", graph.Redact(c.text), ids, err, c.want, c.err)
		}
	}
}

// What the buttons open must itself be readable: people paste it back.
func TestEveryPageOfOursCanBeReadAgain(t *testing.T) {
	ids := graph.PageIDs{Business: "1029384756010101", App: "605040302010203"}
	for _, page := range []graph.Page{graph.PageSystemUsers, graph.PageWhatsAppAccounts, graph.PageApps, graph.PageBusinessInfo, graph.PageAPISetup, graph.PageAppBasic} {
		read, err := wizard.ReadAddress(graph.Meta.Address(page, ids))
		if err != nil || read.Business != "" && read.Business != ids.Business || read.App != "" && read.App != ids.App {
			t.Errorf("%s: %+v, %v", page, read, err)
		}
	}
}

func FuzzReadAddress(f *testing.F) {
	f.Add("https://developers.facebook.com/apps/605040302010203/?business_id=1029384756010101")
	f.Add("EAA" + strings.Repeat("x", 40))
	f.Fuzz(func(t *testing.T, text string) {
		ids, err := wizard.ReadAddress(text)
		for _, id := range []graph.ID{ids.Business, ids.App} {
			if strings.Trim(string(id), "0123456789") != "" {
				t.Errorf("%q was taken for an id", id)
			}
		}
		if (err == nil) == (ids == graph.PageIDs{}) {
			t.Errorf("%+v with %v", ids, err)
		}
	})
}
