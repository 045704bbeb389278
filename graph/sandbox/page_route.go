package sandbox

import (
	"net/http"
	"strings"
)

// The paths are those of business.facebook.com and developers.facebook.com.
const (
	pathPeople       = "/latest/settings/people"
	pathSystemUsers  = "/latest/settings/system_users"
	pathAccounts     = "/latest/settings/whatsapp_account"
	pathApps         = "/latest/settings/apps"
	pathBusinessInfo = "/latest/settings/business_info"
	pathRequests     = "/latest/settings/requests"
	// No text tells where Meta's tab Messaging accounts opens: this is ours.
	pathMessaging  = "/latest/settings/messaging_account"
	pathPortfolios = "/overview"
	pathSecurity   = "/latest/settings/security_center"
	pathNumbers    = "/latest/whatsapp_manager/phone_numbers"
	pathSupport    = "/direct-support"
	pathDeveloper  = "/apps"
	pathDebugger   = "/tools/debug/accesstoken/"
	pathSignup     = "/messaging/whatsapp/onboard/"
)

// routePages adds the practice pages.
func (s *Server) routePages(routes *http.ServeMux) {
	for pattern, do := range map[string]func(*visit){
		"GET /{$}": (*visit).start,

		"GET " + pathPeople:                (*visit).people,
		"POST " + pathPeople + "/practise": (*visit).practiseAs,

		"GET " + pathSystemUsers:              (*visit).systemUsers,
		"POST " + pathSystemUsers + "/add":    forManagers((*visit).addSystemUser),
		"POST " + pathSystemUsers + "/policy": forManagers((*visit).acceptPolicy),
		"POST " + pathSystemUsers + "/assets": forManagers((*visit).assignAssets),
		"POST " + pathSystemUsers + "/revoke": forManagers((*visit).revokeTokens),
		"POST " + pathSystemUsers + "/token":  forManagers((*visit).generateToken),

		"GET " + pathAccounts:                (*visit).accounts,
		"GET " + pathMessaging:               (*visit).accounts,
		"POST " + pathAccounts + "/people":   forManagers((*visit).addPeopleToAccount),
		"POST " + pathMessaging + "/people":  forManagers((*visit).addPeopleToAccount),
		"POST " + pathAccounts + "/partner":  forManagers((*visit).endPartner),
		"POST " + pathMessaging + "/partner": forManagers((*visit).endPartner),

		"GET " + pathRequests:               (*visit).requests,
		"GET /latest/settings/bm_requests":  (*visit).requests,
		"POST " + pathRequests + "/approve": forManagers((*visit).approve),

		"GET " + pathApps:              (*visit).apps,
		"POST " + pathApps + "/add":    forManagers((*visit).addApp),
		"POST " + pathApps + "/people": forManagers((*visit).addPeopleToApp),

		"GET " + pathNumbers:                (*visit).numbers,
		"GET " + pathNumbers + "/new":       (*visit).newNumber,
		"POST " + pathNumbers + "/add":      forManagers((*visit).addNumber),
		"POST " + pathNumbers + "/verify":   forManagers((*visit).verifyNumber),
		"POST " + pathNumbers + "/register": forManagers((*visit).registerNumber),
		"POST " + pathNumbers + "/name":     forManagers((*visit).renameNumber),

		"GET " + pathBusinessInfo:         (*visit).businessInfo,
		"GET " + pathSecurity:             (*visit).businessInfo,
		"GET " + pathSupport:              (*visit).support,
		"POST " + pathSupport + "/review": forManagers((*visit).askForReview),
		"GET " + pathPortfolios:           (*visit).portfolios,
		"GET /create":                     (*visit).createPortfolio,
		"POST " + pathPortfolios + "/add": (*visit).addPortfolio,

		"GET " + pathDeveloper + "/{$}":                                        (*visit).developerApps,
		"GET " + pathDeveloper:                                                 (*visit).developerApps,
		"GET " + pathDeveloper + "/creation/{$}":                               (*visit).newApp,
		"POST " + pathDeveloper + "/creation":                                  (*visit).createApp,
		"GET " + pathDeveloper + "/{app}/{$}":                                  forOperators((*visit).developerApp),
		"GET " + pathDeveloper + "/{app}/settings/basic/":                      forOperators((*visit).appBasics),
		"GET " + pathDeveloper + "/{app}/settings/advanced/":                   forOperators((*visit).appAdvanced),
		"POST " + pathDeveloper + "/{app}/settings/advanced/":                  forOperators((*visit).saveAdvanced),
		"GET " + pathDeveloper + "/{app}/roles/roles/":                         forOperators((*visit).developerApp),
		"POST " + pathDeveloper + "/{app}/whatsapp":                            forOperators((*visit).addWhatsApp),
		"GET " + pathDeveloper + "/{app}/use_cases/customize/wa-dev-console/":  forOperators((*visit).apiSetup),
		"GET " + pathDeveloper + "/{app}/whatsapp-business/wa-dev-console/":    forOperators((*visit).apiSetup),
		"GET " + pathDeveloper + "/{app}/whatsapp-business/partner-solutions/": forOperators((*visit).partnerSolutions),
		"POST " + pathDeveloper + "/{app}/token":                               forOperators((*visit).temporaryToken),
		"POST " + pathDeveloper + "/{app}/recipient":                           forOperators((*visit).addRecipient),

		"GET " + pathSignup + "{$}":     forOperators((*visit).signup),
		"POST " + pathSignup + "finish": forOperators((*visit).finishSignup),

		"GET " + pathDebugger:  (*visit).debugger,
		"POST " + pathDebugger: (*visit).debugToken,
		"GET /tools/explorer/": (*visit).explorer,
	} {
		routes.Handle(pattern, s.page(do))
	}
	routes.HandleFunc("GET /settings/system-users", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, link(pathSystemUsers, "business_id", r.URL.Query().Get("business_id")), http.StatusFound)
	})
	for _, page := range []string{pathPeople, pathSystemUsers, pathAccounts, pathMessaging, pathApps, pathNumbers, pathRequests, pathSupport, pathPortfolios} {
		// The address of a form that was sent back with a problem, opened anew.
		routes.Handle("GET "+page+"/{action}", s.page(func(v *visit) { v.leave(page) }))
	}
	for _, action := range []string{"/token", "/recipient"} {
		routes.Handle("GET "+pathDeveloper+"/{app}"+action, s.page(forOperators(func(v *visit, of *app) { v.leave(setupPath(of)) })))
	}
	routes.Handle("GET "+pathDeveloper+"/creation", s.page((*visit).newApp))
	routes.Handle("GET "+pathSignup+"{action}", s.page(func(v *visit) { v.leave(pathSignup, "app_id", v.text("app_id")) }))
	for _, prefix := range []string{"/latest/", "/tools/", pathDeveloper + "/"} {
		routes.Handle(prefix, s.page((*visit).notPractised))
	}
	routes.HandleFunc("GET /practice/{file}", s.pageFile)
}

// pageFile serves the style and the script of the pages. It is also how an open
// page finds out that the program still runs.
func (s *Server) pageFile(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	types := map[string]string{"style.css": "text/css; charset=utf-8", "practice.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml"}
	contentType, known := types[name]
	if !known {
		http.NotFound(w, r)
		return
	}
	content, err := pageFiles.ReadFile("pages/" + name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	protect(w.Header())
	w.Header().Set("Content-Type", contentType)
	_, _ = w.Write(content)
}

func (v *visit) notPractised() {
	v.status = http.StatusNotFound
	site := "settings"
	if strings.HasPrefix(v.request.URL.Path, pathDeveloper) || strings.HasPrefix(v.request.URL.Path, "/tools/") {
		site = "developers"
	}
	v.message(site, v.say("rehearsal.page_not_here"),
		v.say("rehearsal.page_not_here_detail"))
}
