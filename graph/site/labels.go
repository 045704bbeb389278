package site

import (
	"maps"
	"slices"
	"strings"
)

// Label is how a button, a menu entry, a tab or a heading reads on Meta's pages
// in one language.
type Label struct {
	Text   string
	Source Source
	Sure   Sure
}

// Source says where a label was read.
type Source string

// The sources, the better ones first.
const (
	FromMeta    Source = "meta"     // Meta's own documentation
	FromScreens Source = "screens"  // others, of what they saw on Meta's screens
	FromGuides  Source = "guides"   // guides that agree
	NotRead     Source = "not_read" // no text was found in 2026 that quotes it
)

// Sure says how far a label can be relied on.
type Sure string

// How sure a label is.
const (
	High   Sure = "high"   // Meta, or three who agree
	Medium Sure = "medium" // two who agree, or one with pictures
	Low    Sure = "low"    // one, or none
)

// labels holds the labels of each language by their ids. A language that lacks
// one shows what Meta's English pages say.
var labels = map[string]map[string]Label{
	english: englishLabels,
	"de":    germanLabels,
	"es":    spanishLabels,
	"fr":    frenchLabels,
	"id":    indonesianLabels,
	"it":    italianLabels,
	"pt-BR": portugueseLabels,
}

const english = "en"

// menus holds the ways through Meta's menus, as the labels to press one after
// another. Those that end on a page that can be opened are named as it is.
var menus = map[string][]string{
	"app_advanced":      {"app_settings", "advanced"},
	"app_basic":         {"app_settings", "basic"},
	"business_info":     {"business_settings", "business_info"},
	"message_templates": {"whatsapp_manager", "message_templates"},
	"partner_solutions": {"whatsapp", "partner_solutions"},
	"people":            {"business_settings", "users", "people"},
	"messaging":         {"accounts", "messaging_accounts"},
	"phone_numbers":     {"whatsapp_manager", "phone_numbers"},
	"security_center":   {"business_settings", "security_center"},
	"settings_accounts": {"accounts", "whatsapp_accounts"},
	"settings_apps":     {"accounts", "apps"},
	"system_users":      {"business_settings", "users", "system_users"},
	"webhooks":          {"api_setup", "webhooks"},
	"whatsapp_accounts": {"business_settings", "accounts", "whatsapp_accounts"},
}

// LabelIn returns the label of an id as Meta's pages in a language, such as
// "de", show it, as far as that is known for sure, else as the English pages do;
// "" for an id that is not in the table.
func LabelIn(language, id string) string {
	if label, ok := labels[language][id]; ok && (label.Sure != Low || language == english) {
		return label.Text
	}
	return englishLabels[id].Text
}

// KnownLabelIn is LabelIn for where the English label stands beside it: one that
// a single guide tells of will do.
func KnownLabelIn(language, id string) string {
	if label, ok := labels[language][id]; ok {
		return label.Text
	}
	return englishLabels[id].Text
}

// MenuIn returns a way through Meta's menus: "Business settings › Users ›
// System users"; "" for an id that is not in the table. It goes by KnownLabelIn.
func MenuIn(language, id string) string {
	steps := slices.Clone(menus[id])
	for i, label := range steps {
		steps[i] = KnownLabelIn(language, label)
	}
	return strings.Join(steps, " › ")
}

// LabelIDs lists the ids of all labels, sorted.
func LabelIDs() []string { return sortedKeys(englishLabels) }

// MenuIDs lists the ids of all ways through menus, sorted.
func MenuIDs() []string { return sortedKeys(menus) }

// MenuLabels lists the ids of the labels on a way through menus.
func MenuLabels(id string) []string { return slices.Clone(menus[id]) }

func sortedKeys[V any](table map[string]V) []string { return slices.Sorted(maps.Keys(table)) }
