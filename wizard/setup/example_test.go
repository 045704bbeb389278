package setup_test

import (
	"fmt"

	"latchkey/wizard/setup"
)

// A face draws a trip: it says the words of each id, and lets the values be
// copied.
func ExampleProgress_Trip() {
	progress := setup.Progress{Situation: setup.OwnBusiness, UserName: "shop-bot"}
	trip, _ := progress.Trip(setup.StepSystemUser)
	fmt.Println("open", trip.Page)
	for i, instruction := range trip.Instructions {
		fmt.Println(i+1, instruction.ID, instruction.Values)
	}
	// Output:
	// open system_users
	// 1 step.system_user.do_add []
	// 2 step.system_user.do_name [shop-bot]
	// 3 step.system_user.do_role []
	// 4 step.system_user.do_create []
}

// Whoever has the right page open need not look up its ids.
func ExampleReadAddress() {
	ids, err := setup.ReadAddress("business.facebook.com/latest/settings/apps?business_id=1029384756010101")
	fmt.Println(ids.Business, err)
	_, err = setup.ReadAddress("https://example.com/")
	fmt.Println(err == setup.ErrOtherSite)
	// Output:
	// 1029384756010101 <nil>
	// true
}
