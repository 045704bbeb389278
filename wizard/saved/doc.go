// Package saved carries what a check found of a token over to what the index
// holds of it, for every way on which a saved token is checked.
package saved
