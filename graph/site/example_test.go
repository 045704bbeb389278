package site_test

import (
	"fmt"

	"latchkey/graph/site"
)

// Ids that are known lead to the exact page; without them it is the page that
// leads there.
func ExampleSite_Address() {
	fmt.Println(site.Meta.Address(site.PageSystemUsers, site.PageIDs{Business: "700"}))
	fmt.Println(site.Meta.Address(site.PageAppBasic, site.PageIDs{App: "1234"}))
	fmt.Println(site.Meta.Address(site.PageAppBasic, site.PageIDs{}))
	// Output:
	// https://business.facebook.com/latest/settings/system_users?business_id=700
	// https://developers.facebook.com/apps/1234/settings/basic/
	// https://developers.facebook.com/apps
}

// Nothing else than Meta's own pages is handed to a browser.
func ExampleSite_Holds() {
	fmt.Println(site.Meta.Holds("https://business.facebook.com/latest/settings"))
	fmt.Println(site.Meta.Holds("https://business.facebook.com.elsewhere.invalid/"))
	// Output:
	// true
	// false
}
