// Package clipboard sees to it that a token that was copied does not stay in the
// system's clipboard.
package clipboard
