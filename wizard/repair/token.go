package repair

import (
	"context"
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/vault"
)

// tokenFacts is what two calls of GET tell of a token.
type tokenFacts struct {
	inspection graph.Inspection
	me         graph.Me
	dead       *trouble.Error // Graph takes it no longer, and why; nil while it does
	now        time.Time      // by Graph's clock
}

// lookAt asks Graph about a token. What Graph does not tell of it stays unknown; the
// error is of a network or an outage, which tell nothing. secret is that of the
// token's app, for one that demands a proof; it may be zero.
func lookAt(ctx context.Context, env environment.Environment, token, secret graph.Token) (tokenFacts, error) {
	options := env.Graph
	options.AppSecret = secret
	client, err := graph.New(options, token)
	if err != nil {
		return tokenFacts{}, err
	}
	defer client.Close()
	var facts tokenFacts
	facts.me, err = client.Me(ctx)
	if graph.AsNetworkError(err) != nil || graph.Passes(err) {
		return facts, err
	}
	facts.dead = deadBy(err)
	if refused := trouble.AsError(err); refused != nil && refused.Trouble() == trouble.AppSecretProofWrong {
		return facts, err
	}
	facts.inspection, err = client.InspectToken(ctx)
	if graph.AsNetworkError(err) != nil {
		return facts, err
	}
	if facts.dead != nil && facts.inspection.Refusal != nil && facts.dead.Subcode == 0 {
		facts.dead = facts.inspection.Refusal
	}
	facts.now = client.Connection().Now(env.Now())
	return facts, nil
}

// kind is the token's kind as lists have it; "" where Graph did not tell.
func (f tokenFacts) kind() string {
	switch told := f.inspection.Type; {
	case told.Is("SYSTEM_USER") && f.me.ClientBusinessID != "":
		return string(check.KindBusinessIntegration)
	case told.Is("SYSTEM_USER"):
		return string(check.KindSystemUser)
	case told.Is("USER"):
		return string(check.KindUser)
	case told.Is("PAGE"):
		return string(check.KindPage)
	}
	return ""
}

// deadBy is Graph's word that it takes a token no longer; nil where an error is
// about something else.
func deadBy(err error) *trouble.Error {
	if refused := trouble.AsError(err); refused != nil && refused.Trouble().Class == trouble.ClassToken {
		return refused
	}
	return nil
}

// noteIn puts what Graph tells into an entry, and leaves what it does not tell.
func (f tokenFacts) noteIn(entry *vault.Entry) {
	told := f.inspection
	set := func(into *string, value string) {
		if value != "" {
			*into = value
		}
	}
	set(&entry.AppID, string(told.AppID))
	set(&entry.AppName, string(told.Application))
	set(&entry.UserID, string(told.UserID))
	set(&entry.UserID, string(f.me.ID))
	set(&entry.UserName, string(f.me.Name))
	if kind := f.kind(); kind != "" {
		entry.Kind = kind
	}
	if told.ExpiresAt.Known {
		entry.ExpiresAt = told.ExpiresAt.Time()
		entry.NeverExpires = entry.ExpiresAt.IsZero()
	}
}
