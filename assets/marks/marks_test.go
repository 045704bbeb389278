package marks_test

import (
	"slices"
	"testing"

	"latchkey/assets/marks"
)

func TestPieces(t *testing.T) {
	for text, want := range map[string][]marks.Piece{
		"":                     nil,
		"plain":                {{Text: "plain"}},
		"**Add**":              {{Text: "Add", Bold: true}},
		"Press **Add**, then.": {{Text: "Press "}, {Text: "Add", Bold: true}, {Text: ", then."}},
		"a **b":                {{Text: "a "}, {Text: "b", Bold: true}},
	} {
		if got := marks.Pieces(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := marks.Plain("Press **Add**, then **Save**."); got != "Press Add, then Save." {
		t.Error(got)
	}
}
