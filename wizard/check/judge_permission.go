package check

import (
	"slices"
	"strings"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

func judgeMessaging(f Facts) Row {
	return f.judgeScope(PermMessaging, ScopeMessaging)
}

// judgeManagement lets a working call decide: the names of permissions have
// changed under tokens that went on working.
func judgeManagement(f Facts) Row {
	for _, account := range f.reached() {
		if account.Templates.OK() {
			return row(PermManagement, Pass, "works").from(answered())
		}
	}
	return f.judgeScope(PermManagement, ScopeManagement)
}

// judgeScope looks for a permission by name.
func (f Facts) judgeScope(id ID, scope string) Row {
	if row, skip := f.afterAlive(id); skip {
		return row
	}
	granted, known := f.scopes()
	switch {
	case slices.Contains(granted, scope):
		return row(id, Pass, "granted").from(answered())
	case known:
		return row(id, Fail, "missing").with("Scope", scope).at(site.PageSystemUsers).from(answered())
	case f.Permissions.Err != nil:
		return unknownRow(id, f.Permissions.Err)
	case f.Inspection.Err != nil && classOf(f.Inspection.Err) != trouble.ClassRequest:
		return unknownRow(id, f.Inspection.Err)
	}
	return row(id, Unknown, "unknown").with("Scope", scope).from(answered())
}

func judgeSurplus(f Facts) Row {
	if row, skip := f.afterAlive(PermSurplus); skip {
		return row
	}
	granted, known := f.scopes()
	surplus := surplusOf(granted)
	switch {
	case len(surplus) > 0:
		return row(PermSurplus, Warn, "more").with("Scopes", strings.Join(surplus, ", ")).at(site.PageSystemUsers).from(answered())
	case known:
		return row(PermSurplus, Pass, "none").from(answered())
	}
	return skipped(PermSurplus, "unknown")
}

// surplusOf lists the permissions that sending and managing do not need.
func surplusOf(granted []string) []string {
	var surplus []string
	for _, scope := range granted {
		if !slices.Contains(ownScopes, scope) {
			surplus = append(surplus, scope)
		}
	}
	return surplus
}
