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
	trouble := Explain(e.Code, e.Subcode, e.Message+" "+e.Details)
	if trouble == Unknown {
		switch {
		case e.HTTPStatus == 429:
			return Explain(4, 0, "")
		case e.Transient, e.HTTPStatus >= 500:
			return Explain(2, 0, "")
		}
	}
	return trouble
}

// Explain finds what a code (and subcode, 0 for none) means. The message is
// Graph's own and decides only where the code alone is ambiguous. An unknown
// code gives Unknown.
func Explain(code, subcode int, message string) Trouble {
	message = strings.ToLower(message)
	for _, entry := range catalogue {
		if entry.matches(code, subcode, message) {
			return entry.Trouble
		}
	}
	return Unknown
}

// Entry is one line of the catalogue.
type Entry struct {
	Code, LastCode int    // LastCode is set where the line covers a range of codes
	Subcode        int    // 0 matches every subcode not named by a line above
	Says           string // part of the message, lower case; "" matches every message
	Trouble
}

// Catalogue returns every known error, most particular first.
func Catalogue() []Entry { return slices.Clone(catalogue) }

func (e Entry) matches(code, subcode int, message string) bool {
	last := max(e.Code, e.LastCode)
	return code >= e.Code && code <= last &&
		(e.Subcode == 0 || e.Subcode == subcode) &&
		(e.Says == "" || strings.Contains(message, e.Says))
}
