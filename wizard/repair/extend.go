package repair

import (
	"context"
	"errors"
	"slices"
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/handover"
	"latchkey/wizard/partner"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// Refusal is why a saved token gets no further sixty days, by what is known of it:
// the end of the ids of its words. NoRefusal is none.
type Refusal string

// The refusals there are.
const (
	NoRefusal Refusal = ""
	NeverEnds Refusal = "never_ends"
	HasEnded  Refusal = "ended"
	OtherKind Refusal = "kind"     // a person's, a page's or an app's own
	OfPartner Refusal = "solution" // fetched from a solution, and can be again
)

// AllRefusals lists why a saved token gets no further sixty days.
func AllRefusals() []Refusal { return []Refusal{NeverEnds, HasEnded, OtherKind, OfPartner} }

// RefusesExtension judges a saved token by what is listed of it. Meta extends
// tokens of system users that end after 60 days and have not ended yet.
func RefusesExtension(entry vault.Entry, now time.Time) Refusal {
	system := entry.Kind == string(check.KindSystemUser) || entry.Kind == string(check.KindBusinessIntegration)
	switch {
	case partner.Refetchable(entry):
		return OfPartner
	case entry.Kind != "" && entry.Kind != string(check.KindUnknown) && !system:
		return OtherKind
	case entry.NeverExpires:
		return NeverEnds
	case !entry.ExpiresAt.IsZero() && !entry.ExpiresAt.After(now):
		return HasEnded
	}
	return NoRefusal
}

// Extendable reports whether a saved token is known to be one that can be given
// sixty more days.
func Extendable(entry vault.Entry, now time.Time) bool {
	return RefusesExtension(entry, now) == NoRefusal && entry.Kind != "" && !entry.ExpiresAt.IsZero()
}

// RefusedError is a saved token that gets no further sixty days.
type RefusedError struct{ Refusal Refusal }

// Error names the refusal.
func (e *RefusedError) Error() string { return "this token cannot be extended: " + string(e.Refusal) }

// What keeps a new token from taking the old one's place.
var (
	// ErrNoApp: neither the list nor Graph tells which app the token belongs to.
	ErrNoApp = errors.New("the token's app is not known")
	// ErrNotLonger: the new token ends no later than the old one.
	ErrNotLonger = errors.New("the new token ends no later")
	// ErrAnother: the new token is not of the same app and system user.
	ErrAnother = errors.New("the new token belongs to another app or user")
	// ErrChanged: by now another token is saved under the name.
	ErrChanged = errors.New("another token was saved meanwhile")
)

// Extension is a saved token that is to get sixty more days.
type Extension struct {
	Entry  vault.Entry // as it is listed, with what Graph tells of the token now
	env    environment.Environment
	token  graph.Token
	secret graph.Token // the app's, until Extend has used it
}

// LookAtExtension tells what would be done. app is the token's, "" for the one
// that is listed or that Graph names; secret is the app's, and already read (see
// partner.ReadAppSecret). Errors are the vault's, Graph's and the network's,
// *RefusedError and ErrNoApp.
func LookAtExtension(ctx context.Context, env environment.Environment, name string, app graph.ID, secret graph.Token) (*Extension, error) {
	entry, err := env.Vault.Entry(ctx, name)
	if err != nil {
		return nil, err
	}
	entry, token, err := handover.SavedToken(ctx, env.Vault, entry)
	if err != nil {
		return nil, err
	}
	known, err := lookAt(ctx, env, token, secret)
	if err != nil {
		return nil, err
	}
	known.noteIn(&entry)
	if app != "" {
		entry.AppID = string(app)
	}
	switch refusal := RefusesExtension(entry, known.now); {
	case known.dead != nil && refusal != HasEnded:
		return nil, known.dead
	case refusal != NoRefusal:
		return nil, &RefusedError{refusal}
	case entry.AppID == "":
		return nil, ErrNoApp
	}
	return &Extension{Entry: entry, env: env, token: token, secret: secret}, nil
}

// EndOfExtension is the day on which a token expires that is extended now: Meta's expire in sixty.
func EndOfExtension(now time.Time) time.Time { return now.AddDate(0, 0, 60).Truncate(24 * time.Hour) }

// Extended is what came of it.
type Extended struct {
	Entry   vault.Entry // as it is listed afterwards
	Outcome vault.Outcome
	Report  check.Report  // of the new token
	Former  *saved.Former // the old one, which goes on working until its own end
}

// Extend has Meta make the new token, proves it, and puts it in the old one's
// place, where it is read back. Whatever error there is, the old one stays: nothing
// is lost by trying again. The secret is used for this and forgotten.
func (e *Extension) Extend(ctx context.Context) (Extended, error) {
	secret := e.secret
	e.secret = graph.Token{}
	result := Extended{Entry: e.Entry, Outcome: vault.OldKept}
	// A new token that could not be kept would live on, and nobody had it.
	if err := e.env.Vault.Prove(ctx); err != nil {
		return result, err
	}
	client, err := graph.New(e.env.Graph, e.token)
	if err != nil {
		return result, err
	}
	defer client.Close()
	issued, err := client.ExtendToken(ctx, graph.ID(e.Entry.AppID), secret)
	if err != nil {
		return result, err
	}
	result.Report, err = e.env.Check(ctx, issued.Token, environment.CheckOptions{
		Expected:  check.Expectation{App: graph.ID(e.Entry.AppID), Account: graph.ID(e.Entry.AccountID), Phone: graph.ID(e.Entry.PhoneID)},
		AppSecret: secret,
	})
	if err != nil {
		return result, err
	}
	after := e.Entry
	now := e.env.Now()
	after.IssuedAt, after.ExpiresAt, after.NeverExpires, after.DataAccessExpiresAt = now.UTC(), issued.ExpiresAt(now), false, time.Time{}
	saved.Note(&after, result.Report)
	if err := proves(e.Entry, after, result.Report); err != nil {
		return result, err
	}
	return e.replace(ctx, result, after, issued.Token)
}

// replace puts the new token in the place of the old one, if that is still there.
func (e *Extension) replace(ctx context.Context, result Extended, after vault.Entry, token graph.Token) (Extended, error) {
	former := saved.FormerOf(ctx, e.env.Vault, after.Name)
	if former == nil || !former.Is(e.token) {
		return result, ErrChanged
	}
	outcome, err := e.env.Vault.Replace(ctx, after, token)
	result.Outcome = outcome
	if outcome == vault.Replaced || outcome == vault.NotListed {
		result.Former = former
	}
	if err != nil {
		return result, err
	}
	result.Entry = after
	if listed, err := e.env.Vault.Entry(ctx, after.Name); err == nil {
		result.Entry = listed
	}
	return result, nil
}

// proves judges whether a new token does what the old one does, and longer. What is
// wrong with the account or the number was so before, and is no matter here.
func proves(before, after vault.Entry, report check.Report) error {
	token := report.Token
	switch {
	case report.DemandsProof(): // with another secret than the one by which it was made
		return ErrAnother
	case report.Verdict.Status == check.Undecided, fails(report, check.TokenAlive, check.TokenKind, check.TokenExpiry, check.PermMessaging, check.PermManagement, check.AccountReach):
		return &partner.NotProvedError{Report: report}
	case token.AppID != "" && string(token.AppID) != before.AppID,
		before.UserID != "" && token.UserID != "" && string(token.UserID) != before.UserID:
		return ErrAnother
	case after.NeverExpires:
		return nil
	case after.ExpiresAt.IsZero(), !after.ExpiresAt.After(before.ExpiresAt):
		return ErrNotLonger
	}
	return nil
}

func fails(report check.Report, ids ...check.ID) bool {
	return slices.ContainsFunc(report.Rows, func(row check.Row) bool {
		return row.Status == check.Fail && slices.Contains(ids, row.ID)
	})
}

// ExtensionReason says why a token was not extended.
func ExtensionReason(err error) partner.Reason {
	var refused *RefusedError
	var notProved *partner.NotProvedError
	own := func(id string) partner.Reason {
		return partner.Reason{Kind: partner.KindRefused, ID: "fix.extend." + id}
	}
	switch {
	case errors.As(err, &refused):
		return own(string(refused.Refusal))
	case errors.As(err, &notProved):
		reason := own("not_proved")
		if notProved.Report.Verdict.Status == check.Undecided {
			reason.Kind = partner.KindUndecided
		}
		return reason
	case errors.Is(err, ErrNotLonger):
		return own("not_longer")
	case errors.Is(err, ErrAnother):
		return own("another")
	case errors.Is(err, ErrChanged):
		return own("changed")
	}
	return secretReason(err)
}

// secretReason says why a call with an app's secret did not do.
func secretReason(err error) partner.Reason {
	if errors.Is(err, ErrNoApp) {
		return partner.Reason{Kind: partner.KindInput, ID: "fix.no_app"}
	}
	reason := partner.PrepareReason(err)
	if reason.Graph != nil && reason.Graph.Trouble() == trouble.AppLacksCapability {
		reason.ID, reason.Page = "fix.not_allowed", site.PageSystemUsers
	}
	return reason
}
