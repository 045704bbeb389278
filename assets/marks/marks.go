// Package marks reads the marks that the languages put around words in bold, as
// in "Press **Add**".
package marks

import "strings"

// Bold stands before and after words in bold.
const Bold = "**"

// Piece is a part of a text, in bold or not.
type Piece struct {
	Text string
	Bold bool
}

// Pieces takes a text apart at its marks. None of the pieces is empty.
func Pieces(text string) []Piece {
	var pieces []Piece
	for i, part := range strings.Split(text, Bold) {
		if part != "" {
			pieces = append(pieces, Piece{Text: part, Bold: i%2 == 1})
		}
	}
	return pieces
}

// Plain takes the marks out of a text, for where there is no bold.
func Plain(text string) string { return strings.ReplaceAll(text, Bold, "") }
