package site

// germanLabels is how Meta's pages read in German: Meta's own German pages (undated,
// and older than the layout of 2026) for its terms, and guides of others for buttons.
var germanLabels = map[string]Label{
	"app_secret":        {"App-Geheimcode", FromMeta, Medium}, // Basic settings, ?locale=de_DE
	"accounts":          {"Konten", FromMeta, Medium},
	"add":               {"+ Hinzufügen", FromGuides, Medium},
	"admin":             {"Admin", FromGuides, High},
	"api_setup":         {"API-Einrichtung", FromMeta, High},
	"app_dashboard":     {"App-Dashboard", FromMeta, Medium},
	"assign_assets":     {"Assets zuweisen", FromGuides, High},
	"business_settings": {"Unternehmenseinstellungen", FromMeta, Medium},
	"employee":          {"Mitarbeiter", FromMeta, Medium},
	"expiration":        {"Token-Ablauf", FromGuides, Low},
	"full_control":      {"Volle Kontrolle", FromGuides, Low}, // also met as "Vollzugriff"
	"generate":          {"Token generieren", FromGuides, High},
	"generate_token":    {"Neues Token generieren", FromGuides, Low},
	"never":             {"Nie", FromGuides, Medium}, // Meta's pages say "Läuft nie ab"
	"sixty_days":        {"60 Tage gültig", FromMeta, High},
	"system_users":      {"Systemnutzer", FromMeta, High}, // "Systembenutzer" on older pages
	"users":             {"Benutzer", FromGuides, Medium},
	"whatsapp_accounts": {"WhatsApp Business-Konten", FromMeta, Medium},
}
