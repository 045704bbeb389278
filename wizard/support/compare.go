package support

import (
	"cmp"
	"slices"
	"time"

	"latchkey/assets/marks"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// Change says what differs between two reports.
type Change string

// The changes there are.
const (
	ChangeVerdict        Change = "verdict"
	ChangeToken          Change = "token" // another token: its last characters differ
	ChangeKind           Change = "kind"
	ChangeApp            Change = "app"
	ChangeUser           Change = "user"
	ChangeExpiry         Change = "expiry"
	ChangeDataAccess     Change = "data_access"
	ChangePermissionGone Change = "permission_gone"
	ChangePermissionCame Change = "permission_came"
	ChangeAccountGone    Change = "account_gone"
	ChangeAccountCame    Change = "account_came"
	ChangeAccountReview  Change = "account_review"
	ChangeNumberGone     Change = "number_gone"
	ChangeNumberCame     Change = "number_came"
	ChangeNumberStatus   Change = "number_status"
	ChangeNumberQuality  Change = "number_quality"
	ChangeNumberName     Change = "number_name"
	ChangeNumberVerified Change = "number_verified"
	ChangeCheck          Change = "check"
)

// Changes lists all of them.
var Changes = []Change{
	ChangeVerdict, ChangeToken, ChangeKind, ChangeApp, ChangeUser, ChangeExpiry, ChangeDataAccess,
	ChangePermissionGone, ChangePermissionCame, ChangeAccountGone, ChangeAccountCame, ChangeAccountReview,
	ChangeNumberGone, ChangeNumberCame, ChangeNumberStatus, ChangeNumberQuality, ChangeNumberName, ChangeNumberVerified,
	ChangeCheck,
}

// Never stands for the date of what does not end.
const Never = "never"

// Difference is one thing that differs. Was and Is are values, not words:
// Meta's own for states, ids of this program for verdicts, kinds and outcomes,
// RFC 3339 or Never for dates. Either is "" where there is none.
type Difference struct {
	Change Change
	What   string // name or id of the permission, account, number or check; "" for the token's own
	Was    string
	Is     string
}

// Compare lists what has changed from one report to a later one. What could
// not be checked is not called gone: an outage takes nothing away. Where one
// report hides what the other shows, both are compared hidden.
func Compare(before, after Report) []Difference {
	before, after = before.comparable(after), after.comparable(before)
	var found differences
	found.note(ChangeVerdict, "", string(before.Verdict.Status), string(after.Verdict.Status))
	found.note(ChangeToken, "", before.Token.Last4, after.Token.Last4)
	if before.Token.Kind != check.KindUnknown && after.Token.Kind != check.KindUnknown {
		found.note(ChangeKind, "", string(before.Token.Kind), string(after.Token.Kind))
	}
	found.app(before.Token, after.Token)
	found.noteKnown(ChangeUser, "", before.Token.UserID, after.Token.UserID)
	found.noteKnown(ChangeExpiry, "", end(before.Token), end(after.Token))
	found.noteKnown(ChangeDataAccess, "", date(before.Token.DataAccessExpiresAt), date(after.Token.DataAccessExpiresAt))
	if before.tells(check.PermMessaging) && after.tells(check.PermMessaging) {
		found.permissions(before.Permissions.Granted, after.Permissions.Granted)
	}
	if before.tells(check.AccountReach) && after.tells(check.AccountReach) {
		found.accounts(before, after)
	}
	for _, is := range after.Checks {
		// A check that was passed over says nothing new: what held it up does.
		was := before.Check(is.ID)
		if was.ID != "" && (is.Problem() || was.Problem() && is.Status == check.Pass) {
			found.note(ChangeCheck, string(is.ID), string(was.Status), string(is.Status))
		}
	}
	return found
}

type differences []Difference

func (d *differences) note(change Change, what, was, is string) {
	if was != is {
		*d = append(*d, Difference{change, what, was, is})
	}
}

// noteKnown is note for what Meta does not tell each time.
func (d *differences) noteKnown(change Change, what, was, is string) {
	if was != "" && is != "" {
		d.note(change, what, was, is)
	}
}

// app compares by id and tells the names, which say more.
func (d *differences) app(before, after report.Token) {
	if before.AppID == "" || after.AppID == "" || before.AppID == after.AppID {
		return
	}
	named := func(token report.Token) string {
		if token.AppName == "" {
			return token.AppID
		}
		return token.AppName + " (" + token.AppID + ")"
	}
	d.note(ChangeApp, "", named(before), named(after))
}

func (d *differences) permissions(before, after []string) {
	for _, name := range before {
		if !slices.Contains(after, name) {
			d.note(ChangePermissionGone, name, name, "")
		}
	}
	for _, name := range after {
		if !slices.Contains(before, name) {
			d.note(ChangePermissionCame, name, "", name)
		}
	}
}

func (d *differences) accounts(before, after Report) {
	wholeBefore, wholeAfter := before.Unlisted == 0, after.Unlisted == 0
	for _, was := range before.Accounts {
		is, there := find(after.Accounts, func(account report.Account) bool { return account.ID == was.ID })
		switch {
		case there:
			d.noteKnown(ChangeAccountReview, cmp.Or(was.Name, was.ID), was.Review, is.Review)
			d.numbers(was, is, after.tells(check.PhoneList))
		case wholeAfter:
			d.note(ChangeAccountGone, cmp.Or(was.Name, was.ID), was.ID, "")
		}
	}
	for _, is := range after.Accounts {
		if _, there := find(before.Accounts, func(account report.Account) bool { return account.ID == is.ID }); !there && wholeBefore {
			d.note(ChangeAccountCame, cmp.Or(is.Name, is.ID), "", is.ID)
		}
	}
}

func (d *differences) numbers(before, after report.Account, whole bool) {
	for _, was := range before.Numbers {
		is, there := find(after.Numbers, func(number report.Number) bool { return number.ID == was.ID })
		if !there {
			if whole {
				d.note(ChangeNumberGone, cmp.Or(was.Display, was.ID), was.ID, "")
			}
			continue
		}
		d.noteKnown(ChangeNumberStatus, cmp.Or(was.Display, was.ID), was.Status, is.Status)
		d.noteKnown(ChangeNumberQuality, cmp.Or(was.Display, was.ID), was.Quality, is.Quality)
		d.noteKnown(ChangeNumberName, cmp.Or(was.Display, was.ID), was.NameStatus, is.NameStatus)
		d.noteKnown(ChangeNumberVerified, cmp.Or(was.Display, was.ID), was.Verification, is.Verification)
	}
	for _, is := range after.Numbers {
		if _, there := find(before.Numbers, func(number report.Number) bool { return number.ID == is.ID }); !there {
			d.note(ChangeNumberCame, cmp.Or(is.Display, is.ID), "", is.ID)
		}
	}
}

func find[T any](list []T, wanted func(T) bool) (T, bool) {
	if at := slices.IndexFunc(list, wanted); at >= 0 {
		return list[at], true
	}
	var none T
	return none, false
}

// tells reports whether the check was made and had an outcome.
func (r Report) tells(id check.ID) bool {
	switch r.Check(id).Status {
	case check.Pass, check.Warn, check.Fail:
		return true
	}
	return false
}

func end(token report.Token) string {
	if token.NeverExpires {
		return Never
	}
	return date(token.ExpiresAt)
}

func date(moment *time.Time) string {
	if moment == nil {
		return ""
	}
	return moment.UTC().Format(time.RFC3339)
}

// comparable hides in a report what the other one hides.
func (r Report) comparable(other Report) Report {
	show := Show{Names: true, Numbers: true, IDs: true}
	for _, detail := range append(slices.Clone(r.Hidden), other.Hidden...) {
		switch detail {
		case DetailNames:
			show.Names = false
		case DetailNumbers:
			show.Numbers = false
		case DetailIDs:
			show.IDs = false
		}
	}
	r.Document = show.document(r.Document)
	return r
}

// Text puts a difference into words.
func (d Difference) Text(words Words, now time.Time) string {
	return marks.Plain(words.Say("difference."+string(d.Change), map[string]string{
		"What": d.what(words), "Was": d.value(words, d.Was, now), "Is": d.value(words, d.Is, now),
	}))
}

func (d Difference) what(words Words) string {
	if d.Change == ChangeCheck {
		// Not its title: that says what holds when all is well.
		if name := words.Maybe("check." + d.What + ".name"); name != "" {
			return name
		}
	}
	return d.What
}

func (d Difference) value(words Words, value string, now time.Time) string {
	id := ""
	switch d.Change {
	case ChangeVerdict:
		id = "report.verdict." + value
	case ChangeKind:
		id = "kind." + value
	case ChangeCheck:
		id = "status." + value
	case ChangeExpiry, ChangeDataAccess:
		if moment, err := time.Parse(time.RFC3339, value); err == nil {
			return words.Date(moment, now)
		}
		id = "report." + value
	}
	if said := words.Maybe(id); said != "" {
		return said
	}
	return value
}
