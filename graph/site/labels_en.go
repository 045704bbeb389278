package site

// englishLabels is how Meta's pages read in English, as of November 2026. A
// button that Meta renames is renamed here, and nowhere else.
//
// Meta's own texts behind them: Get started (11 September 2026), Access tokens
// (11 September 2026), Get API key (16 November 2026), Add system users to your
// business portfolio, About WhatsApp account access, Create an app with the
// WhatsApp use case (16 April 2026).
var englishLabels = map[string]Label{
	"access_token_debugger": {"Access Token Debugger", Meta, High},
	"accounts":              {"Accounts", Meta, High},
	"add":                   {"+ Add", Meta, High}, // also met as "Add+" and as "Add new system user"
	"add_payment_method":    {"Add payment method", Guides, Medium},
	"add_people":            {"Add people", Meta, High},
	"add_phone_number":      {"Add phone number", Guides, Medium},
	"admin":                 {"Admin", Meta, High},
	"advanced":              {"Advanced", Meta, High},
	"alerts":                {"Alerts", Meta, Medium},
	"api_setup":             {"API Setup", Meta, High},
	"app":                   {"App", Assumed, Low}, // the field for the app; newer dialogs say "Select app"
	"app_dashboard":         {"App dashboard", Meta, High},
	"app_secret":            {"App secret", Meta, High},
	"app_settings":          {"App settings", Meta, High},
	"apps":                  {"Apps", Meta, High},
	"assign_assets":         {"Assign assets", Meta, High}, // the button on the user; in the newest window the last button too
	"assign_permissions":    {"Assign permissions", Screens, Medium},
	"assigned_assets":       {"Assigned assets", Screens, Medium},
	"basic":                 {"Basic", Meta, High},
	"billing_payments":      {"Billing & payments", Guides, Medium},
	"business_info":         {"Business info", Meta, High},
	"business_portfolio_id": {"Business portfolio ID", Guides, Medium},
	"business_settings":     {"Business settings", Meta, High}, // in Meta Business Suite it is "Settings"
	"business_support":      {"Business support", Guides, Medium},
	"business_support_home": {"Business support home", Meta, Medium},
	"copy":                  {"Copy", Guides, High},
	"create_app":            {"Create app", Meta, High},
	"create_system_user":    {"Create system user", Meta, High},
	"embedded_signup":       {"Embedded Signup", Meta, High},
	"employee":              {"Employee", Meta, High},
	"expiration":            {"Expiration", Assumed, Low},  // newer dialogs say "Set expiration"
	"full_access":           {"Full access", Meta, Medium}, // older words for what newer windows call "Full control"
	"full_control":          {"Full control", Meta, High},
	"generate_access_token": {"Generate access token", Meta, High},
	"generate_token":        {"Generate token", Meta, High}, // the button that opens the dialog can read "Generate new token"
	"manage_app":            {"Manage app", Meta, High},
	"manage_phone_numbers":  {"Manage phone number list", Guides, Medium},
	"message_templates":     {"Message templates", Meta, High},
	"never":                 {"Never", Meta, High},
	"no_permissions":        {"No permissions available", Screens, High},
	"partial_access":        {"Partial access", Meta, Medium},
	"partner_solutions":     {"Partner Solutions", Meta, High},
	"partners":              {"Partners", Meta, High},
	"people":                {"People", Meta, High},
	"phone_number_id":       {"Phone number ID", Meta, High},
	"phone_numbers":         {"Phone numbers", Meta, High},
	"quality_rating":        {"Quality rating", Guides, Medium},
	"request_review":        {"Request review", Meta, Medium},
	"require_app_secret":    {"Require App Secret", Meta, High},
	"revoke_tokens":         {"Revoke tokens", Screens, Medium},
	"save_changes":          {"Save changes", Guides, High}, // the older window; the newer one says "Assign assets"
	"security_center":       {"Security Center", Guides, Medium},
	"select_app":            {"Select app", Screens, Medium},
	"set_expiration":        {"Set expiration", Screens, Medium},
	"show":                  {"Show", Guides, Medium},
	"shown_once":            {"You will not see it again", Assumed, Low},
	"sixty_days":            {"60 days", Meta, High},
	"start_verification":    {"Start verification", Guides, Medium},
	"system_user_name":      {"System user name", Guides, Medium},
	"system_user_role":      {"System user role", Guides, Medium},
	"system_users":          {"System users", Meta, High},
	"to":                    {"To", Meta, High},
	"token_generated":       {"Token generated", Assumed, Low},
	"two_step_verification": {"Two-step verification", Meta, High},
	"users":                 {"Users", Meta, High},
	"verify":                {"Verify", Guides, Medium},
	"waba_id":               {"WhatsApp Business Account ID", Meta, High},
	"webhooks":              {"Webhooks", Assumed, Low}, // newer menus say "Configuration"
	"whatsapp":              {"WhatsApp", Meta, High},
	"whatsapp_access":       {"WhatsApp account access", Meta, High},
	"whatsapp_accounts":     {"WhatsApp accounts", Meta, High},
	"whatsapp_manager":      {"WhatsApp Manager", Meta, High},
}
