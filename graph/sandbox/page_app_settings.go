package sandbox

// appSettings is App settings of an app.
type appSettings struct {
	ID, Name   string
	Advanced   bool // else Basic
	Secret     string
	WantsProof bool
}

// appBasics is where the app's secret is shown.
func (v *visit) appBasics(of *app) {
	v.show("app_settings", frame{
		Title: v.say("join.named", values{"Name": v.menu("app_basic"), "Value": of.name}), Site: "developers", Place: "apps",
		Body: appSettings{ID: of.id, Name: of.name, Secret: of.secret},
	})
}

func (v *visit) appAdvanced(of *app) {
	v.show("app_settings", frame{
		Title: v.say("join.named", values{"Name": v.menu("app_advanced"), "Value": of.name}), Site: "developers", Place: "apps",
		Body: appSettings{ID: of.id, Name: of.name, Advanced: true, WantsProof: of.wantsProof},
	})
}

func (v *visit) saveAdvanced(of *app) {
	of.wantsProof = v.text("proof") == "on"
	v.done(v.say("rehearsal.settings_saved"), pathDeveloper+"/"+of.id+"/settings/advanced/")
}
