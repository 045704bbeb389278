package setup_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"

	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func TestAKeychainThatFailsIsProvedOnceMended(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.newSetup()
	steps.Change(func(progress *setup.Progress) { progress.Situation = setup.OwnBusiness })
	p.keychain.FailWith(errors.New("org.freedesktop.secrets was not provided by any .service files"))

	var trouble *vault.Error
	if err := steps.ProveKeychain(ctx); !errors.As(err, &trouble) || trouble.Reason != vault.NoService {
		t.Fatalf("no keychain: %v", err)
	}
	if missing, _ := steps.Next(ctx); missing != setup.MissingKeychain || steps.Step() != setup.StepBusiness {
		t.Errorf("goes on without a keychain: %q", missing)
	}
	p.keychain.FailWith(nil)
	must(t, steps.ProveKeychain(ctx))
	if proved, err := steps.Keychain(); !proved || err != nil {
		t.Errorf("mended, and still %v, %v", proved, err)
	}
	p.next(steps)
}

func TestTheKeychainIsAskedOnce(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.newSetup()
	must(t, steps.ProveKeychain(ctx))
	p.keychain.FailWith(errors.New("must not be asked"))
	if err := steps.ProveKeychain(ctx); err != nil {
		t.Errorf("asked again: %v", err)
	}
}

// Whoever presses Next while the keychain is being tried must not be told that
// it works before it has answered.
func TestASecondCallerWaitsForTheProofUnderWay(t *testing.T) {
	refusal := errors.New("failed to unlock correct collection '/org/freedesktop/secrets/collection/login'")
	for name, answer := range map[string]error{"it works": nil, "it fails": refusal} {
		p := newPlace(t)
		synctest.Test(t, func(t *testing.T) {
			answerNow := p.keychain.Hang()
			steps, err := setup.New(t.Context(), p.env)
			must(t, err)
			told := make(chan error, 2)
			prove := func() { told <- steps.ProveKeychain(t.Context()) }
			go prove()
			synctest.Wait()
			go prove()
			synctest.Wait()
			if len(told) > 0 {
				t.Errorf("%s: told %v before the keychain answered", name, <-told)
			}
			impatient, stop := context.WithCancel(t.Context())
			stop()
			if err := steps.ProveKeychain(impatient); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: who does not wait is told %v", name, err)
			}
			p.keychain.FailWith(answer)
			answerNow()
			for range 2 {
				if err := <-told; (err == nil) != (answer == nil) {
					t.Errorf("%s: told %v", name, err)
				}
			}
		})
	}
}

// Whoever leaves the page while the keychain is being tried ends the trial for
// themselves: who has come meanwhile is not told of trouble that there is not.
func TestAProofThatWasBrokenOffIsNoTrouble(t *testing.T) {
	p := newPlace(t)
	synctest.Test(t, func(t *testing.T) {
		answerNow := p.keychain.Hang()
		steps, err := setup.New(t.Context(), p.env)
		must(t, err)
		leaving, leave := context.WithCancel(t.Context())
		left, told := make(chan error, 1), make(chan error, 1)
		go func() { left <- steps.ProveKeychain(leaving) }()
		synctest.Wait()
		go func() { told <- steps.ProveKeychain(t.Context()) }()
		synctest.Wait()
		leave()
		if err := <-left; !errors.Is(err, context.Canceled) {
			t.Errorf("who leaves is told %v", err)
		}
		synctest.Wait()
		if len(told) > 0 {
			t.Errorf("who stays is told %v before the keychain answered", <-told)
		}
		if _, err := steps.Keychain(); err != nil {
			t.Errorf("the keychain is said to be in trouble: %v", err)
		}
		answerNow()
		if err := <-told; err != nil {
			t.Errorf("who stays is told %v", err)
		}
		if proved, err := steps.Keychain(); !proved || err != nil {
			t.Errorf("proved %v, %v", proved, err)
		}
	})
}
