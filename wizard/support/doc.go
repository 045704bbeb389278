// Package support helps one person see what is wrong with another person's
// token without ever being sent it.
//
// A Report is the document about a check (wizard/report), with the details
// hidden that its maker did not choose to show. It is written as a page, as a
// text for a chat, or as JSON, and opened again on another computer. Two reports
// are compared, and what a row asks for becomes a message to the customer.
//
// No sentence is written here: a report holds the ids of words and the values
// that go into them, beside the sentences as its maker read them.
package support
