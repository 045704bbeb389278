package site

// spanishLabels is how Meta's pages read in Spanish, where Meta's own older text
// (es_LA) or guides of 2026 quote it, some with screenshots. Where Latin America
// and Spain differ, it is Latin America's word, which more guides quote.
var spanishLabels = map[string]Label{
	"add":                  {"+ Agregar", FromGuides, High},                 // Spain: "Añadir"
	"add_assets":           {"Agregar activos", FromGuides, Medium},         // Spain: "Añadir activos"
	"admin":                {"Administrador", FromGuides, High},             // Meta's term: "usuario administrador del sistema"
	"api_setup":            {"Configuración de la API", FromGuides, High},   // three guides
	"app_secret":           {"Clave secreta de la app", FromGuides, Medium}, // two guides
	"app_settings":         {"Configuración de la app", FromGuides, Medium},
	"apps":                 {"Apps", FromGuides, Medium}, // also met as "Aplicaciones"
	"assign_assets":        {"Asignar activos", FromGuides, High},
	"assign_permissions":   {"Asignar permisos", FromGuides, Low},
	"basic":                {"Básica", FromGuides, Medium},
	"business_info":        {"Información de la empresa", FromGuides, Low},
	"business_settings":    {"Configuración del negocio", FromGuides, High},
	"create_app":           {"Crear app", FromGuides, Medium},
	"create_system_user":   {"Crear usuario del sistema", FromScreens, Medium},
	"done":                 {"Listo", FromScreens, Medium},
	"full_control":         {"Control total", FromGuides, High}, // also met as "Acceso total"
	"generate":             {"Generar token", FromGuides, High},
	"generate_token":       {"Generar nuevo token", FromGuides, Low}, // also met as "Generar token nuevo"
	"i_accept":             {"Acepto", FromScreens, Medium},
	"manage_app":           {"Administrar app", FromGuides, Medium},
	"never":                {"Nunca", FromGuides, High}, // Meta's older text: "Nunca vence"
	"no_permissions":       {"No hay permisos disponibles", FromScreens, Medium},
	"phone_number_id":      {"Identificador del número de teléfono", FromGuides, Medium},
	"save_changes":         {"Guardar cambios", FromScreens, Medium},
	"security_center":      {"Centro de seguridad", FromGuides, Low},
	"select_asset_type":    {"Seleccionar tipo de activo", FromGuides, Medium},
	"select_assets":        {"Seleccionar activos", FromGuides, Medium},
	"select_assets_window": {"Seleccionar activos y asignar permisos", FromScreens, Medium},
	"sixty_days":           {"Válido por 60 días", FromMeta, High},
	"system_users":         {"Usuarios del sistema", FromMeta, High},
	"users":                {"Usuarios", FromGuides, High},
	"waba_id":              {"Identificador de la cuenta de WhatsApp Business", FromGuides, Medium},
	"whatsapp_accounts":    {"Cuentas de WhatsApp", FromGuides, Low},
	"whatsapp_manager":     {"WhatsApp Manager", FromGuides, Medium},
	"whatsapp_use_case":    {"Conectar con clientes a través de WhatsApp", FromScreens, Medium},
}
