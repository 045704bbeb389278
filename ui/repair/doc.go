// Package repair holds the pages on which a person puts right from here what a check
// has found. Each says what will be done before its button does it, and shows what
// Meta shows afterwards.
package repair
