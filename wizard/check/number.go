package check

import (
	"cmp"
	"strconv"

	"latchkey/graph/site"
)

// Why there is a phone number, or not.
const (
	PhoneListHas            Reason = "check.phone.list.has"
	PhoneListNone           Reason = "check.phone.list.none"
	PhoneListNotHere        Reason = "check.phone.list.not_here"
	PhoneListInOtherAccount Reason = "check.phone.list.in_other_account"
	PhoneListIsApp          Reason = "check.phone.list.is_app"
	PhoneListIsUser         Reason = "check.phone.list.is_user"
	PhoneListIsBusiness     Reason = "check.phone.list.is_business"
	PhoneListIsAccount      Reason = "check.phone.list.is_account"
	PhoneListIsNumber       Reason = "check.phone.list.is_number"
	PhoneListNotAllAsked    Reason = "check.phone.list.not_all_asked"
)

var phoneList = Check{
	ID: PhoneList, Group: GroupNumbers, SpokenNumber: 13, Importance: 9, Decides: true, Essential: true,
	Needs: needsAccount,
	Reasons: map[Reason]Declared{
		PhoneListHas: passes, PhoneListNone: fails, PhoneListNotHere: fails, PhoneListInOtherAccount: fails, PhoneListIsApp: fails,
		PhoneListIsUser: fails, PhoneListIsBusiness: fails, PhoneListIsAccount: fails, PhoneListIsNumber: fails,
		PhoneListNotAllAsked: leavesOpen,
	},
	Troubles: []Status{Unknown},
	stage:    afterAccounts,
	judge: func(f Facts) Row {
		senders, expected := f.senders(), f.Expected.Phone
		switch {
		case len(senders) > 0:
			return because(PhoneListHas).naming("Number", numberNames(senders)).from(answered())
		case f.numbersCut() != nil:
			return unknownRow(f.numbersCut())
		case f.Unlisted > 0:
			return because(PhoneListNotAllAsked).with("Expected", string(expected)).
				with("Asked", strconv.Itoa(len(f.Accounts))).with("Left", strconv.Itoa(f.Unlisted)).at(site.PagePhoneNumbers)
		case expected == "":
			return because(PhoneListNone).at(site.PagePhoneNumbers).from(answered())
		}
		return because(cmp.Or(notANumber[f.whatIs(expected)], PhoneListNotHere)).with("Expected", string(expected)).
			at(site.PagePhoneNumbers).from(answered())
	},
}

// notANumber says what the expected phone number ID is instead.
var notANumber = map[mistaken]Reason{
	isApp: PhoneListIsApp, isUser: PhoneListIsUser, isBusiness: PhoneListIsBusiness, isAccount: PhoneListIsAccount,
	isPhone: PhoneListInOtherAccount, isNumber: PhoneListIsNumber,
}

// numbersCut is why a list of numbers may be incomplete.
func (f Facts) numbersCut() error {
	for _, account := range f.reached() {
		if err := account.Account.Value.NumbersError; err != nil {
			return err
		}
	}
	return nil
}

func numberNames(senders []sender) []string {
	names := make([]string, len(senders))
	for i, sender := range senders {
		names[i] = string(sender.number.Display)
		if names[i] == "" {
			names[i] = string(sender.number.ID)
		}
	}
	return names
}
