package check

import (
	"testing"

	"latchkey/graph"
)

func scopes(names ...graph.Text) func(*Facts) {
	return func(f *Facts) {
		f.Inspection.Value.Scopes = append([]graph.Text{}, names...)
		f.Permissions = failure[[]graph.Permission](graphError(100, 0, ""))
	}
}

func unknownScopes(f *Facts) {
	f.Inspection = failure[graph.Inspection](mismatch)
	f.Permissions = failure[[]graph.Permission](graphError(200, 0, ""))
}

func TestPermMessaging(t *testing.T) {
	testJudge(t, PermMessaging, []outcome{
		{"granted", nil, Pass, "check.perm.messaging.granted"},
		{"missing", scopes(ScopeManagement), Fail, "check.perm.messaging.missing"},
		{"none at all", scopes(), Fail, "check.perm.messaging.missing"},
		{"named as granular only", func(f *Facts) {
			scopes()(f)
			f.Inspection.Value.GranularScopes = []graph.GranularScope{{Scope: ScopeMessaging}}
		}, Pass, "check.perm.messaging.granted"},
		{"inspection refused, permissions told", func(f *Facts) { f.Inspection = failure[graph.Inspection](mismatch) }, Pass, "check.perm.messaging.granted"},
		{"declined", func(f *Facts) {
			f.Inspection = failure[graph.Inspection](mismatch)
			f.Permissions.Value[1].Status = "declined"
		}, Fail, "check.perm.messaging.missing"},
		{"refused both", unknownScopes, Unknown, "trouble.no_access_to_account"},
		{"no scopes in the answer", func(f *Facts) {
			f.Inspection.Value.Scopes = nil
			f.Permissions = answer([]graph.Permission{})
		}, Unknown, "check.perm.messaging.unknown"},
		{"dead", func(f *Facts) { refused(f, 190, 463) }, Skipped, "skipped.token_dead"},
	})
}

func TestPermManagement(t *testing.T) {
	noTemplates := func(f *Facts) {
		f.Accounts[0].Templates = failure[[]graph.Template](graphError(200, 0, ""))
	}
	testJudge(t, PermManagement, []outcome{
		{"templates read", nil, Pass, "check.perm.management.works"},
		{"another name, but it works", scopes(ScopeMessaging, "whatsapp_business_manage_events"), Pass, "check.perm.management.works"},
		{"by name only", noTemplates, Pass, "check.perm.management.granted"},
		{"missing", func(f *Facts) { noTemplates(f); scopes(ScopeMessaging)(f) }, Fail, "check.perm.management.missing"},
		{"unknown", func(f *Facts) { noTemplates(f); unknownScopes(f) }, Unknown, "trouble.no_access_to_account"},
	})
}

func TestPermSurplus(t *testing.T) {
	testJudge(t, PermSurplus, []outcome{
		{"none", nil, Pass, "check.perm.surplus.none"},
		{"Meta's third is not too much", scopes(ScopeMessaging, ScopeManagement, ScopeBusiness, "public_profile"), Pass, "check.perm.surplus.none"},
		{"more", scopes(ScopeMessaging, ScopeManagement, "ads_management"), Warn, "check.perm.surplus.more"},
		{"unknown", unknownScopes, Skipped, "skipped.unknown"},
	})
}
