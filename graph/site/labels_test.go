package site

import (
	"strings"
	"testing"
)

// A label that is empty, or in the table twice, would make two buttons of one.
func TestLabels(t *testing.T) {
	seen := map[string]string{}
	for language, table := range labels {
		for id, label := range table {
			if englishLabels[id].Text == "" {
				t.Errorf("%s: %q is no label of the English pages", language, id)
			}
			if label.Text == "" || label.Text != strings.TrimSpace(label.Text) || label.Source == "" || label.Sure == "" {
				t.Errorf("%s: %q is not whole: %+v", language, id, label)
			}
			if other := seen[language+label.Text]; other != "" {
				t.Errorf("%s: %q and %q are both %q", language, id, other, label.Text)
			}
			seen[language+label.Text] = id
		}
	}
}

func TestMenusAreMadeOfLabels(t *testing.T) {
	for id, steps := range menus {
		if len(steps) < 2 {
			t.Errorf("the menu %q leads nowhere", id)
		}
		for _, label := range steps {
			if _, ok := englishLabels[label]; !ok {
				t.Errorf("the menu %q has no label %q", id, label)
			}
		}
	}
	if got := MenuIn("en", "system_users"); got != "Business settings › Users › System users" {
		t.Errorf("got %q", got)
	}
}

// A language that lacks a label shows what Meta's English pages say.
func TestALabelThatALanguageLacksIsEnglish(t *testing.T) {
	labels["xx"] = map[string]Label{
		"never": {Text: "Nunquam", Source: FromMeta, Sure: High}, "next": {Text: "Porro", Source: FromGuides, Sure: Low},
	}
	defer delete(labels, "xx")
	for id, want := range map[string][2]string{
		"never": {"Nunquam", "Nunquam"}, "next": {"Next", "Porro"}, "copy": {"Copy", "Copy"}, "no_such_label": {"", ""},
	} {
		if alone, beside := LabelIn("xx", id), KnownLabelIn("xx", id); alone != want[0] || beside != want[1] {
			t.Errorf("%s reads %q alone and %q beside the English, want %q", id, alone, beside, want)
		}
	}
}
