package check

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// Status is the outcome of one check.
type Status string

// The outcomes. Unknown means "could not check": trouble on the way is never
// counted against the token.
const (
	Pass    Status = "pass"
	Warn    Status = "warn"
	Fail    Status = "fail"
	Unknown Status = "unknown"
	Skipped Status = "skipped"
)

// ID names a check. Ids are relied on by other programs: they stay.
type ID string

// The checks, in the order in which they are reported.
const (
	LocalShape        ID = "local.shape"
	NetReach          ID = "net.reach"
	NetClock          ID = "net.clock"
	TokenAlive        ID = "token.alive"
	TokenKind         ID = "token.kind"
	TokenExpiry       ID = "token.expiry"
	AppMatch          ID = "app.match"
	PermMessaging     ID = "perm.messaging"
	PermManagement    ID = "perm.management"
	PermSurplus       ID = "perm.surplus"
	AccountReach      ID = "waba.reach"
	AccountReview     ID = "waba.review"
	AccountPayment    ID = "account.payment"
	PhoneList         ID = "phone.list"
	PhoneVerified     ID = "phone.verified"
	PhoneName         ID = "phone.name"
	PhoneStatus       ID = "phone.status"
	PhoneQuality      ID = "phone.quality"
	PhoneTest         ID = "phone.test"
	TemplatesRead     ID = "templates.read"
	SendAllowed       ID = "send.allowed"
	WebhookSubscribed ID = "webhook.subscribed"
	APIVersion        ID = "api.version"
)

// Row is the outcome of one check, ready to be put into words.
type Row struct {
	ID     ID
	Status Status
	Reason Reason
	Values map[string]string // what goes into the words
	Date   time.Time         // when it ends, for what ends; else zero
	Page   site.Page         // where it is fixed, PageNone if nowhere
	Graph  *GraphAnswer      // the answer of Graph that decided it, nil if none did
	Repair Repair            // what of it can be put right from here; in no document
}

// GraphAnswer is what Meta's support wants to hear. Error is nil where Graph
// simply answered. It is written as one object; see trouble.Error.
type GraphAnswer struct {
	HTTP           int `json:"http"`
	*trouble.Error     // also in JSON: code, subcode, fbtrace_id and message
}

// Ends reports whether a row in order tells of an end all the same, of the token or of its access
// to data: to a person that is advice.
func (r Row) Ends() bool {
	return r.Reason == TokenExpiryDate || r.Reason == TokenExpiryDataAccess
}

// Problem reports whether the row is neither fine nor passed over.
func (r Row) Problem() bool { return r.Status == Fail || r.Status == Warn || r.Status == Unknown }

// Mended are the checks that are fine now and were not before. What only could not be asked was
// not mended.
func Mended(before, now []Row) []ID {
	were := map[ID]bool{}
	for _, row := range before {
		were[row.ID] = row.Status == Fail || row.Status == Warn
	}
	var mended []ID
	for _, row := range now {
		if were[row.ID] && row.Status == Pass {
			mended = append(mended, row.ID)
		}
	}
	return mended
}

// answered is the GraphAnswer of a call that worked.
func answered() *GraphAnswer { return &GraphAnswer{HTTP: 200} }

// answerOf is the GraphAnswer of a call that Graph refused; nil where the error
// is none of Graph's.
func answerOf(err error) *GraphAnswer {
	if graphError := trouble.AsError(err); graphError != nil {
		return &GraphAnswer{HTTP: graphError.HTTPStatus, Error: graphError}
	}
	return nil
}

// because starts a row with the reason that a judge gives.
func because(reason Reason) Row { return Row{Reason: reason} }

func (r Row) with(name, value string) Row {
	values := map[string]string{name: value}
	for other, kept := range r.Values {
		values[other] = kept
	}
	r.Values = values
	return r
}

// naming puts the first of several names into the words as name, and how many
// are left over as "More", "" for none.
func (r Row) naming(name string, names []string) Row {
	const most = 3
	more := ""
	if len(names) > most {
		more = strconv.Itoa(len(names) - most)
		names = names[:most]
	}
	return r.with(name, strings.Join(names, ", ")).with("More", more)
}

// Written is the row as documents keep it: with its date among the values.
func (r Row) Written() Row {
	if !r.Date.IsZero() {
		r = r.with("Date", r.Date.Format(time.RFC3339))
		r.Date = time.Time{}
	}
	return r
}

// Read is a row of a document with its date taken out of the values again.
func (r Row) Read() Row {
	if date, err := time.Parse(time.RFC3339, r.Values["Date"]); err == nil {
		r.Date, r.Values = date, maps.Clone(r.Values)
		delete(r.Values, "Date")
		if len(r.Values) == 0 {
			r.Values = nil
		}
	}
	return r
}

func (r Row) as(status Status) Row         { r.Status = status; return r }
func (r Row) on(date time.Time) Row        { r.Date = date; return r }
func (r Row) at(page site.Page) Row        { r.Page = page; return r }
func (r Row) from(answer *GraphAnswer) Row { r.Graph = answer; return r }

func find(rows []Row, id ID) (row Row, ok bool) {
	for _, row := range rows {
		if row.ID == id {
			return row, true
		}
	}
	return Row{}, false
}
