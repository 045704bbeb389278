// Package partner gets business tokens, with which a Tech Provider or solution
// partner works for its customers: by the code of an Embedded Signup, or from a
// Multi-Partner Solution, one customer at a time or many.
//
// What was asked for goes into the keychain; an app secret or a code is used
// for one call and kept nowhere. No sentence is written here: a Reason is of a
// Kind, by which others decide, and carries the id of its words.
package partner
