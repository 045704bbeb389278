package instance_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/ui/instance"
	"latchkey/wizard/files"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestASecondStartCallsTheFirstWindow(t *testing.T) {
	ctx := context.Background()
	folder := files.Open(t.TempDir(), time.Now)
	called := make(chan struct{}, 1)
	release, first, err := instance.Claim(ctx, folder, func(came io.Closer) { called <- struct{}{}; _ = came.Close() })
	if err != nil || !first {
		t.Fatalf("the first start: first %v, error %v", first, err)
	}
	defer release()

	_, first, err = instance.Claim(ctx, folder, func(io.Closer) { t.Error("the second start was asked to come to the front") })
	if err != nil || first {
		t.Fatalf("the second start: first %v, error %v", first, err)
	}
	select {
	case <-called:
	case <-time.After(time.Minute):
		t.Fatal("the first window was not called")
	}
}

// TestAWindowThatHangsIsTold: it was heard, and has not come.
func TestAWindowThatHangsIsTold(t *testing.T) {
	folder := files.Open(t.TempDir(), time.Now)
	var came []io.Closer
	release, _, err := instance.Claim(t.Context(), folder, func(one io.Closer) { came = append(came, one) })
	if err != nil {
		t.Fatal(err)
	}
	if _, first, err := instance.Claim(t.Context(), folder, func(io.Closer) {}); first || !errors.Is(err, instance.ErrSilent) {
		t.Errorf("first %v, error %v", first, err)
	}
	release()
	for _, one := range came {
		_ = one.Close()
	}
}

func TestAfterTheFirstWindowClosedTheNextIsFirst(t *testing.T) {
	ctx := context.Background()
	folder := files.Open(t.TempDir(), time.Now)
	release, _, err := instance.Claim(ctx, folder, func(io.Closer) {})
	if err != nil {
		t.Fatal(err)
	}
	release()
	release, first, err := instance.Claim(ctx, folder, func(io.Closer) {})
	if err != nil || !first {
		t.Fatalf("first %v, error %v", first, err)
	}
	release()
}

func TestASocketLeftByAKilledWindowIsNoHindrance(t *testing.T) {
	path := t.TempDir()
	if err := os.WriteFile(filepath.Join(path, "window.sock"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	release, first, err := instance.Claim(context.Background(), files.Open(path, time.Now), func(io.Closer) {})
	if err != nil || !first {
		t.Fatalf("first %v, error %v", first, err)
	}
	release()
}

func TestAClosedWindowLeavesWhatOthersKeep(t *testing.T) {
	path := t.TempDir()
	kept := filepath.Join(path, "index.json")
	if err := os.WriteFile(kept, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	release, _, err := instance.Claim(context.Background(), files.Open(path, time.Now), func(io.Closer) {})
	if err != nil {
		t.Fatal(err)
	}
	release()
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
}
