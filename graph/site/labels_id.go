package site

// indonesianLabels is how Meta's pages read in Indonesian, as far as it was read:
// Meta's older localised pages (id_ID) for the terms, guides with screenshots of
// 2026 for the buttons. Every other label is shown in English.
var indonesianLabels = map[string]Label{
	"accounts":          {"Akun", FromGuides, Medium},
	"add":               {"+ Tambahkan", FromGuides, Medium},
	"admin":             {"Admin", FromMeta, Medium},
	"api_setup":         {"Penyiapan API", FromScreens, Medium},
	"app_dashboard":     {"Dasbor aplikasi", FromGuides, Medium},
	"app_secret":        {"Kunci Rahasia Aplikasi", FromGuides, Medium},
	"app_settings":      {"Pengaturan aplikasi", FromGuides, Medium},
	"apps":              {"Aplikasi", FromMeta, Medium},
	"assign_app_role":   {"Tetapkan peran aplikasi ke pengguna sistem atau pilih aplikasi lain", FromGuides, Medium},
	"assign_assets":     {"Tetapkan aset", FromScreens, Medium},
	"basic":             {"Dasar", FromGuides, Medium},
	"create_app":        {"Buat Aplikasi", FromGuides, Low},
	"employee":          {"Karyawan", FromMeta, High},
	"full_control":      {"Kontrol penuh", FromScreens, Medium},
	"generate":          {"Buat token", FromScreens, Medium},
	"never":             {"Tidak pernah", FromScreens, Medium},
	"next":              {"Berikutnya", FromGuides, Low}, // read where an app is made
	"no_permissions":    {"Tidak ada izin yang tersedia", FromGuides, Medium},
	"partial_access":    {"Akses parsial", FromMeta, High}, // Meta's older words
	"revoke_tokens":     {"Batalkan token", FromScreens, Medium},
	"system_users":      {"Pengguna sistem", FromMeta, High},
	"users":             {"Pengguna", FromGuides, Medium},
	"whatsapp_use_case": {"Terhubung dengan pelanggan melalui WhatsApp", FromScreens, Medium},
}
