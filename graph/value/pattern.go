package value

import (
	"regexp"
	"sync"
)

// Pattern returns what compiles a regular expression when it is first asked for. All of
// them take longer than everything else that a start does before main, and hardly a start
// needs one.
func Pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
