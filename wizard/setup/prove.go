package setup

import "context"

// ProveKeychain shows that a token could be kept, before anybody makes one. It
// is asked once: a second caller waits for the first one's answer. After a
// failure it is asked again, and so it is after a proof that its own caller has
// broken off: that says nothing of the keychain. Errors are those of
// vault.Prove, and of ctx where it ends while another's proof is waited for.
func (s *Setup) ProveKeychain(ctx context.Context) error {
	for {
		proof, mine := s.joinProof()
		switch {
		case proof == nil:
			return nil
		case mine:
			return s.prove(ctx, proof)
		}
		select {
		case <-proof.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if !proof.brokenOff {
			return proof.err
		}
	}
}

// keychainProof is a proof under way. The rest is there once done is closed.
type keychainProof struct {
	done      chan struct{}
	err       error
	brokenOff bool // by the one who asked for it
}

// joinProof returns the proof to wait for, or to make where mine is true; nil
// when the keychain is proved.
func (s *Setup) joinProof() (proof *keychainProof, mine bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	switch {
	case s.proved:
		return nil, false
	case s.proof != nil:
		return s.proof, false
	}
	s.proof = &keychainProof{done: make(chan struct{})}
	return s.proof, true
}

func (s *Setup) prove(ctx context.Context, proof *keychainProof) error {
	proof.err = s.env.Vault.Prove(ctx)
	proof.brokenOff = proof.err != nil && ctx.Err() != nil

	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.proof = nil
	if !proof.brokenOff {
		s.proved, s.keychainError = proof.err == nil, proof.err
	}
	close(proof.done)
	return proof.err
}

// Keychain tells what is known of the keychain so far.
func (s *Setup) Keychain() (proved bool, err error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.proved, s.keychainError
}
