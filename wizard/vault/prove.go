package vault

import (
	"context"
	"crypto/rand"
	"encoding/hex"

	"latchkey/graph"
)

// canaryAccount is the name a trial secret has while it is tried.
const canaryAccount = ownPrefix + "trial"

// Prove shows that a token could be kept: it writes a trial secret, reads it
// back, compares, deletes it and looks whether it is gone. It proves the index's
// folder by the way. Errors are *Error for the keychain, *files.Error for the
// folder.
func (v *Vault) Prove(ctx context.Context) error {
	end, err := v.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	// What cannot be read cannot be cleared up either, so nothing is begun.
	if _, err := v.getIfAny(ctx, canaryAccount); err != nil {
		return err
	}
	begun, err := v.note(ctx, change{Doing: Proving})
	if err != nil {
		return err
	}
	late := v.settleLater(begun)
	err = v.set(ctx, canaryAccount, trialSecret(), late)
	if isUnanswered(err) {
		return err
	}
	if removed := v.remove(ctx, canaryAccount, late); err == nil && removed != nil {
		return removed
	}
	if forgotten := v.finish(ctx, begun, nil); err == nil {
		err = forgotten
	}
	return err
}

// trialSecret is as long as a long token, so that a keychain too small for one
// shows now.
func trialSecret() graph.Token { return graph.NewToken("latchkey-trial-" + randomHex(150)) }

func randomHex(bytes int) string {
	random := make([]byte, bytes)
	_, _ = rand.Read(random) // never fails; see crypto/rand
	return hex.EncodeToString(random)
}
