package site

import (
	"net/url"
	"strings"

	"latchkey/graph/value"
)

// Page is one of Meta's pages that a person is sent to. None of their
// addresses carries a token.
type Page string

// The pages, named as their titles are.
const (
	PageNone             Page = ""
	PageSystemUsers      Page = "system_users"
	PageWhatsAppAccounts Page = "whatsapp_accounts"
	PageApps             Page = "apps"
	PagePeople           Page = "people"
	PageRequests         Page = "requests"
	PageSecurityCenter   Page = "security_center"
	PagePortfolios       Page = "portfolios"
	PageCreatePortfolio  Page = "create_portfolio"
	PageAppList          Page = "app_list"
	PageCreateApp        Page = "create_app"
	PageAPISetup         Page = "api_setup"
	PageAppBasic         Page = "app_basic"
	PageAppAdvanced      Page = "app_advanced"
	PageAppRoles         Page = "app_roles"
	PageAppAlerts        Page = "app_alerts"
	PagePhoneNumbers     Page = "phone_numbers"
	PageTemplates        Page = "message_templates"
	PagePayment          Page = "payment"
	PageTokenDebugger    Page = "token_debugger"
	PageSupport          Page = "support"
	PageStatus           Page = "status"
	PageFacebook         Page = "facebook"
)

// Pages lists all pages.
func Pages() []Page {
	return []Page{
		PageSystemUsers, PageWhatsAppAccounts, PageApps, PagePeople, PageRequests,
		PageSecurityCenter, PagePortfolios, PageCreatePortfolio, PageAppList, PageCreateApp, PageAPISetup,
		PageAppBasic, PageAppAdvanced, PageAppRoles, PageAppAlerts, PagePhoneNumbers,
		PageTemplates, PagePayment, PageTokenDebugger, PageSupport, PageStatus,
		PageFacebook,
	}
}

// Site is where Meta's pages are served: Meta itself, or the rehearsal.
type Site struct {
	Business   string // Business settings and WhatsApp Manager
	Developers string // app dashboard and tools
	Status     string // Meta's own word on outages
	Facebook   string // where a person logs in
}

// Meta is the real site.
var Meta = Site{
	Business:   "https://business.facebook.com",
	Developers: "https://developers.facebook.com",
	Status:     "https://metastatus.com",
	Facebook:   "https://www.facebook.com",
}

// PageIDs are the ids that make an address exact. Each may be empty: then the
// page opens on the portfolio used last, or on the list to choose from.
type PageIDs struct {
	Business value.ID // business portfolio
	App      value.ID
}

// Address is where page opens on site. It is "" for PageNone.
// Source: the addresses of Meta's own pages, seen in 2026.
func (s Site) Address(page Page, ids PageIDs) string {
	switch page {
	case PageSystemUsers:
		return s.business("/latest/settings/system_users", ids)
	case PageWhatsAppAccounts:
		return s.business("/latest/settings/whatsapp_account", ids)
	case PageApps:
		return s.business("/latest/settings/apps", ids)
	case PagePeople:
		return s.business("/latest/settings/people", ids)
	case PageRequests: // Meta's help 567938347644871, as quoted in August 2026
		return s.business("/latest/settings/requests", ids)
	case PageSecurityCenter:
		return s.business("/latest/settings/security_center", ids)
	case PagePortfolios:
		return s.Business + "/overview"
	case PageCreatePortfolio:
		return s.Business + "/create"
	case PagePhoneNumbers:
		return s.business("/latest/whatsapp_manager/phone_numbers", ids)
	case PageTemplates:
		return s.business("/latest/whatsapp_manager/message_templates", ids)
	case PagePayment:
		return s.business("/latest/billing_hub/payment_settings", ids)
	case PageSupport:
		return s.Business + "/direct-support"
	case PageAppList:
		return s.Developers + "/apps"
	case PageCreateApp:
		return s.Developers + "/apps/creation/"
	case PageAPISetup:
		return s.apiSetup(ids)
	case PageAppBasic:
		return s.app("/settings/basic/", ids)
	case PageAppAdvanced:
		return s.app("/settings/advanced/", ids)
	case PageAppRoles:
		return s.app("/roles/roles/", ids)
	case PageAppAlerts:
		return s.app("/alerts/", ids)
	case PageTokenDebugger:
		return s.Developers + "/tools/debug/accesstoken/"
	case PageStatus:
		return s.Status
	case PageFacebook:
		return s.Facebook
	}
	return ""
}

func (s Site) business(path string, ids PageIDs) string {
	address := s.Business + path
	if ids.Business != "" {
		address += "?" + url.Values{"business_id": {string(ids.Business)}}.Encode()
	}
	return address
}

// app falls back to the app list: without an id no page of an app opens.
func (s Site) app(path string, ids PageIDs) string {
	if ids.App == "" {
		return s.Developers + "/apps"
	}
	return s.Developers + "/apps/" + url.PathEscape(string(ids.App)) + path
}

func (s Site) apiSetup(ids PageIDs) string {
	if ids.App == "" {
		return s.Developers + "/apps"
	}
	query := url.Values{
		"use_case_enum": {"WHATSAPP_BUSINESS_MESSAGING"},
		"product_route": {"whatsapp-business"},
		"selected_tab":  {"wa-dev-console"},
	}
	if ids.Business != "" {
		query.Set("business_id", string(ids.Business))
	}
	return s.app("/use_cases/customize/wa-dev-console/", ids) + "?" + query.Encode()
}

// Holds reports whether address is one of this site's, so that nothing else is
// ever handed to the browser.
func (s Site) Holds(address string) bool {
	parsed, err := url.Parse(address)
	if err != nil || parsed.User != nil {
		return false
	}
	for _, base := range []string{s.Business, s.Developers, s.Status, s.Facebook} {
		if own, err := url.Parse(base); err == nil && base != "" && own.Scheme == parsed.Scheme && strings.EqualFold(own.Host, parsed.Host) {
			return true
		}
	}
	return false
}
