// Package check takes a token and says what is right and wrong with it.
//
// Probes ask Graph, several at a time, and gather Facts. Judges, pure functions,
// say for what reason a row is as it is. The verdict is a function of the rows.
// No sentence is written here: a row carries the reason, which is the id of its
// words, and the values that go into them.
//
// # Adding a check
//
// A check is one literal of type Check. token.go, account.go and their
// neighbours hold them, each below the reasons that it can give.
//
//  1. Name it: an ID among those in row.go, and a Reason for each thing that it
//     can say. Ids and reasons are contracts: they stand in printed reports.
//  2. Write the literal. Needs say what must hold before the check has a meaning,
//     Reasons which status each reason gives, stage when its facts are known. A
//     check of each number or account has a subject, and each in place of judge.
//     It gets the next free SpokenNumber.
//  3. Put it into the list in check.go, where it belongs in the report.
//  4. Facts that are not there yet: a field of Facts or AccountFacts, and a call
//     in probe.go.
//  5. Write its words in assets/languages: name and title of the check, and for
//     each reason title, detail and, where it is not fine, fix. A test of ui/words
//     names what is missing.
//  6. Write its table of cases with testJudge, and add it to the written list in
//     check_test.go.
package check
