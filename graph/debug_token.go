package graph

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"latchkey/graph/trouble"
)

// Inspection is what GET /debug_token tells of a token. Meta promises none of
// its fields, so each may be absent.
// Source: developers.facebook.com, graph-api/reference/debug_token.
type Inspection struct {
	AppID               ID              `json:"app_id"`
	Application         Text            `json:"application"`
	Type                Text            `json:"type"` // USER, PAGE, APP, SYSTEM_USER and others
	Valid               *bool           `json:"is_valid"`
	IssuedAt            Number          `json:"issued_at"`
	ExpiresAt           Number          `json:"expires_at"`             // 0 is never
	DataAccessExpiresAt Number          `json:"data_access_expires_at"` // 0 for system users
	Scopes              []Text          `json:"scopes"`
	GranularScopes      []GranularScope `json:"granular_scopes"`
	UserID              ID              `json:"user_id"`
	Metadata            Metadata        `json:"metadata"`

	// Refusal is Graph's reason why the token does not work: it comes inside
	// an answer with HTTP 200.
	Refusal *trouble.Error `json:"-"`
}

// Metadata is how a person logged in to get the token, where it was by
// Facebook Login.
type Metadata struct {
	AuthType Text `json:"auth_type"` // such as rerequest
	SSO      Text `json:"sso"`       // such as iphone-safari
}

// GranularScope is one permission and the assets it was granted on.
type GranularScope struct {
	Scope     Text `json:"scope"`
	TargetIDs []ID `json:"target_ids"` // absent: all assets that the user reaches
}

// InspectToken asks debug_token about the client's own token. Only official
// with an app token, which a desktop program must not have; live Graph lets
// system user tokens and user tokens inspect themselves. A refusal therefore
// says nothing about the token.
func (c *Client) InspectToken(ctx context.Context) (Inspection, error) {
	var answer struct {
		Data *inspectionBody `json:"data"`
	}
	query := url.Values{"input_token": {c.token.Reveal()}}
	if err := c.get(ctx, "debug_token", "", query, &answer); err != nil {
		return Inspection{}, err
	}
	if answer.Data == nil {
		return Inspection{}, c.unexpected()
	}
	inspection := answer.Data.Inspection
	if answer.Data.Error != nil {
		inspection.Refusal = answer.Data.Error.Error(http.StatusOK)
	}
	return inspection, nil
}

type inspectionBody struct {
	Inspection
	Error *trouble.Body `json:"error"`
}

// HasScope reports whether the token carries a permission, by its plain or its
// granular scopes.
func (i Inspection) HasScope(name string) bool {
	return slices.Contains(i.ScopeNames(), name)
}

// ScopeNames lists all permissions named, plain and granular, without repeats.
func (i Inspection) ScopeNames() []string {
	var names []string
	add := func(name Text) {
		if name != "" && !slices.Contains(names, string(name)) {
			names = append(names, string(name))
		}
	}
	for _, scope := range i.Scopes {
		add(scope)
	}
	for _, granular := range i.GranularScopes {
		add(granular.Scope)
	}
	return names
}

// Targets lists the assets that a permission was granted on. all is true when
// the permission is there without a list: then it holds for every asset that
// the user reaches.
func (i Inspection) Targets(scope string) (ids []ID, all bool) {
	for _, granular := range i.GranularScopes {
		if !granular.Scope.Is(scope) {
			continue
		}
		if len(granular.TargetIDs) == 0 {
			return nil, true
		}
		ids = append(ids, granular.TargetIDs...)
	}
	return ids, len(ids) == 0 && i.HasScope(scope)
}
