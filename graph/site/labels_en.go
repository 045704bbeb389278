package site

// englishLabels is how Meta's pages read in English, as of November 2026. A
// button that Meta renames is renamed here, and nowhere else.
//
// Meta's own texts behind them: Get started (11 September 2026), Access tokens
// (11 and 19 September 2026), Get API key (16 November 2026), Add system users to
// your business portfolio, Create an app with the WhatsApp use case (16 April
// 2026), WhatsApp accounts and Messaging accounts (24 June 2026).
var englishLabels = map[string]Label{
	"access_token_debugger":    {"Access Token Debugger", FromMeta, Medium},
	"accounts":                 {"Accounts", FromMeta, High},
	"add":                      {"+ Add", FromMeta, High},        // also met as "Add+" and as "Add new system user"
	"add_assets":               {"Add assets", FromGuides, High}, // the older window
	"add_payment_method":       {"Add payment method", NotRead, Low},
	"add_people":               {"Add people", FromMeta, High},
	"add_phone_number":         {"Add phone number", NotRead, Low},
	"admin":                    {"Admin", FromMeta, High},
	"advanced":                 {"Advanced", NotRead, Low},
	"alerts":                   {"Alerts", NotRead, Low},
	"api_setup":                {"API Setup", FromMeta, High},
	"app":                      {"App", NotRead, Low}, // the older dialog of one page
	"app_contact_email":        {"App contact email", FromGuides, Medium},
	"app_dashboard":            {"App dashboard", FromMeta, High},
	"app_name":                 {"App name", FromMeta, High},
	"app_secret":               {"App secret", FromMeta, High},
	"app_settings":             {"App settings", FromMeta, High},
	"apps":                     {"Apps", FromMeta, High},
	"assign_app_role":          {"Assign an app role to the system user, or select another app to continue.", FromScreens, High},
	"assign_assets":            {"Assign assets", FromMeta, High}, // opens the window, and is its last button
	"assign_people":            {"Assign people", FromScreens, Medium},
	"assign_permissions":       {"Assign permissions", FromScreens, Medium},
	"assigned_assets":          {"Assigned assets", FromScreens, Medium},
	"basic":                    {"Basic", FromMeta, High},
	"billing_payments":         {"Billing & payments", FromGuides, Medium},
	"business_email":           {"Business email", FromGuides, Medium},
	"business_info":            {"Business info", FromMeta, High},
	"business_portfolio":       {"Business portfolio", FromMeta, High},
	"business_portfolio_id":    {"Business portfolio ID", NotRead, Low},
	"business_settings":        {"Business settings", FromMeta, High}, // in Meta Business Suite it is "Settings"
	"business_support":         {"Business support", FromGuides, Medium},
	"business_support_home":    {"Business support home", NotRead, Low},
	"copy":                     {"Copy", FromGuides, High},
	"create":                   {"Create", NotRead, Low},               // the last button for a portfolio
	"create_account":           {"Create account", FromGuides, Medium}, // for a portfolio; also met as "Create a business portfolio"
	"create_app":               {"Create app", FromMeta, High},
	"create_portfolio":         {"Create a business portfolio", FromGuides, Medium},
	"create_system_user":       {"Create system user", FromMeta, High},
	"done":                     {"Done", FromGuides, Medium},
	"embedded_signup":          {"Embedded Signup", FromMeta, High},
	"employee":                 {"Employee", FromMeta, High},
	"expiration":               {"Expiration", NotRead, Low}, // the older dialog of one page
	"full_control":             {"Full control", FromMeta, High},
	"generate":                 {"Generate token", FromMeta, High}, // the last button of the dialog
	"generate_access_token":    {"Generate access token", FromMeta, High},
	"generate_token":           {"Generate new token", FromMeta, High}, // opens the dialog; also met as "Generate token"
	"i_accept":                 {"I accept", FromGuides, Medium},       // the policy of the first time
	"installed_apps":           {"Installed apps", FromScreens, Medium},
	"manage_app":               {"Manage app", FromMeta, High},
	"manage_phone_numbers":     {"Manage phone number list", NotRead, Low},
	"manage_whatsapp_accounts": {"Manage WhatsApp Business accounts", FromMeta, High},
	"message_templates":        {"Message templates", NotRead, Low},
	"messaging_accounts":       {"Messaging accounts", FromMeta, High}, // what keeps the old account's ID, 24 June 2026
	"never":                    {"Never", FromMeta, High},
	"next":                     {"Next", FromMeta, High},
	"no_permissions":           {"No permissions available", FromScreens, High},
	"partial_access":           {"Partial access", FromMeta, Medium},
	"partner_solutions":        {"Partner Solutions", FromMeta, High},
	"partners":                 {"Partners", FromMeta, High},
	"people":                   {"People", FromMeta, High},
	"phone_number_id":          {"Phone number ID", FromMeta, High},
	"phone_numbers":            {"Phone numbers", FromMeta, High},
	"policy":                   {"Non-discrimination policy", NotRead, Low}, // what it is called in guides
	"portfolio_name":           {"Business portfolio name", FromGuides, Medium},
	"quality_rating":           {"Quality rating", NotRead, Low},
	"request_review":           {"Request review", NotRead, Low},
	"requests":                 {"Requests", FromMeta, High},
	"require_app_secret":       {"Require App Secret", NotRead, Low},
	"revoke_tokens":            {"Revoke tokens", FromScreens, Medium},
	"save_changes":             {"Save changes", FromGuides, High}, // the older window
	"security_center":          {"Security Center", FromGuides, Medium},
	"select_app":               {"Select app", FromScreens, Medium},
	"select_asset_type":        {"Select asset type", FromScreens, Medium},
	"select_assets":            {"Select assets", FromScreens, Medium},
	"select_assets_window":     {"Select assets and assign permissions", FromMeta, High},
	"set_expiration":           {"Set expiration", FromScreens, Medium},
	"show":                     {"Show", NotRead, Low},
	"shown_once":               {"You will not see it again", NotRead, Low},
	"sixty_days":               {"60 days", FromMeta, High},
	"start_verification":       {"Start verification", NotRead, Low},
	"system_user_name":         {"System user name", NotRead, Low},
	"system_user_role":         {"System user role", NotRead, Low},
	"system_users":             {"System users", FromMeta, High},
	"to":                       {"To", FromMeta, High},
	"token_generated":          {"Token generated", NotRead, Low},
	"two_step_verification":    {"Two-step verification", FromMeta, High},
	"users":                    {"Users", FromMeta, High},
	"verify":                   {"Verify", NotRead, Low},
	"waba_id":                  {"WhatsApp Business Account ID", FromMeta, High},
	"webhooks":                 {"Webhooks", NotRead, Low}, // newer menus say "Configuration"
	"whatsapp":                 {"WhatsApp", FromMeta, High},
	"whatsapp_access":          {"WhatsApp account access", FromMeta, High},
	"whatsapp_accounts":        {"WhatsApp accounts", FromMeta, High},
	"whatsapp_manager":         {"WhatsApp Manager", FromMeta, High},
	"whatsapp_use_case":        {"Connect with customers through WhatsApp", FromMeta, High},
	"your_name":                {"Your name", FromGuides, Medium},
}
