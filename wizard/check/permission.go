package check

import (
	"slices"
	"strings"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// Why messages may be sent, or not.
const (
	PermMessagingGranted Reason = "check.perm.messaging.granted"
	PermMessagingMissing Reason = "check.perm.messaging.missing"
	PermMessagingUnknown Reason = "check.perm.messaging.unknown"
)

var permMessaging = Check{
	ID: PermMessaging, Group: GroupPermissions, SpokenNumber: 8, Importance: 6, Decides: true, Essential: true, NewToken: true,
	Needs: needsLivingToken,
	Reasons: map[Reason]Declared{
		PermMessagingGranted: passesByTitle, PermMessagingMissing: fails, PermMessagingUnknown: leavesOpen,
	},
	Troubles: []Status{Unknown},
	stage:    afterIdentity,
	judge: func(f Facts) Row {
		return f.judgeScope(ScopeMessaging, PermMessagingGranted, PermMessagingMissing, PermMessagingUnknown)
	},
}

// Why the account may be managed, or not.
const (
	PermManagementGranted Reason = "check.perm.management.granted"
	PermManagementWorks   Reason = "check.perm.management.works"
	PermManagementMissing Reason = "check.perm.management.missing"
	PermManagementUnknown Reason = "check.perm.management.unknown"
)

// permManagement lets a working call decide: the names of permissions have
// changed under tokens that went on working.
var permManagement = Check{
	ID: PermManagement, Group: GroupPermissions, SpokenNumber: 9, Importance: 7, Decides: true, Essential: true, NewToken: true,
	Needs: needsLivingToken,
	Reasons: map[Reason]Declared{
		PermManagementGranted: passesByTitle, PermManagementWorks: passes, PermManagementMissing: fails, PermManagementUnknown: leavesOpen,
	},
	Troubles: []Status{Unknown},
	stage:    afterAccounts,
	judge: func(f Facts) Row {
		for _, account := range f.reached() {
			if account.Templates.OK() {
				return because(PermManagementWorks).from(answered())
			}
		}
		return f.judgeScope(ScopeManagement, PermManagementGranted, PermManagementMissing, PermManagementUnknown)
	},
}

// judgeScope looks for a permission by name.
func (f Facts) judgeScope(scope string, has, lacks, open Reason) Row {
	granted, _ := f.scopes()
	switch {
	case slices.Contains(granted, scope):
		return because(has).from(answered())
	case f.refusedScope(scope):
		return because(lacks).with("Scope", scope).at(site.PageSystemUsers).from(answered())
	}
	return f.unknownScope(scope, open)
}

// unknownScope says why a permission is neither known to be granted nor to be
// missing.
func (f Facts) unknownScope(scope string, open Reason) Row {
	switch {
	case f.Permissions.Err != nil:
		return unknownRow(f.Permissions.Err)
	case f.Inspection.Err != nil && classOf(f.Inspection.Err) != trouble.ClassRequest:
		return unknownRow(f.Inspection.Err)
	}
	return because(open).with("Scope", scope).from(answered())
}

// refusedScope reports whether a permission is known not to be granted.
func (f Facts) refusedScope(scope string) bool {
	granted, known := f.scopes()
	return known && !slices.Contains(granted, scope)
}

// Why there are permissions beyond what is needed, or not.
const (
	PermSurplusNone Reason = "check.perm.surplus.none"
	PermSurplusMore Reason = "check.perm.surplus.more"
)

var permSurplus = Check{
	ID: PermSurplus, Group: GroupPermissions, SpokenNumber: 10, Importance: 20,
	Needs:   []Need{aToken, anAnswer, notAllRefused, aLivingToken, knownPermissions},
	Reasons: map[Reason]Declared{PermSurplusNone: passesByTitle, PermSurplusMore: warns},
	stage:   afterIdentity,
	judge: func(f Facts) Row {
		granted, _ := f.scopes()
		if surplus := surplusOf(granted); len(surplus) > 0 {
			return because(PermSurplusMore).with("Scopes", strings.Join(surplus, ", ")).at(site.PageSystemUsers).from(answered())
		}
		return because(PermSurplusNone).from(answered())
	},
}

// surplusOf lists the permissions that sending and managing do not need.
func surplusOf(granted []string) []string {
	return slices.DeleteFunc(slices.Clone(granted), func(scope string) bool { return slices.Contains(ownScopes, scope) })
}
