package repair_test

import (
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/repair"
)

// bench is a pretend Meta that counts what is to change something, and a repairer with
// the token of a scenario.
type bench struct {
	*repair.Repairer
	sandbox.Scenario
	server *sandbox.Server
	writes atomic.Int32
}

func benchOf(t *testing.T, name string) *bench {
	t.Helper()
	b := &bench{}
	server, err := sandbox.Start(sandbox.Options{Log: func(line sandbox.RequestLine) {
		if line.Method != "GET" {
			b.writes.Add(1)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	found, ok := sandbox.FindScenario(name)
	if !ok {
		t.Fatalf("there is no scenario %q", name)
	}
	repairer, err := repair.With(graph.Options{BaseURL: server.GraphURL(), Pause: time.Millisecond, Tries: 1}, found.Token)
	if err != nil {
		t.Fatal(err)
	}
	b.Repairer, b.Scenario, b.server = repairer, found, server
	t.Cleanup(func() {
		repairer.Close()
		_ = server.Close()
	})
	return b
}

var pin = graph.NewToken("246810")

func TestSubscribingAndBack(t *testing.T) {
	b := benchOf(t, "app-not-subscribed")
	before, err := b.Subscription(t.Context(), graph.ID(b.AccountID))
	if err != nil || before.Listens || string(before.App) != b.AppID || before.AppName != "Corner Bakery Bot" || b.writes.Load() != 0 {
		t.Fatalf("%+v, %v", before, err)
	}
	after, outcome, err := b.Subscribe(t.Context(), before)
	if err != nil || outcome != repair.Done || !after.Listens {
		t.Errorf("%+v %s, %v", after, outcome, err)
	}
	gone, outcome, err := b.Unsubscribe(t.Context(), after)
	if err != nil || outcome != repair.Done || gone.Listens || b.writes.Load() != 2 {
		t.Errorf("%+v %s, %v", gone, outcome, err)
	}
}

// TestTheAppIsKnownWithoutInspection: Graph need not inspect the token for anyone.
func TestTheAppIsKnownWithoutInspection(t *testing.T) {
	b := benchOf(t, "self-inspection-refused")
	found, err := b.Subscription(t.Context(), graph.ID(b.AccountID))
	if err != nil || string(found.App) != b.AppID || !found.Listens {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestRegisteringIsSeenAtMeta(t *testing.T) {
	b := benchOf(t, "number-not-registered")
	number, err := b.Number(t.Context(), graph.ID(b.PhoneID))
	if err != nil || number.State != repair.NumberReady || number.App != "Corner Bakery Bot" || b.writes.Load() != 0 {
		t.Fatalf("%+v, %v", number, err)
	}
	after, outcome, err := b.Register(t.Context(), number.ID, pin)
	if err != nil || outcome != repair.Done || after.State != repair.NumberConnected {
		t.Errorf("%+v %s, %v", after, outcome, err)
	}
	// Once more, with another PIN: that it is connected already is no proof.
	if _, _, err := b.Register(t.Context(), number.ID, graph.NewToken("135790")); trouble.AsError(err) == nil {
		t.Errorf("another PIN: %v", err)
	}
	if _, outcome, err := b.Register(t.Context(), number.ID, pin); err != nil || outcome != repair.Done {
		t.Errorf("once more: %s, %v", outcome, err)
	}
}

// TestWhatMustNotBeRegisteredIsNot: whatever was looked at before.
func TestWhatMustNotBeRegisteredIsNot(t *testing.T) {
	b := benchOf(t, "shared-with-app")
	if _, _, err := b.Register(t.Context(), graph.ID(b.PhoneID), pin); !errors.Is(err, repair.ErrNotToRegister) || b.writes.Load() != 0 {
		t.Errorf("%v, after %d writes", err, b.writes.Load())
	}
}

func TestACodeVerifiesTheNumber(t *testing.T) {
	b := benchOf(t, "number-needs-code")
	number := graph.ID(b.PhoneID)
	if _, _, err := b.Register(t.Context(), number, pin); !repair.WantsCode(err) {
		t.Errorf("it is not said that a code is wanted: %v", err)
	}
	if needed, err := b.SendCode(t.Context(), number, graph.CodeBySMS); err != nil || !needed {
		t.Error(needed, err)
	}
	if _, _, err := b.Verify(t.Context(), number, graph.NewToken("000000")); trouble.AsError(err) == nil {
		t.Errorf("a wrong code: %v", err)
	}
	if after, outcome, err := b.Verify(t.Context(), number, graph.NewToken(sandbox.PracticeCode)); err != nil || outcome != repair.Done || after.State != repair.NumberReady {
		t.Errorf("%+v %s, %v", after, outcome, err)
	}
	if needed, err := b.SendCode(t.Context(), number, graph.CodeBySMS); err != nil || needed {
		t.Errorf("of a verified number: %v, %v", needed, err)
	}
}

// TestARowOffersItsRepair: with account and number, and none where it must not.
func TestARowOffersItsRepair(t *testing.T) {
	for name, want := range map[string]check.RepairKind{
		"number-not-registered": check.RepairRegister, "number-needs-code": check.RepairRegister, "app-not-subscribed": check.RepairSubscribe,
		"metas-app-listens": check.RepairSubscribe, "ready": check.RepairNone, "shared-with-app": check.RepairNone, "test-number-only": check.RepairNone,
	} {
		b := benchOf(t, name)
		report, err := check.Run(t.Context(), check.Request{Token: b.Token, Graph: graph.Options{BaseURL: b.server.GraphURL()}})
		if err != nil {
			t.Fatal(err)
		}
		offered := check.RepairNone
		for _, row := range report.Rows {
			if row.Repair.Kind == check.RepairNone {
				continue
			}
			offered = row.Repair.Kind
			if !row.Problem() || string(row.Repair.Account) != b.AccountID || offered == check.RepairRegister && string(row.Repair.Phone) != b.PhoneID {
				t.Errorf("%s: %s offers %+v", name, row.ID, row.Repair)
			}
		}
		if offered != want {
			t.Errorf("%s offers %q, not %q", name, offered, want)
		}
		if found := repair.Find(report, check.RepairRegister); string(found.Account) != b.AccountID || string(found.Phone) != b.PhoneID {
			t.Errorf("%s: found %+v", name, found)
		}
		if b.writes.Load() != 0 {
			t.Errorf("%s: a check changed something", name)
		}
	}
}
