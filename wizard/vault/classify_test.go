package vault

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/zalando/go-keyring"
)

// The texts are those the systems' programs and go-keyring 0.2.8 give.
func TestClassify(t *testing.T) {
	cases := []struct {
		err  error
		want Reason
	}{
		{keyring.ErrNotFound, NotFound},
		{fmt.Errorf("get: %w", keyring.ErrNotFound), NotFound},
		{keyring.ErrSetDataTooBig, TooBig},
		{keyring.ErrUnsupportedPlatform, Unsupported},
		{dbus.Error{Name: "org.freedesktop.DBus.Error.ServiceUnknown"}, NoService},
		{dbus.Error{Name: "org.freedesktop.DBus.Error.Spawn.ChildExited"}, NoService},
		{dbus.Error{Name: "org.freedesktop.Secret.Error.IsLocked"}, Locked},
		{dbus.ErrClosed, NoService},
		{errors.New("The name org.freedesktop.secrets was not provided by any .service files"), NoService},
		{errors.New("failed to unlock correct collection '/org/freedesktop/secrets/aliases/default'"), NoCollection},
		{errors.New("failed to unlock correct collection '/org/freedesktop/secrets/collection/login'"), Refused},
		{&exec.Error{Name: "dbus-launch", Err: exec.ErrNotFound}, NoService},
		{errors.New("dbus: couldn't determine address of session bus"), NoService},
		{errors.New("dial unix /run/user/1000/bus: connect: no such file or directory"), NoService},
		{errors.New("security: SecKeychainSearchCopyNext: The specified item could not be found in the keychain."), NotFound},
		{errors.New("exit status 36"), Locked},
		{errors.New("exit status 51"), Refused},
		{errors.New("exit status 128"), Refused},
		{errors.New("exit status 44"), NotFound},
		{errors.New("something new"), Other},
	}
	for _, c := range cases {
		if got := classify(c.err); got != c.want {
			t.Errorf("%v: %s, want %s", c.err, got, c.want)
		}
	}
}

func TestWhatFits(t *testing.T) {
	cases := []struct {
		system, account string
		length          int
		fits            bool
	}{
		{"windows", "Shop", 2560, true},
		{"windows", "Shop", 2561, false},
		{"darwin", "Shop", 2990, true},
		{"darwin", "Shop", 3020, false},
		{"darwin", strings.Repeat("'", MaxName), 2700, true},
		{"darwin", strings.Repeat("'", MaxName), 2800, false},
		{"linux", "Shop", 100_000, true},
	}
	for _, c := range cases {
		err := fits(c.system, Service, c.account, strings.Repeat("x", c.length))
		var failure *Error
		if (err == nil) != c.fits || (err != nil && (!errors.As(err, &failure) || failure.Reason != TooBig)) {
			t.Errorf("%s, %d bytes: %v", c.system, c.length, err)
		}
	}
}
