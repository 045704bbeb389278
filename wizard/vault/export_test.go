package vault

// MaxUnanswered is shown to the tests of the package's outside.
const MaxUnanswered = maxUnanswered

// Unanswered returns how many keychain calls hang.
func (v *Vault) Unanswered() int { return int(v.calls.unanswered.Load()) }

// AsSystem makes a keychain one that all vaults call in one turn, as they do
// with this system's own.
func AsSystem(keychain Keychain) Keychain { return queuedKeychain{keychain, newQueue()} }

type queuedKeychain struct {
	Keychain
	line *queue
}

func (k queuedKeychain) queue() *queue { return k.line }

// OneTurn reports whether the calls of two vaults wait for each other.
func OneTurn(one, other *Vault) bool { return one.calls.queue == other.calls.queue }
