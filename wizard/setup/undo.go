package setup

import (
	"context"
	"errors"

	"latchkey/graph"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// ErrNothingToUndo says that no token gave way to the saved one.
var ErrNothingToUndo = errors.New("no token gave way to the saved one")

// Former is the token whose place the saved one took, nil where there was none.
func (s *Setup) Former() *saved.Former {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.former
}

// holdFormer keeps what a name stands for, in case its token gives way. A save that
// failed half-way is tried again: then the name may stand for the new token already.
func (s *Setup) holdFormer(ctx context.Context, name string, token graph.Token) {
	former := saved.FormerOf(ctx, s.env.Vault, name)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if former != nil && !former.Is(token) {
		s.former = former
	}
}

// Undo puts back the token whose place the saved one took. The setup is then as it
// was before saving, with the new token still in memory: it can be saved under
// another name, and is asked about under the same. The outcome is the vault's;
// an error with Saved still there says that nothing was undone.
func (s *Setup) Undo(ctx context.Context) (vault.Outcome, error) {
	former := s.Former()
	if former == nil {
		return vault.NotSaved, ErrNothingToUndo
	}
	outcome, err := former.PutBack(ctx, s.env.Vault)
	if err != nil {
		return outcome, err
	}
	s.mutex.Lock()
	s.saved, s.former, s.undone, s.progress = nil, nil, true, s.ended
	s.mutex.Unlock()
	return outcome, s.Remember(ctx)
}
