package wizard

import "context"

// ProveKeychain shows that a token could be kept, before anybody makes one. It
// is asked once: a second caller waits for the first one's answer. After a
// failure it is asked again.
func (s *Setup) ProveKeychain(ctx context.Context) error {
	s.mutex.Lock()
	if s.proved {
		s.mutex.Unlock()
		return nil
	}
	if proof := s.proof; proof != nil {
		s.mutex.Unlock()
		select {
		case <-proof.done:
			return proof.err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	proof := &keychainProof{done: make(chan struct{})}
	s.proof = proof
	s.mutex.Unlock()

	proof.err = s.world.Vault.Prove(ctx)

	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.proof, s.proved, s.keychainError = nil, proof.err == nil, proof.err
	close(proof.done)
	return proof.err
}

// keychainProof is a proof under way. err is there once done is closed.
type keychainProof struct {
	done chan struct{}
	err  error
}

// Keychain tells what is known of the keychain so far.
func (s *Setup) Keychain() (proved bool, err error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.proved, s.keychainError
}
