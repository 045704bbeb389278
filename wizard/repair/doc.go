// Package repair puts right, from here, what Graph lets one put right: with the
// token in hand, once a person has said yes.
//
// Each repair is a file of its own, and goes the same way:
//
//  1. It looks (calls of GET) and tells in ids and values what would be done, by
//     which app, with which account and number; or why it must not be done.
//  2. It acts, once a named button was pressed or the question answered. What
//     writes is asked once and never again.
//  3. It looks again: what came of it is what Graph tells then, and not what it
//     answered to the act.
//
// Judging is apart from calling, and pure. No sentence is written here, and
// nothing that a person types in (a PIN, a code, an app secret) is kept.
//
// # Adding a repair
//
// The calls go into graph, one file a resource; the repair into a file here, its
// name among those of check.RepairKind where a row of a check offers it; its
// command into ui/terminal/fix_NAME.go and the list in fix.go; its page into
// ui/repair; its words below "fix.NAME" in assets/languages; a run of it into
// leakRuns, and a session into ui/terminal/testdata/script.
package repair
