// Package setup is the way from nothing to a token in the keychain: its seven
// steps, what each asks, where each leads, and what is remembered between runs.
//
// It also describes the pages of the steps, so that every face says the same and
// only draws: the questions and needs of the first step, the trips to Meta's pages,
// the result of the check, the summary, and what is done with a token that was
// kept. Descriptions are ids of words and values, never sentences.
package setup
