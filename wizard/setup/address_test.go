package setup_test

import (
	"errors"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/setup"
)

func TestReadAddress(t *testing.T) {
	const business, app = "1029384756010101", "605040302010203"
	cases := []struct {
		text string
		want site.PageIDs
		err  error
	}{
		// Meta's own pages, each as it stands in the browser.
		{"https://business.facebook.com/latest/settings/system_users?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/settings/system-users?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/settings/system-users/100088?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/settings/whatsapp_account?business_id=" + business + "&selected_asset_id=1234567", site.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/settings/apps?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/settings/business_info?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/settings/security_center?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/latest/whatsapp_manager/phone_numbers?business_id=" + business + "&tab=phone-numbers", site.PageIDs{Business: business}, nil},
		{"https://business.facebook.com/wa/manage/home/?global_scope_id=" + business, site.PageIDs{Business: business}, nil},
		{"https://developers.facebook.com/apps/" + app + "/use_cases/customize/wa-dev-console/?use_case_enum=WHATSAPP_BUSINESS_MESSAGING&product_route=whatsapp-business&business_id=" + business + "&selected_tab=wa-dev-console", site.PageIDs{Business: business, App: app}, nil},
		{"https://developers.facebook.com/apps/" + app + "/whatsapp-business/wa-dev-console/?business_id=" + business, site.PageIDs{Business: business, App: app}, nil},
		{"https://developers.facebook.com/apps/" + app + "/settings/basic/", site.PageIDs{App: app}, nil},
		{"https://developers.facebook.com/apps/" + app + "/roles/roles/", site.PageIDs{App: app}, nil},
		{"https://developers.facebook.com/apps/" + app, site.PageIDs{App: app}, nil},
		// As people copy it.
		{"  <https://developers.facebook.com/apps/" + app + "/dashboard/>\n", site.PageIDs{App: app}, nil},
		{"http://business.facebook.com/settings?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"business.facebook.com/settings?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"HTTPS://Business.Facebook.com/settings?business_id=" + business, site.PageIDs{Business: business}, nil},
		{"http://127.0.0.1:4100/latest/settings/system_users?business_id=" + business, site.PageIDs{Business: business}, nil},
		// Meta's, and yet without an id.
		{"https://business.facebook.com/overview", site.PageIDs{}, setup.ErrNoIDs},
		{"https://business.facebook.com/create", site.PageIDs{}, setup.ErrNoIDs},
		{"https://business.facebook.com/direct-support", site.PageIDs{}, setup.ErrNoIDs},
		{"https://developers.facebook.com/apps", site.PageIDs{}, setup.ErrNoIDs},
		{"https://developers.facebook.com/apps/creation/", site.PageIDs{}, setup.ErrNoIDs},
		{"https://developers.facebook.com/tools/debug/accesstoken/", site.PageIDs{}, setup.ErrNoIDs},
		{"https://developers.facebook.com/tools/explorer/", site.PageIDs{}, setup.ErrNoIDs},
		{"https://business.facebook.com/settings?business_id=me", site.PageIDs{}, setup.ErrNoIDs},
		// Something else.
		{"https://example.com/apps/" + app + "/", site.PageIDs{}, setup.ErrOtherSite},
		{"https://business.facebook.com.example.com/?business_id=" + business, site.PageIDs{}, setup.ErrOtherSite},
		{"https://notfacebook.com/?business_id=" + business, site.PageIDs{}, setup.ErrOtherSite},
		{"https://business.facebook.com@example.com/?business_id=" + business, site.PageIDs{}, setup.ErrOtherSite},
		{business, site.PageIDs{}, setup.ErrNoAddress},
		{"my portfolio", site.PageIDs{}, setup.ErrNoAddress},
		{"https://", site.PageIDs{}, setup.ErrNoAddress},
		{"://%zz", site.PageIDs{}, setup.ErrNoAddress},
		{"", site.PageIDs{}, setup.ErrNoAddress},
		// A token in the wrong field.
		{tokenOf(t, "ready").Reveal(), site.PageIDs{}, setup.ErrTokenInside},
		{"https://developers.facebook.com/tools/debug/accesstoken/?access_token=" + tokenOf(t, "ready").Reveal(), site.PageIDs{}, setup.ErrTokenInside},
		{"https://business.facebook.com/?business_id=" + business + "&next=" + tokenOf(t, "ready").Reveal(), site.PageIDs{}, setup.ErrTokenInside},
	}
	for _, c := range cases {
		ids, err := setup.ReadAddress(c.text)
		if ids != c.want || !errors.Is(err, c.err) {
			t.Errorf("%q\n gives %+v, %v\n want  %+v, %v", graph.Redact(c.text), ids, err, c.want, c.err)
		}
	}
}

// What the buttons open must itself be readable: people paste it back.
func TestEveryPageOfOursCanBeReadAgain(t *testing.T) {
	ids := site.PageIDs{Business: "1029384756010101", App: "605040302010203"}
	for _, page := range []site.Page{site.PageSystemUsers, site.PageWhatsAppAccounts, site.PageApps, site.PagePeople, site.PageAPISetup, site.PageAppBasic} {
		read, err := setup.ReadAddress(site.Meta.Address(page, ids))
		if err != nil || read.Business != "" && read.Business != ids.Business || read.App != "" && read.App != ids.App {
			t.Errorf("%s: %+v, %v", page, read, err)
		}
	}
}

func FuzzReadAddress(f *testing.F) {
	f.Add("https://developers.facebook.com/apps/605040302010203/?business_id=1029384756010101")
	f.Add("EAA" + strings.Repeat("x", 40))
	f.Fuzz(func(t *testing.T, text string) {
		ids, err := setup.ReadAddress(text)
		for _, id := range []graph.ID{ids.Business, ids.App} {
			if strings.Trim(string(id), "0123456789") != "" {
				t.Errorf("%q was taken for an id", id)
			}
		}
		if (err == nil) == (ids == site.PageIDs{}) {
			t.Errorf("%+v with %v", ids, err)
		}
	})
}
