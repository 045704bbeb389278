package trouble

import (
	"slices"
	"strings"

	"latchkey/graph/site"
)

// Class says what an error of Graph is about, so that a judge can tell a bad
// token from a missing right, and both from trouble at Meta.
type Class string

// The classes of error.
const (
	ClassToken      Class = "token"      // the token itself is dead or wrong
	ClassPermission Class = "permission" // a right of the token or its user is missing
	ClassObject     Class = "object"     // what was asked for is missing or not visible
	ClassNumber     Class = "number"     // the phone number's own state
	ClassAccount    Class = "account"    // the WhatsApp account's or business's own state
	ClassRequest    Class = "request"    // how it was asked
	ClassLimit      Class = "limit"      // too many calls: wait
	ClassOutage     Class = "outage"     // Meta's side: try later
	ClassUnknown    Class = "unknown"
)

// AllClasses lists what an error can be about.
func AllClasses() []Class {
	return []Class{
		ClassToken, ClassPermission, ClassObject, ClassNumber, ClassAccount, ClassRequest, ClassLimit, ClassOutage,
		ClassUnknown,
	}
}

// Fixer says who can do something about a trouble.
type Fixer string

// Who can mend it.
const (
	FixerOwner     Fixer = "owner"     // somebody with full control of the business portfolio
	FixerDeveloper Fixer = "developer" // whoever wrote the software that calls Graph
	FixerSupport   Fixer = "support"   // Meta's Business support, asked by the owner
	FixerMeta      Fixer = "meta"      // nobody here: wait
)

// AllFixers lists who can mend a trouble.
func AllFixers() []Fixer {
	return []Fixer{FixerOwner, FixerDeveloper, FixerSupport, FixerMeta}
}

// Trouble is one entry of the catalogue: an error of Graph that is known, what
// it is about, who mends it and on which page. The words for ID (what it
// means, what to do) are with the languages.
type Trouble struct {
	ID    string
	Class Class
	Fixer Fixer
	Page  site.Page
}

// NeedsNewToken reports whether another token puts it right: not where a person has
// to log in at Facebook, after which the same one works, nor where it is not about
// the token.
func (t Trouble) NeedsNewToken() bool {
	return t.Class == ClassToken && t.Page != site.PageFacebook || t.Class == ClassPermission
}

// All lists the troubles in the order of the catalogue, each once, with Unknown
// at the end.
func All() []Trouble {
	var all []Trouble
	for _, entry := range catalogue {
		if !slices.Contains(all, entry.Trouble) {
			all = append(all, entry.Trouble)
		}
	}
	return append(all, Unknown)
}

// Trouble looks the error up in the catalogue.
func (e *Error) Trouble() Trouble {
	trouble := Explain(e.Code, e.Subcode, e.sentences())
	if trouble == Unknown && e.HTTPStatus == 429 {
		return TooManyCalls
	}
	vague := trouble == Unknown || trouble == AsMetaSays || trouble == MetaUnclear
	if trouble == Unknown && e.HTTPStatus >= 500 || vague && e.Transient {
		return Outage
	}
	return trouble
}

// titled stands in sentences before a title that Meta wrote for people.
const titled = "\x00titled "

// sentences are all that Meta wrote beside the code.
func (e *Error) sentences() string {
	sentences := e.Message + "\n" + e.Details
	if e.UserTitle != "" || e.UserText != "" {
		sentences += "\n" + titled + e.UserTitle + "\n" + e.UserText
	}
	return sentences
}

// Explain finds what a code (and subcode, 0 for none) means. The message is
// Graph's own and decides only where the code alone is ambiguous. An unknown
// code gives Unknown.
func Explain(code, subcode int, message string) Trouble {
	message = strings.ToLower(message)
	at := slices.IndexFunc(catalogue, func(entry Entry) bool { return entry.matches(code, subcode, message) })
	if at >= 0 && catalogue[at].isParticular() {
		return catalogue[at].Trouble
	}
	// A subcode that Meta uses as a code too, and a sentence that says which subcode
	// is meant, tell more than a code.
	if code < firstTelling && subcode >= firstTelling && isKnownCode(subcode) {
		return Explain(subcode, 0, message)
	}
	if said := subcodeSaid(code, message); subcode == 0 && said != 0 {
		return Explain(code, said, "")
	}
	if at < 0 {
		return Unknown
	}
	return catalogue[at].Trouble
}

// Entry is one line of the catalogue.
type Entry struct {
	Code, LastCode int    // LastCode is set where the line covers a range of codes
	Subcode        int    // 0 matches every subcode not named by a line above
	LastSubcode    int    // set where the line covers a range of subcodes
	Says           string // part of the message, lower case; "" matches every message
	Trouble
}

// Catalogue returns every known error, most particular first.
func Catalogue() []Entry { return slices.Clone(catalogue) }

// anySubcode as an Entry's subcode matches every subcode, but not none.
const anySubcode = -1

func (e Entry) matches(code, subcode int, message string) bool {
	return code >= e.Code && code <= max(e.Code, e.LastCode) &&
		e.matchesSubcode(subcode) &&
		(e.Says == "" || strings.Contains(message, e.Says))
}

// isParticular tells a line that a subcode or a sentence reached from one for all
// that its code may mean.
func (e Entry) isParticular() bool { return e.Subcode > 0 || e.Says != "" && e.Says != titled }

func (e Entry) matchesSubcode(subcode int) bool {
	switch e.Subcode {
	case 0:
		return true
	case anySubcode:
		return subcode != 0
	}
	return subcode >= e.Subcode && subcode <= max(e.Subcode, e.LastSubcode)
}
