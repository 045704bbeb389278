package instance_test

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
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
	called := make(chan string, 1)
	release, first, err := instance.Claim(ctx, folder, "", func(knock instance.Knock) { called <- knock.Page; _ = knock.Close() })
	if err != nil || !first {
		t.Fatalf("the first start: first %v, error %v", first, err)
	}
	defer release()

	_, first, err = instance.Claim(ctx, folder, instance.PageCheck, func(instance.Knock) { t.Error("the second start was asked to come to the front") })
	if err != nil || first {
		t.Fatalf("the second start: first %v, error %v", first, err)
	}
	select {
	case page := <-called:
		if page != instance.PageCheck {
			t.Errorf("the first window was called to page %q", page)
		}
	case <-time.After(time.Minute):
		t.Fatal("the first window was not called")
	}
}

// TestAKnockThatNamesNoPageIsOne: an older version says nothing, and a newer one may
// name a page that is not known here.
func TestAKnockThatNamesNoPageIsOne(t *testing.T) {
	folder := files.Open(t.TempDir(), time.Now)
	called := make(chan string, 1)
	release, _, err := instance.Claim(t.Context(), folder, "", func(knock instance.Knock) { called <- knock.Page; _ = knock.Close() })
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	for _, says := range []string{"", "cellar\n", "check"} {
		connection, err := net.Dial("unix", filepath.Join(folder.Path(), "window.sock"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := connection.Write([]byte(says)); err != nil {
			t.Fatal(err)
		}
		if page := <-called; page != strings.TrimSuffix(says, "cellar\n") {
			t.Errorf("%q asks for page %q", says, page)
		}
		_ = connection.Close()
	}
}

// TestAWindowThatHangsIsTold: it was heard, and has not come.
func TestAWindowThatHangsIsTold(t *testing.T) {
	folder := files.Open(t.TempDir(), time.Now)
	var came []io.Closer
	release, _, err := instance.Claim(t.Context(), folder, "", func(one instance.Knock) { came = append(came, one) })
	if err != nil {
		t.Fatal(err)
	}
	if _, first, err := instance.Claim(t.Context(), folder, "", func(instance.Knock) {}); first || !errors.Is(err, instance.ErrSilent) {
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
	release, _, err := instance.Claim(ctx, folder, "", func(instance.Knock) {})
	if err != nil {
		t.Fatal(err)
	}
	release()
	release, first, err := instance.Claim(ctx, folder, "", func(instance.Knock) {})
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
	release, first, err := instance.Claim(context.Background(), files.Open(path, time.Now), "", func(instance.Knock) {})
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
	release, _, err := instance.Claim(context.Background(), files.Open(path, time.Now), "", func(instance.Knock) {})
	if err != nil {
		t.Fatal(err)
	}
	release()
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
}
