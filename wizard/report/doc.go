// Package report is the document that tells of a check: one shape for whoever
// shows it, sends it or prints it.
//
// New copies it field by field from what may leave the program, so it cannot
// hold a token. Its Profile is latchkey.report/1, which other programs read.
// The report that is sent to support (wizard/support) and the rows of a list
// (wizard/batch) embed it and add what is theirs.
//
// No sentence is written here: Say takes them from words that are handed in.
package report
