// Package environment is where the assistant works: Meta, this computer's keychain
// and this person's files, or the rehearsal's stand-ins for them; and what is
// checked there.
package environment
