// Package batch checks many tokens, one after another and several at a time.
//
// A list is read, each row becomes an Item, and each Item a Result, which holds
// the document about its check (wizard/report) as far as a list shows it. The
// results are written as latchkey.batch/1 or as a table for a spreadsheet.
//
// Tokens are held in memory only: neither results nor what is remembered of a
// run that was cut off holds one.
package batch
