package setup

import (
	"context"
	"fmt"
	"sync"

	"latchkey/graph"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
)

// Progress is what is remembered of a setup that was closed half-way. It never
// holds the token: Meta shows it once, and it is pasted again.
type Progress struct {
	Step      string    `json:"step,omitempty"`
	Situation Situation `json:"situation,omitempty"`
	ForOthers bool      `json:"for_others,omitempty"` // the token is, and which of the two situations is not said yet
	Purpose   Purpose   `json:"purpose,omitempty"`    // of a solution partner's token
	// CustomersBy is the way to customers' business tokens where it is not the
	// one that most people in this situation go.
	CustomersBy TokenSource `json:"customers_by,omitempty"`
	Solution    graph.ID    `json:"solution_id,omitempty"`
	Role        Role        `json:"role,omitempty"`
	UserName    string      `json:"user_name,omitempty"`
	Business    graph.ID    `json:"business_id,omitempty"` // of a solution's token: the customer's
	App         graph.ID    `json:"app_id,omitempty"`
	Account     graph.ID    `json:"waba_id,omitempty"`
	Phone       graph.ID    `json:"phone_id,omitempty"`
	Name        string      `json:"name,omitempty"` // that the person gave the token; "" for the suggested one
}

// Store keeps progress between runs.
type Store interface {
	Read(ctx context.Context) (Progress, error)
	Write(ctx context.Context, progress Progress) error
	Remove(ctx context.Context) error
}

// storeOf is progress.json in the private folder. Practice is remembered for as long as it
// lasts, and starts anew each time.
func storeOf(env environment.Environment) Store {
	if env.Practice {
		return rehearsed{env.Rehearsed}
	}
	return progressFile(env.Folder)
}

func progressFile(folder *files.Folder) Store {
	return files.File[Progress]{Folder: folder, Name: "progress.json", Schema: "latchkey.progress", Version: 1}
}

// rehearsed keeps the progress of practice.
type rehearsed struct{ kept *sync.Map }

// Read returns what was kept last.
func (r rehearsed) Read(context.Context) (Progress, error) {
	kept, _ := r.kept.Load("progress")
	progress, _ := kept.(Progress)
	return progress, nil
}

// Write keeps it.
func (r rehearsed) Write(_ context.Context, progress Progress) error {
	r.kept.Store("progress", progress)
	return nil
}

// Remove forgets it.
func (r rehearsed) Remove(context.Context) error {
	r.kept.Delete("progress")
	return nil
}

// Forgetful is a store that keeps nothing.
type Forgetful struct{}

// Read returns no progress.
func (Forgetful) Read(context.Context) (Progress, error) { return Progress{}, nil }

// Write keeps nothing.
func (Forgetful) Write(context.Context, Progress) error { return nil }

// Remove has nothing to remove.
func (Forgetful) Remove(context.Context) error { return nil }

// Remember writes down how far the setup has come, unless it is over. A failure
// is told, not fatal: the setup goes on without being remembered.
func (s *Setup) Remember(ctx context.Context) error {
	s.remembering.Lock()
	defer s.remembering.Unlock()
	if s.Saved() != nil {
		return nil
	}
	if err := s.store.Write(ctx, s.Progress()); err != nil {
		return fmt.Errorf("remembering how far the setup has come: %w", err)
	}
	return nil
}
