package site

// frenchLabels is how Meta's pages read in French, where that was found. Meta's
// own older pages (?locale=fr_FR) give the terms; guides of 2026, one of them
// with French screens (March 2026), give the buttons.
var frenchLabels = map[string]Label{
	"accounts":              {"Comptes", FromGuides, Medium},
	"add":                   {"+ Ajouter", FromGuides, High},
	"add_assets":            {"Ajouter des actifs", FromGuides, Medium}, // the older window
	"add_people":            {"Ajouter des personnes", FromGuides, Low},
	"admin":                 {"Admin", FromGuides, High},
	"api_setup":             {"Configuration de l’API", FromGuides, High},
	"app_dashboard":         {"Tableau de bord", FromGuides, Low},
	"app_settings":          {"Paramètres de l’application", FromGuides, Medium},
	"apps":                  {"Applications", FromGuides, High},
	"assign_assets":         {"Attribuer des actifs", FromGuides, High},
	"assign_people":         {"Affecter des personnes", FromGuides, Low},
	"basic":                 {"Base", FromGuides, Medium},
	"business_info":         {"Informations sur l’entreprise", FromGuides, Medium},
	"business_settings":     {"Paramètres de l’entreprise", FromGuides, Medium}, // in Meta Business Suite it is "Paramètres"
	"copy":                  {"Copier", FromGuides, Low},
	"create_app":            {"Créer une application", FromGuides, Medium},
	"create_system_user":    {"Créer un utilisateur système", FromGuides, Low},
	"employee":              {"Employé", FromMeta, Medium}, // Meta's pages: "accès employé"
	"full_control":          {"Contrôle total", FromGuides, High},
	"generate":              {"Générer un token", FromGuides, High}, // also met as "Générer un jeton"
	"generate_access_token": {"Générer un token d’accès", FromGuides, Medium},
	"generate_token":        {"Générer un nouveau token", FromGuides, High}, // also met as "Générer un nouveau jeton"
	"manage_app":            {"Gérer l’app", FromGuides, Low},
	"never":                 {"Jamais", FromGuides, High},
	"next":                  {"Suivant", FromGuides, Low},
	"no_permissions":        {"Aucune autorisation disponible", FromGuides, High},
	"phone_number_id":       {"ID du numéro de téléphone", FromMeta, High},
	"phone_numbers":         {"Numéros de téléphone", FromGuides, Low},
	"save_changes":          {"Enregistrer", FromGuides, Low},
	"sixty_days":            {"Validité de 60 jours", FromMeta, High},
	"system_users":          {"Utilisateurs système", FromMeta, High},
	"to":                    {"À", FromGuides, Medium},
	"users":                 {"Utilisateurs", FromGuides, High},
	"waba_id":               {"ID du compte WhatsApp Business", FromGuides, Medium},
	"whatsapp_accounts":     {"Comptes WhatsApp", FromGuides, High},
	"whatsapp_manager":      {"Gestionnaire WhatsApp", FromMeta, High},
}
