package site

// englishLabels is how Meta's pages read in English, as of November 2026. A
// button that Meta renames is renamed here, and nowhere else.
//
// Meta's own texts behind them: Get started (11 September 2026), Access tokens
// (11 September 2026), Get API key (16 November 2026), Add system users to your
// business portfolio, Create an app with the WhatsApp use case (16 April 2026).
var englishLabels = map[string]Label{
	"access_token_debugger": {"Access Token Debugger", FromMeta, Medium},
	"accounts":              {"Accounts", FromMeta, High},
	"add":                   {"+ Add", FromMeta, High}, // also met as "Add+" and as "Add new system user"
	"add_payment_method":    {"Add payment method", NotRead, Low},
	"add_people":            {"Add people", FromMeta, High},
	"add_phone_number":      {"Add phone number", NotRead, Low},
	"admin":                 {"Admin", FromMeta, High},
	"advanced":              {"Advanced", NotRead, Low},
	"alerts":                {"Alerts", NotRead, Low},
	"api_setup":             {"API Setup", FromMeta, High},
	"app":                   {"App", NotRead, Low}, // the field for the app; newer dialogs say "Select app"
	"app_dashboard":         {"App dashboard", FromMeta, High},
	"app_secret":            {"App secret", FromMeta, High},
	"app_settings":          {"App settings", FromMeta, High},
	"apps":                  {"Apps", FromMeta, High},
	"assign_assets":         {"Assign assets", FromMeta, High}, // the button on the user; in the newest window the last button too
	"assign_permissions":    {"Assign permissions", FromScreens, Medium},
	"assigned_assets":       {"Assigned assets", FromScreens, Medium},
	"basic":                 {"Basic", FromMeta, High},
	"billing_payments":      {"Billing & payments", FromGuides, Medium},
	"business_info":         {"Business info", FromMeta, High},
	"business_portfolio_id": {"Business portfolio ID", NotRead, Low},
	"business_settings":     {"Business settings", FromMeta, High}, // in Meta Business Suite it is "Settings"
	"business_support":      {"Business support", FromGuides, Medium},
	"business_support_home": {"Business support home", NotRead, Low},
	"copy":                  {"Copy", FromGuides, High},
	"create_app":            {"Create app", FromMeta, High},
	"create_system_user":    {"Create system user", FromMeta, High},
	"embedded_signup":       {"Embedded Signup", FromMeta, High},
	"employee":              {"Employee", FromMeta, High},
	"expiration":            {"Expiration", NotRead, Low},      // newer dialogs say "Set expiration"
	"full_access":           {"Full access", FromMeta, Medium}, // older words for what newer windows call "Full control"
	"full_control":          {"Full control", FromMeta, High},
	"generate_access_token": {"Generate access token", FromMeta, High},
	"generate_token":        {"Generate token", FromMeta, High}, // the button that opens the dialog can read "Generate new token"
	"manage_app":            {"Manage app", FromMeta, High},
	"manage_phone_numbers":  {"Manage phone number list", NotRead, Low},
	"message_templates":     {"Message templates", NotRead, Low},
	"never":                 {"Never", FromMeta, High},
	"no_permissions":        {"No permissions available", FromScreens, High},
	"partial_access":        {"Partial access", FromMeta, Medium},
	"partner_solutions":     {"Partner Solutions", FromMeta, High},
	"partners":              {"Partners", FromMeta, High},
	"people":                {"People", FromMeta, High},
	"phone_number_id":       {"Phone number ID", FromMeta, High},
	"phone_numbers":         {"Phone numbers", FromMeta, High},
	"quality_rating":        {"Quality rating", NotRead, Low},
	"request_review":        {"Request review", NotRead, Low},
	"require_app_secret":    {"Require App Secret", NotRead, Low},
	"revoke_tokens":         {"Revoke tokens", FromScreens, Medium},
	"save_changes":          {"Save changes", FromGuides, High}, // the older window; the newer one says "Assign assets"
	"security_center":       {"Security Center", FromGuides, Medium},
	"select_app":            {"Select app", FromScreens, Medium},
	"set_expiration":        {"Set expiration", FromScreens, Medium},
	"show":                  {"Show", NotRead, Low},
	"shown_once":            {"You will not see it again", NotRead, Low},
	"sixty_days":            {"60 days", FromMeta, High},
	"start_verification":    {"Start verification", NotRead, Low},
	"system_user_name":      {"System user name", NotRead, Low},
	"system_user_role":      {"System user role", NotRead, Low},
	"system_users":          {"System users", FromMeta, High},
	"to":                    {"To", FromMeta, High},
	"token_generated":       {"Token generated", NotRead, Low},
	"two_step_verification": {"Two-step verification", FromMeta, High},
	"users":                 {"Users", FromMeta, High},
	"verify":                {"Verify", NotRead, Low},
	"waba_id":               {"WhatsApp Business Account ID", FromMeta, High},
	"webhooks":              {"Webhooks", NotRead, Low}, // newer menus say "Configuration"
	"whatsapp":              {"WhatsApp", FromMeta, High},
	"whatsapp_access":       {"WhatsApp account access", FromMeta, High},
	"whatsapp_accounts":     {"WhatsApp accounts", FromMeta, High},
	"whatsapp_manager":      {"WhatsApp Manager", FromMeta, High},
}
