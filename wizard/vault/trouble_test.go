package vault

import (
	"errors"
	"fmt"
	"maps"
	"testing"

	"latchkey/wizard/files"
)

func TestTroubleOf(t *testing.T) {
	cases := []struct {
		err    error
		want   string
		values map[string]string
	}{
		{&Error{Reason: Locked}, "keychain.locked", nil},
		{fmt.Errorf("save: %w", &Error{Reason: NotFound}), "keychain.not_found", nil},
		{&files.Error{Reason: files.NoHome, Variable: "HOME"}, "files.no_home", map[string]string{"Variable": "HOME"}},
		{&files.Error{Reason: files.ReadOnly, Path: "/home/ana/latchkey"}, "files.read_only", map[string]string{"Path": "/home/ana/latchkey"}},
		{&NameError{Fault: "empty"}, "name.empty", nil},
		{ErrTokenInEntry, "name.token", nil},
		{&TakenError{Name: "Main shop"}, "taken", map[string]string{"Name": "Main shop"}},
		{errors.New("somebody else’s"), "", nil},
	}
	for _, c := range cases {
		id, values := TroubleOf(c.err)
		if id != c.want || !maps.Equal(values, c.values) {
			t.Errorf("TroubleOf(%v) = %q, %v; want %q, %v", c.err, id, values, c.want, c.values)
		}
	}
}
