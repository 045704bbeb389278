package check

import (
	"slices"

	"latchkey/graph"
	"latchkey/graph/site"
)

// stateOf starts a row about one number; value is Meta's own word for its state.
func stateOf(number graph.PhoneNumber, value graph.Text, reason Reason) Row {
	return because(reason).with("Number", string(number.Display)).with("Value", string(value)).from(answered())
}

// Why a number is verified, or not.
const (
	PhoneVerifiedVerified       Reason = "check.phone.verified.verified"
	PhoneVerifiedVerifiedBefore Reason = "check.phone.verified.verified_before"
	PhoneVerifiedTest           Reason = "check.phone.verified.test"
	PhoneVerifiedNotVerified    Reason = "check.phone.verified.not_verified"
	PhoneVerifiedOther          Reason = "check.phone.verified.other"
	PhoneVerifiedUnknown        Reason = "check.phone.verified.unknown"
)

var phoneVerified = Check{
	ID: PhoneVerified, Group: GroupNumbers, SpokenNumber: 14, Importance: 12,
	Needs: needsNumber,
	Reasons: map[Reason]Declared{
		PhoneVerifiedVerified: passes, PhoneVerifiedVerifiedBefore: passes, PhoneVerifiedTest: passes,
		PhoneVerifiedNotVerified: failsOrWarns, PhoneVerifiedOther: leavesOpen, PhoneVerifiedUnknown: leavesOpen,
	},
	stage:   afterAccess,
	page:    site.PagePhoneNumbers,
	subject: eachNumber,
	weighs:  true,
	each: func(_ Facts, sender sender) Row {
		number := sender.number
		about := func(reason Reason) Row { return stateOf(number, number.Verification, reason) }
		switch value := number.Verification; {
		case value.Is("VERIFIED"):
			return about(PhoneVerifiedVerified)
		case (value.Is("EXPIRED") || number.Shared() && value != "") && number.Status.Is("CONNECTED"):
			// The code's time is over, not the number's: seen on numbers in daily use.
			// One shared with the app was verified there.
			return about(PhoneVerifiedVerifiedBefore)
		case sender.test():
			return about(PhoneVerifiedTest)
		case value.Is("NOT_VERIFIED"), value.Is("UNVERIFIED"), value.Is("EXPIRED"):
			if number.Status.Is("CONNECTED") || number.Shared() {
				return about(PhoneVerifiedNotVerified)
			}
			return about(PhoneVerifiedNotVerified).offering(RepairRegister, sender)
		case value == "":
			return about(PhoneVerifiedUnknown)
		}
		return about(PhoneVerifiedOther)
	},
}

// Why a number's display name is approved, or not.
const (
	PhoneNameApproved Reason = "check.phone.name.approved"
	PhoneNameTest     Reason = "check.phone.name.test"
	PhoneNameDeclined Reason = "check.phone.name.declined"
	PhoneNamePending  Reason = "check.phone.name.pending"
	PhoneNameExpired  Reason = "check.phone.name.expired"
	PhoneNameNone     Reason = "check.phone.name.none"
	PhoneNameOther    Reason = "check.phone.name.other"
	PhoneNameUnknown  Reason = "check.phone.name.unknown"
)

var phoneName = Check{
	ID: PhoneName, Group: GroupNumbers, SpokenNumber: 15, Importance: 13,
	Needs: needsNumber,
	Reasons: map[Reason]Declared{
		PhoneNameApproved: passes, PhoneNameTest: passes, PhoneNameDeclined: failsOrWarns,
		PhoneNamePending: warns, PhoneNameExpired: warns, PhoneNameNone: warns,
		PhoneNameOther: leavesOpen, PhoneNameUnknown: leavesOpen,
	},
	stage:   afterAccess,
	page:    site.PagePhoneNumbers,
	subject: eachNumber,
	weighs:  true,
	each: func(_ Facts, sender sender) Row {
		number := sender.number
		about := func(reason Reason) Row {
			return stateOf(number, number.NameStatus, reason).with("Name", string(number.VerifiedName))
		}
		switch value := number.NameStatus; {
		case value.Is("APPROVED"), value.Is("AVAILABLE_WITHOUT_REVIEW"):
			return about(PhoneNameApproved)
		case sender.test():
			return about(PhoneNameTest)
		case value.Is("DECLINED"):
			return about(PhoneNameDeclined)
		case value.Is("PENDING_REVIEW"):
			return about(PhoneNamePending)
		case value.Is("EXPIRED"):
			return about(PhoneNameExpired)
		case value.Is("NONE"):
			return about(PhoneNameNone)
		case value == "":
			return about(PhoneNameUnknown)
		}
		return about(PhoneNameOther)
	},
}

// Why a number is connected, or not.
const (
	PhoneStatusConnected     Reason = "check.phone.status.connected"
	PhoneStatusNotRegistered Reason = "check.phone.status.not_registered"
	PhoneStatusDisconnected  Reason = "check.phone.status.disconnected"
	PhoneStatusRestricted    Reason = "check.phone.status.restricted"
	PhoneStatusFlagged       Reason = "check.phone.status.flagged"
	PhoneStatusShared        Reason = "check.phone.status.shared"     // with the WhatsApp Business app, and not connected
	PhoneStatusOnPremise     Reason = "check.phone.status.on_premise" // not on the Cloud API
	PhoneStatusOther         Reason = "check.phone.status.other"
	PhoneStatusUnknown       Reason = "check.phone.status.unknown"
)

var phoneStatus = Check{
	ID: PhoneStatus, Group: GroupNumbers, SpokenNumber: 16, Importance: 11, Essential: true,
	Needs: needsNumber,
	Reasons: map[Reason]Declared{
		PhoneStatusConnected: passes, PhoneStatusNotRegistered: failsOrWarns, PhoneStatusDisconnected: failsOrWarns,
		PhoneStatusRestricted: failsOrWarns, PhoneStatusFlagged: warns,
		PhoneStatusShared: failsOrWarns, PhoneStatusOnPremise: failsOrWarns,
		PhoneStatusOther: leavesOpen, PhoneStatusUnknown: leavesOpen,
	},
	stage:   afterAccess,
	page:    site.PagePhoneNumbers,
	subject: eachNumber,
	weighs:  true,
	each: func(_ Facts, sender sender) Row {
		number := sender.number
		about := func(reason Reason) Row { return stateOf(number, number.Status, reason) }
		says := func(values ...string) bool { return slices.ContainsFunc(values, number.Status.Is) }
		switch value := number.Status; {
		case says("BANNED", "RESTRICTED"):
			return about(PhoneStatusRestricted).at(site.PageSupport)
		case number.Platform.Is("ON_PREMISE"):
			return about(PhoneStatusOnPremise)
		case says("CONNECTED", "LINKED"):
			return about(PhoneStatusConnected)
		case number.Shared() && (says("PENDING", "UNVERIFIED", "DISCONNECTED", "UNLINKED") || value == "" && number.Platform.Is("NOT_APPLICABLE")):
			return about(PhoneStatusShared)
		case says("PENDING", "UNVERIFIED"), value == "" && number.Platform.Is("NOT_APPLICABLE"):
			return about(PhoneStatusNotRegistered).offering(RepairRegister, sender)
		case says("DISCONNECTED", "UNLINKED"):
			return about(PhoneStatusDisconnected).offering(RepairRegister, sender)
		case says("MIGRATED", "DELETED"): // is no longer in this account
			return about(PhoneStatusDisconnected)
		case value.Is("FLAGGED"), value.Is("RATE_LIMITED"):
			return about(PhoneStatusFlagged)
		case value == "":
			return about(PhoneStatusUnknown)
		}
		return about(PhoneStatusOther)
	},
}

// Why a number's quality is good, or not.
const (
	PhoneQualityGood    Reason = "check.phone.quality.good"
	PhoneQualityMedium  Reason = "check.phone.quality.medium"
	PhoneQualityLow     Reason = "check.phone.quality.low"
	PhoneQualityUnrated Reason = "check.phone.quality.unrated"
	PhoneQualityOther   Reason = "check.phone.quality.other"
)

var phoneQuality = Check{
	ID: PhoneQuality, Group: GroupNumbers, SpokenNumber: 17, Importance: 19,
	Needs: needsNumber,
	Reasons: map[Reason]Declared{
		PhoneQualityGood: passes, PhoneQualityMedium: warns, PhoneQualityLow: warns, PhoneQualityUnrated: passes, PhoneQualityOther: leavesOpen,
	},
	stage:   afterAccess,
	page:    site.PagePhoneNumbers,
	subject: eachNumber,
	weighs:  true,
	each: func(_ Facts, sender sender) Row {
		number := sender.number
		about := func(reason Reason) Row { return stateOf(number, number.Quality, reason) }
		switch value := number.Quality; {
		case value.Is("GREEN"):
			return about(PhoneQualityGood)
		case value.Is("YELLOW"):
			return about(PhoneQualityMedium)
		case value.Is("RED"):
			return about(PhoneQualityLow)
		case value == "", value.Is("NA"), value.Is("UNKNOWN"):
			return about(PhoneQualityUnrated)
		}
		return about(PhoneQualityOther)
	},
}

// Whose a number is.
const (
	PhoneTestOwn  Reason = "check.phone.test.own"
	PhoneTestTest Reason = "check.phone.test.test"
)

var phoneTest = Check{
	ID: PhoneTest, Group: GroupNumbers, SpokenNumber: 18, Importance: 14,
	Needs:   needsNumber,
	Reasons: map[Reason]Declared{PhoneTestOwn: passes, PhoneTestTest: warns},
	stage:   afterAccess,
	page:    site.PageAPISetup,
	subject: eachNumber,
	each: func(_ Facts, sender sender) Row {
		if sender.test() {
			return stateOf(sender.number, sender.number.Mode, PhoneTestTest)
		}
		return stateOf(sender.number, sender.number.Mode, PhoneTestOwn)
	},
}
