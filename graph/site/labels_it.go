package site

// italianLabels is how Meta's pages read in Italian, as far as it was read:
// Meta's older localised pages (it_IT) for the terms, guides of 2026 and a manual
// with screenshots for the buttons. Every other label is shown in English.
var italianLabels = map[string]Label{
	"accounts":          {"Account", FromMeta, High},
	"add":               {"+ Aggiungi", FromGuides, High},
	"add_assets":        {"Aggiungi risorse", FromGuides, Medium},
	"add_people":        {"Aggiungi persone", FromScreens, Medium},
	"admin":             {"Amministratore", FromGuides, Medium}, // also met as "Admin"
	"api_setup":         {"Configurazione API", FromGuides, High},
	"app_secret":        {"Chiave segreta dell’app", FromGuides, Medium},
	"app_settings":      {"Impostazioni dell’app", FromGuides, Medium},
	"apps":              {"App", FromGuides, High},
	"assign_assets":     {"Assegna risorse", FromGuides, High},
	"assign_people":     {"Assegna persone", FromGuides, Low},
	"basic":             {"Di base", FromGuides, Medium},
	"business_info":     {"Informazioni business", FromGuides, Low},
	"business_settings": {"Impostazioni business", FromMeta, Medium},
	"copy":              {"Copia", FromGuides, Low},
	"create_app":        {"Crea app", FromGuides, Medium},
	"employee":          {"Dipendente", FromMeta, Medium}, // Meta's older term, there in the plural
	"expiration":        {"Scadenza", FromGuides, Medium},
	"full_control":      {"Controllo completo", FromGuides, High},
	"generate":          {"Genera token", FromGuides, High},
	"generate_token":    {"Genera nuovo token", FromGuides, High},
	"never":             {"Mai", FromGuides, High},
	"no_permissions":    {"Nessuna autorizzazione disponibile", FromGuides, Medium},
	"phone_number_id":   {"ID numero di telefono", FromGuides, Medium},
	"phone_numbers":     {"Numeri di telefono", FromMeta, High},
	"sixty_days":        {"Valido per 60 giorni", FromMeta, High},
	"system_users":      {"Utenti di sistema", FromMeta, High},
	"to":                {"A", FromGuides, Low},
	"users":             {"Utenti", FromGuides, High},
	"waba_id":           {"ID account WhatsApp Business", FromGuides, Medium},
	"whatsapp_accounts": {"Account WhatsApp", FromMeta, Medium},
}
