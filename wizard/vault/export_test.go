package vault

// MaxUnanswered is shown to the tests of the package's outside.
const MaxUnanswered = maxUnanswered

// Unanswered returns how many keychain calls hang.
func (v *Vault) Unanswered() int { return int(v.calls.unanswered.Load()) }
