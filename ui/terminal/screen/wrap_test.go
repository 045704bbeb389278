package screen

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, each := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"fits", "one two", 10, []string{"one two"}},
		{"breaks between words", "one two three", 8, []string{"one two", "three"}},
		{"keeps line breaks", "one\n\ntwo", 8, []string{"one", "", "two"}},
		{"does not break an address", "see https://business.facebook.com/latest now", 10, []string{"see", "https://business.facebook.com/latest", "now"}},
		{"does not count the marks of bold words", "**one** **two**", 7, []string{"**one** **two**"}},
		{"shows nothing that steers the terminal", "a\x1b[2Jb\u202ec\rd", 20, []string{"abcd"}},
	} {
		if got := wrap(each.text, each.width); !slices.Equal(got, each.want) {
			t.Errorf("%s: %q", each.name, got)
		}
	}
}

func TestBoldNeedsColours(t *testing.T) {
	for colours, want := range map[bool]string{true: "Press \x1b[1mAdd\x1b[22m now\n", false: "Press Add now\n"} {
		var written strings.Builder
		Screen{Writer: &written, Width: 80, colours: colours}.Line("Press **Add** now")
		if written.String() != want {
			t.Errorf("%q", written.String())
		}
	}
}
