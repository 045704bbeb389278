// Package vault keeps tokens in the keychain of the person's own computer, and
// an index of what lies there.
//
// Its rules:
//
//   - A token is in the keychain or nowhere. There is no other place to fall
//     back to, and the index holds what may be shown, never a token.
//   - A keychain's word is not taken: what was written is read back and
//     compared, what was deleted is looked for.
//   - Every call to the keychain has a deadline, because a question to the
//     person can stay unanswered for ever.
//   - A token is known by a keyed digest, never by its ending, which another may
//     share.
//   - Before a change begins, the index notes that it will. Killed at any
//     moment, the next Recover finds the old state or the new one and says
//     which.
//
// A keychain cannot list what it holds (go-keyring has no such call), hence the
// index. The two can disagree; State tells how.
package vault
