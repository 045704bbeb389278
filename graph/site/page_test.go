package site

import "testing"

func TestPagesCarryNoTokenAndStayAtMeta(t *testing.T) {
	ids := PageIDs{Business: "1&access_token=EAA", App: "../2?x"}
	for _, page := range append(Pages(), PageNone) {
		for _, ids := range []PageIDs{{}, {Business: "11", App: "22"}, ids} {
			address := Meta.Address(page, ids)
			if (address == "") != (page == PageNone) || address != "" && !Meta.Holds(address) {
				t.Errorf("%s opens %q", page, address)
			}
		}
	}
	for _, address := range []string{"https://evil.invalid", "http://business.facebook.com", "https://business.facebook.com@evil.invalid", "https://a@business.facebook.com", "javascript:alert(1)", "", "%zz"} {
		if Meta.Holds(address) {
			t.Errorf("%q is taken for Meta's", address)
		}
	}
}
