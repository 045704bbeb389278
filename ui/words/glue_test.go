package words_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNoSentenceIsGlued: what stands between sentences, behind a title and in a
// list is the language's affair, so no source puts a full stop, a comma or a
// space between what is said. Paragraph, List and their like do.
func TestNoSentenceIsGlued(t *testing.T) {
	glue := regexp.MustCompile(`^ ?[.,;:] ?$|^ \($|^\)$`)
	added := 0
	for _, one := range sources(t, faces...) {
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			sum, ok := node.(*ast.BinaryExpr)
			if !ok || sum.Op != token.ADD {
				return true
			}
			parts := summands(sum)
			said := make([]bool, len(parts)+1)
			for i, part := range parts {
				if call, ok := part.(*ast.CallExpr); ok && isSaid(call) {
					said[i] = true
					added++
				}
			}
			for i, part := range parts {
				text := literal(part)
				between := i > 0 && said[i-1] && said[i+1]
				if glue.MatchString(text) && slices.Contains(said, true) || text == " " && between {
					t.Errorf("%s puts %q beside what it says", one.path, text)
				}
			}
			return false
		})
	}
	if added == 0 {
		t.Error("nothing is added to what is said: the search is broken")
	}
}

// isSaid reports whether a call says something, plainly or not.
func isSaid(call *ast.CallExpr) bool {
	if _, ok := says(call); ok {
		return true
	}
	if len(call.Args) == 1 && strings.EqualFold(called(call), "plain") {
		inner, ok := call.Args[0].(*ast.CallExpr)
		return ok && isSaid(inner)
	}
	return false
}

// summands are the parts of a sum such as a + b + c.
func summands(expression ast.Expr) []ast.Expr {
	if sum, ok := expression.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		return append(summands(sum.X), summands(sum.Y)...)
	}
	return []ast.Expr{expression}
}
