package browser

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestOnlyWebAddressesAreOpened(t *testing.T) {
	var opened []string
	system := System{run: func(address string) error {
		opened = append(opened, address)
		return nil
	}}
	for address, ok := range map[string]bool{
		"https://business.facebook.com/latest/settings/system_users?business_id=1029384756": true,
		"http://127.0.0.1:4100/overview": true,
		"file:///etc/passwd":             false,
		"javascript:alert(1)":            false,
		"business.facebook.com":          false,
		"-version":                       false,
		"":                               false,
		"https://":                       false,
	} {
		opened = nil
		err := system.Open(t.Context(), address)
		if (err == nil) != ok || (len(opened) == 1) != ok {
			t.Errorf("%q: %v, opened %v", address, err, opened)
		}
		if err != nil && !errors.Is(err, ErrNotOpened) {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestAFailureIsToldAndNotOpened(t *testing.T) {
	system := System{run: func(string) error { return errors.New("xdg-open: no method available") }}
	if err := system.Open(t.Context(), "https://example.com/"); !errors.Is(err, ErrNotOpened) {
		t.Error(err)
	}
}

// xdg-open can run for as long as the browser that it has started.
func TestAnOpenerThatRunsOnHasOpened(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		browserClosed := make(chan struct{})
		system := System{run: func(string) error {
			<-browserClosed
			return errors.New("closed")
		}}
		began := time.Now()
		if err := system.Open(t.Context(), "https://example.com/"); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took != settled {
			t.Errorf("waited %v", took)
		}
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		if err := system.Open(ctx, "https://example.com/"); !errors.Is(err, context.Canceled) {
			t.Errorf("given up: %v", err)
		}
		close(browserClosed)
	})
}
