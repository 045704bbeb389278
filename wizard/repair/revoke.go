package repair

import (
	"context"
	"errors"
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

// What keeps a token from being known to have ended.
var (
	// ErrAlive: Graph still takes the token after it said that it was revoked.
	ErrAlive = errors.New("the token still works")
	// ErrEnded: Graph took the token no longer before anything was done.
	ErrEnded = errors.New("the token has ended already")
)

// NotKnownError is a token that was to be ended, and nobody knows whether it has.
type NotKnownError struct{ Cause error }

// Error tells the cause.
func (e *NotKnownError) Error() string { return "whether the token has ended: " + e.Cause.Error() }

// Unwrap returns the cause.
func (e *NotKnownError) Unwrap() error { return e.Cause }

// Revocation is one token that is to be ended for everybody who has it.
type Revocation struct {
	Entry   vault.Entry // what Graph tells of it: app, user, kind, end
	Last4   string
	SavedAs []string // names under which this very token is saved here
	env     environment.Environment
	token   graph.Token
	secret  graph.Token // the app's, until Revoke has used it
}

// LookAtRevocation tells what would be ended. app is the token's, "" for the one that
// Graph or the list names; secret is the app's, and already read (see
// partner.ReadAppSecret). Errors are Graph's, the network's and the vault's, ErrNoApp,
// and ErrEnded together with a Revocation that says where the dead token is saved.
func LookAtRevocation(ctx context.Context, env environment.Environment, token graph.Token, app graph.ID, secret graph.Token) (*Revocation, error) {
	known, err := lookAt(ctx, env, token, secret)
	if err != nil {
		return nil, err
	}
	found := &Revocation{Last4: token.Last4(), env: env, token: token, secret: secret}
	if found.Entry, found.SavedAs, err = savedAs(ctx, env.Vault, token); err != nil {
		return nil, err
	}
	known.noteIn(&found.Entry)
	if app != "" {
		found.Entry.AppID = string(app)
	}
	switch {
	case known.dead != nil:
		return found, ErrEnded
	case found.Entry.AppID == "":
		return nil, ErrNoApp
	}
	return found, nil
}

// savedAs are the names under which a token is saved, and what is listed of it.
func savedAs(ctx context.Context, keychain *vault.Vault, token graph.Token) (vault.Entry, []string, error) {
	entries, err := keychain.List(ctx)
	if err != nil {
		return vault.Entry{}, nil, err
	}
	var listed vault.Entry
	var names []string
	for _, entry := range entries {
		alike, err := keychain.Lists(ctx, entry, token)
		if err != nil {
			return vault.Entry{}, nil, err
		}
		if !alike {
			continue
		}
		// Two tokens may end alike. One that the keychain does not give is left out.
		if kept, err := keychain.Token(ctx, entry.Name); err == nil && kept.Equal(token) {
			listed, names = entry, append(names, entry.Name)
		}
	}
	return listed, names, nil
}

// asksOfTheDead is how often Graph is asked whether a token has ended: its servers
// need not all know at once.
const asksOfTheDead = 4

// Revoke has Meta end the token, and asks Graph whether it has. The secret is used
// for this and forgotten. nil means that Graph refuses the token now, and the list of
// saved ones says so too; ErrAlive that it does not, whatever Meta answered; a
// *NotKnownError that Graph could not be asked. Other errors are Meta's refusal.
func (r *Revocation) Revoke(ctx context.Context) error {
	options := r.env.Graph
	secret := r.secret
	options.AppSecret, r.secret = secret, graph.Token{}
	client, err := graph.New(options, r.token)
	if err != nil {
		return err
	}
	defer client.Close()
	// An answer that got lost is no reason to believe that nothing was done.
	revoked := client.RevokeToken(ctx, graph.ID(r.Entry.AppID), secret)
	if revoked != nil && graph.AsNetworkError(revoked) == nil {
		return revoked
	}
	if err := r.prove(ctx, client); err != nil {
		return err
	}
	r.note(ctx)
	return nil
}

// prove asks Graph until it refuses the token, or has been asked often enough.
func (r *Revocation) prove(ctx context.Context, client *graph.Client) error {
	pause := r.env.Graph.Pause
	if pause == 0 {
		pause = time.Second
	}
	for asked := 1; ; asked++ {
		_, err := client.Me(ctx)
		switch {
		case deadBy(err) != nil:
			return nil
		case asked == asksOfTheDead && err == nil:
			return ErrAlive
		case asked == asksOfTheDead:
			return &NotKnownError{err}
		}
		if err := graph.Sleep(ctx, pause); err != nil {
			return &NotKnownError{err}
		}
		pause *= 2
	}
}

// note lists the token as one that does not work. Where that cannot be written, the
// next check finds out.
func (r *Revocation) note(ctx context.Context) {
	dead := func(entry *vault.Entry) {
		entry.Verdict, entry.LastCheckedAt = string(check.NotReady), r.env.Now().UTC()
	}
	dead(&r.Entry)
	for _, name := range r.SavedAs {
		_ = r.env.Vault.Update(ctx, name, dead)
	}
}

// Remove takes the dead token out of the keychain, under every name that it has
// there. Errors are the vault's.
func (r *Revocation) Remove(ctx context.Context) error {
	for _, name := range r.SavedAs {
		if err := r.env.Vault.Remove(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// RevocationReason says why a token was not revoked, or is not known to be.
func RevocationReason(err error) partner.Reason {
	var notKnown *NotKnownError
	switch {
	case errors.As(err, &notKnown):
		return partner.Reason{Kind: partner.KindUndecided, ID: "fix.revoke.not_known"}
	case errors.Is(err, ErrAlive):
		return partner.Reason{Kind: partner.KindRefused, ID: "fix.revoke.alive", Page: site.PageSystemUsers}
	case errors.Is(err, ErrEnded):
		return partner.Reason{Kind: partner.KindRefused, ID: "fix.revoke.ended"}
	}
	reason := secretReason(err)
	if reason.Graph != nil && (reason.Graph.Trouble() == trouble.ObjectNotVisible || reason.Graph.Trouble() == trouble.Parameter) {
		// Of the call itself: an app, a secret or a token has troubles of its own.
		reason.ID, reason.Page = "fix.revoke.not_this_way", site.PageSystemUsers
	}
	return reason
}
