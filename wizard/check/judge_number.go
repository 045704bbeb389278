package check

import (
	"strconv"

	"latchkey/graph"
	"latchkey/graph/site"
)

func judgePhoneList(f Facts) Row {
	if row, skip := f.afterAccount(PhoneList); skip {
		return row
	}
	senders, expected := f.senders(), f.Expected.Phone
	switch {
	case len(senders) > 0:
		return row(PhoneList, Pass, "has").naming("Number", numberNames(senders)).from(answered())
	case f.numbersCut() != nil:
		return unknownRow(PhoneList, f.numbersCut())
	case f.Unlisted > 0:
		return row(PhoneList, Unknown, "not_all_asked").with("Expected", string(expected)).
			with("Asked", strconv.Itoa(len(f.Accounts))).with("Left", strconv.Itoa(f.Unlisted)).at(site.PagePhoneNumbers)
	case expected == "":
		return row(PhoneList, Fail, "none").at(site.PagePhoneNumbers).from(answered())
	}
	return row(PhoneList, Fail, f.wrongPhone()).with("Expected", string(expected)).
		at(site.PagePhoneNumbers).from(answered())
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

// wrongPhone says what the expected phone number ID is instead.
func (f Facts) wrongPhone() string {
	switch what := f.whatIs(f.Expected.Phone); what {
	case "is_phone":
		return "in_other_account"
	case "":
		return "not_here"
	default:
		return what
	}
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

// judgeNumbers applies a judge to every number that counts.
func (f Facts) judgeNumbers(id ID, judge func(sender) Row) Row {
	if row, skip := f.afterAccount(id); skip {
		return row
	}
	if len(f.senders()) == 0 {
		return skipped(id, "no_number")
	}
	return judgePreferred(f.preferred(), f.senders(), judge)
}

// numberRow starts a row about one number; value is Meta's own word for its
// state.
func numberRow(id ID, status Status, reason string, number graph.PhoneNumber, value graph.Text) Row {
	result := row(id, status, reason).with("Number", string(number.Display)).with("Value", string(value)).from(answered())
	if status != Pass {
		result = result.at(site.PagePhoneNumbers)
	}
	return result
}

func judgePhoneVerified(f Facts) Row { return f.judgeNumbers(PhoneVerified, verifiedOf) }

func verifiedOf(sender sender) Row {
	number := sender.number
	about := func(status Status, reason string) Row {
		return numberRow(PhoneVerified, status, reason, number, number.Verification)
	}
	switch value := number.Verification; {
	case value.Is("VERIFIED"):
		return about(Pass, "verified")
	case value.Is("EXPIRED") && number.Status.Is("CONNECTED"):
		// The code's time is over, not the number's: seen on numbers in daily use.
		return about(Pass, "verified_before")
	case sender.test():
		return about(Pass, "test")
	case value.Is("NOT_VERIFIED"), value.Is("UNVERIFIED"), value.Is("EXPIRED"):
		return about(Fail, "not_verified")
	case value == "":
		return about(Unknown, "unknown")
	}
	return about(Unknown, "other")
}

func judgePhoneName(f Facts) Row { return f.judgeNumbers(PhoneName, nameOf) }

func nameOf(sender sender) Row {
	number := sender.number
	about := func(status Status, reason string) Row {
		return numberRow(PhoneName, status, reason, number, number.NameStatus).with("Name", string(number.VerifiedName))
	}
	switch value := number.NameStatus; {
	case value.Is("APPROVED"), value.Is("AVAILABLE_WITHOUT_REVIEW"):
		return about(Pass, "approved")
	case sender.test():
		return about(Pass, "test")
	case value.Is("DECLINED"):
		return about(Fail, "declined")
	case value.Is("PENDING_REVIEW"):
		return about(Warn, "pending")
	case value.Is("EXPIRED"):
		return about(Warn, "expired")
	case value.Is("NONE"):
		return about(Warn, "none")
	case value == "":
		return about(Unknown, "unknown")
	}
	return about(Unknown, "other")
}

func judgePhoneStatus(f Facts) Row { return f.judgeNumbers(PhoneStatus, statusOf) }

func statusOf(sender sender) Row {
	number := sender.number
	about := func(status Status, reason string) Row {
		return numberRow(PhoneStatus, status, reason, number, number.Status)
	}
	switch value := number.Status; {
	case value.Is("CONNECTED"), value.Is("LINKED"):
		return about(Pass, "connected")
	case value.Is("PENDING"), value.Is("UNVERIFIED"):
		return about(Fail, "not_registered")
	case value.Is("DISCONNECTED"), value.Is("UNLINKED"), value.Is("MIGRATED"), value.Is("DELETED"):
		return about(Fail, "disconnected")
	case value.Is("BANNED"), value.Is("RESTRICTED"):
		return about(Fail, "restricted").at(site.PageSupport)
	case value.Is("FLAGGED"), value.Is("RATE_LIMITED"):
		return about(Warn, "flagged")
	case value == "":
		return about(Unknown, "unknown")
	}
	return about(Unknown, "other")
}

func judgePhoneQuality(f Facts) Row { return f.judgeNumbers(PhoneQuality, qualityOf) }

func qualityOf(sender sender) Row {
	number := sender.number
	about := func(status Status, reason string) Row {
		return numberRow(PhoneQuality, status, reason, number, number.Quality)
	}
	switch value := number.Quality; {
	case value.Is("GREEN"):
		return about(Pass, "good")
	case value.Is("YELLOW"):
		return about(Warn, "medium")
	case value.Is("RED"):
		return about(Warn, "low")
	case value == "", value.Is("NA"), value.Is("UNKNOWN"):
		return about(Pass, "unrated")
	}
	return about(Unknown, "other")
}

func judgePhoneTest(f Facts) Row {
	return f.judgeNumbers(PhoneTest, func(sender sender) Row {
		number := sender.number
		if sender.test() {
			return numberRow(PhoneTest, Warn, "test", number, number.Mode).at(site.PageAPISetup)
		}
		return numberRow(PhoneTest, Pass, "own", number, number.Mode)
	})
}
