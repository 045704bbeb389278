package setup

import (
	"context"
	"fmt"
	"sync"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

// Missing is why a step cannot be left yet, by the id of its words.
type Missing string

// What can be missing when the main button is pressed.
const (
	NothingMissing   Missing = ""
	MissingSituation Missing = "situation"
	MissingPayer     Missing = "payer" // who pays Meta for customers' messages
	MissingPurpose   Missing = "purpose"
	MissingKeychain  Missing = "keychain" // it could not be proved; see Keychain
	MissingProof     Missing = "proof"    // it is being proved
	MissingToken     Missing = "token"
	MissingCheck     Missing = "check"
	MissingReady     Missing = "ready"
	MissingSave      Missing = "save"
)

// AllMissing lists everything that can be missing.
func AllMissing() []Missing {
	return []Missing{
		MissingSituation, MissingPayer, MissingPurpose, MissingKeychain, MissingProof, MissingToken, MissingCheck, MissingReady, MissingSave,
	}
}

// Setup is one way from nothing to a token in the keychain. Its methods may be
// called from any goroutine; those with a context wait for network, keychain or
// disk.
type Setup struct {
	env    environment.Environment
	store  Store
	renews *vault.Entry // the saved token that gives way; nil in a first setup

	remembering   sync.Mutex // held while the disk is written, so that the last answer stays
	mutex         sync.Mutex // never held while network, keychain or disk are waited for
	step          Step
	progress      Progress
	proved        bool
	proof         *keychainProof // under way; nil when there is none
	keychainError error
	paste         check.Paste
	fetched       Fetched // what is known of the token beside; zero for a pasted one
	report        *check.Report
	lastRows      []check.Row       // of the check before, also of another token
	mended        []check.ID        // put right since then
	checked       check.Paste       // the paste that report is about
	checkedFor    check.Expectation // what report was to find
	saved         *vault.Entry
	ended         Progress      // as it was when saved
	former        *saved.Former // whose place the saved one took; nil where there was none
	undone        bool          // it was put back, so that a renewal asks before it gives way again
}

// New starts at the first step, or where an earlier run was closed. The
// token is never remembered, so steps behind the paste resume at the paste. The
// error says that the progress could not be read; the setup works all the same.
func New(ctx context.Context, env environment.Environment) (*Setup, error) {
	setup := &Setup{env: env, store: storeOf(env), step: StepBusiness}
	progress, err := setup.store.Read(ctx)
	setup.progress = progress
	if setup.progress.UserName == "" {
		setup.progress.UserName = SuggestedUserName
	}
	if setup.progress.Role == "" {
		setup.progress.Role = Admin
	}
	setup.step = min(stepOf(progress.Step), StepPaste)
	if setup.progress.passes(setup.step) {
		setup.step = StepGenerate
	}
	return setup, err
}

// NewFrom starts a setup at its first step, with what a report on another
// token, such as a temporary one, tells of the person's own business filled in.
// It is remembered in the place of an earlier one once a step was done.
func NewFrom(env environment.Environment, report check.Report) *Setup {
	progress := Progress{
		Situation: OwnBusiness, Role: Admin, UserName: SuggestedUserName,
		App: report.Token.AppID, Account: report.Preferred.Account, Phone: report.Preferred.Phone,
	}
	if account := find(report.Accounts, func(a graph.WhatsAppAccount) bool { return a.ID == progress.Account }); account != nil && account.Owner != nil {
		progress.Business = account.Owner.ID
	}
	return &Setup{env: env, store: storeOf(env), step: StepBusiness, progress: progress}
}

// LeftAt is the step at which an earlier run was closed half-way; 0 where none was, or it had
// come no further than the first.
func LeftAt(ctx context.Context, env environment.Environment) Step {
	progress, err := storeOf(env).Read(ctx)
	if step := stepOf(progress.Step); err == nil && step > StepBusiness {
		return step
	}
	return 0
}

// StartOver forgets where an earlier run was closed half-way. Saved tokens stay.
func StartOver(ctx context.Context, env environment.Environment) error {
	if err := storeOf(env).Remove(ctx); err != nil {
		return fmt.Errorf("forgetting how far the setup has come: %w", err)
	}
	return nil
}

// Environment is where this setup works.
func (s *Setup) Environment() environment.Environment { return s.env }

// Step is the current one.
func (s *Setup) Step() Step {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.step
}

// States tells for each step how far it has come.
func (s *Setup) States() map[Step]State {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	states := map[Step]State{}
	for _, step := range Steps {
		switch {
		case step == s.step && s.saved == nil:
			states[step] = Current
		case s.progress.passes(step), s.saved != nil && s.ended.passes(step):
			states[step] = PassedOver
		case step < s.step || s.saved != nil:
			states[step] = Done
		}
	}
	return states
}

// Progress is what will be remembered.
func (s *Setup) Progress() Progress {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.progress
}

// Change edits what Remember will keep. It holds at once: whoever answers and
// presses Next in one go does not wait for the disk.
func (s *Setup) Change(change func(*Progress)) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	change(&s.progress)
}

// Back goes one step back; nothing is lost by it.
func (s *Setup) Back(ctx context.Context) error { return s.move(ctx, -1) }

// Next goes on when nothing is missing, and says what is otherwise. The error
// is only about remembering.
func (s *Setup) Next(ctx context.Context) (Missing, error) {
	if missing := s.Missing(); missing != NothingMissing {
		return missing, nil
	}
	return NothingMissing, s.move(ctx, 1)
}

// move goes to the next step in a direction that is not passed over.
func (s *Setup) move(ctx context.Context, direction Step) error {
	s.mutex.Lock()
	step := s.step + direction
	for s.progress.passes(step) {
		step += direction
	}
	s.step = min(max(step, StepBusiness), StepKeep)
	s.progress.Step = s.step.ID()
	s.mutex.Unlock()
	return s.Remember(ctx)
}

// Missing says why the current step cannot be left yet.
func (s *Setup) Missing() Missing {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	switch s.step {
	case StepBusiness:
		return s.missingBusiness()
	case StepGenerate:
		if s.progress.TokenSource() != FromSystemUser && !s.paste.Usable() {
			return MissingToken
		}
	case StepPaste:
		if !s.paste.Usable() {
			return MissingToken
		}
	case StepCheck:
		return s.missingCheck()
	case StepKeep:
		if s.saved == nil {
			return MissingSave
		}
	}
	return NothingMissing
}

func (s *Setup) missingBusiness() Missing {
	switch {
	case s.progress.Situation == SituationUnknown && s.progress.ForOthers:
		return MissingPayer
	case s.progress.Situation == SituationUnknown:
		return MissingSituation
	case s.progress.Situation == SolutionPartner && s.progress.Purpose == PurposeUnknown:
		return MissingPurpose
	case s.keychainError != nil:
		return MissingKeychain
	case !s.proved:
		return MissingProof
	}
	return NothingMissing
}

// Paste takes what was pasted and says what it is. The token in it lives in
// memory only. What is no token does not take the place of one: Meta shows a
// token once, and a key pressed by mistake must not lose it. An empty text does.
func (s *Setup) Paste(text string) check.Paste {
	paste := check.ReadPaste(text)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.paste.Usable() && !paste.Usable() && paste.Shape != check.ShapeEmpty {
		return paste
	}
	if !paste.Token.Equal(s.fetched.Token) {
		s.fetched = Fetched{}
	}
	s.paste = paste
	if !paste.Token.Equal(s.checked.Token) {
		s.report = nil
	}
	return paste
}

// PageIDs are the ids known so far, for exact addresses of Meta's pages.
func (s *Setup) PageIDs() site.PageIDs {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	ids := site.PageIDs{Business: s.progress.Business, App: s.progress.App}
	if s.report != nil && ids.App == "" {
		ids.App = s.report.Token.AppID
	}
	return ids
}

// Forget wipes the tokens from memory, for when the setup is left.
func (s *Setup) Forget() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.paste, s.checked, s.fetched, s.report = check.Paste{}, check.Paste{}, Fetched{}, nil
	s.former = nil
}
