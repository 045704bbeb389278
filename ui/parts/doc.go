// Package parts are pieces of pages that several rooms of the window show: fields
// with their names, buttons that open Meta's pages, rows of a check, the reasons of
// troubles in words, dialogs for a name and for choosing among the saved tokens.
package parts
