package site

// portugueseLabels is how Meta's pages read in Brazilian Portuguese: Meta's own older
// Portuguese pages (terms), and guides in Portuguese that quote the screens, 2026.
var portugueseLabels = map[string]Label{
	"accounts":           {"Contas", FromGuides, Low},
	"add":                {"+ Adicionar", FromGuides, High},
	"add_assets":         {"Adicionar ativos", FromGuides, Medium},
	"admin":              {"Administrador", FromGuides, Medium},
	"api_setup":          {"Configuração da API", FromScreens, Medium},
	"app_dashboard":      {"Painel do app", FromGuides, Low},
	"app_secret":         {"Chave secreta do app", FromScreens, Medium},
	"app_settings":       {"Configurações do app", FromGuides, Medium},
	"apps":               {"Aplicativos", FromGuides, Medium},
	"assign_assets":      {"Atribuir ativos", FromGuides, High},
	"basic":              {"Básico", FromGuides, Medium},
	"billing_payments":   {"Cobrança e pagamentos", FromScreens, Medium},
	"business_settings":  {"Configurações do negócio", FromGuides, Medium},
	"create_app":         {"Criar app", FromGuides, Medium},
	"create_system_user": {"Criar usuário do sistema", FromGuides, Medium},
	"employee":           {"Funcionário", FromMeta, Medium},
	"expiration":         {"Expiração", FromGuides, Medium},
	"full_control":       {"Controle total", FromGuides, High},
	"generate":           {"Gerar token", FromGuides, High},
	"generate_token":     {"Gerar novo token", FromGuides, Medium},
	"manage_app":         {"Gerenciar app", FromGuides, Low},
	"never":              {"Nunca", FromMeta, High},
	"next":               {"Avançar", FromGuides, Low},
	"sixty_days":         {"Válido por 60 dias", FromMeta, High},
	"system_users":       {"Usuários do sistema", FromMeta, High},
	"to":                 {"Para", FromGuides, Low},
	"users":              {"Usuários", FromGuides, High},
	"whatsapp_accounts":  {"Contas do WhatsApp", FromGuides, Low},
}
