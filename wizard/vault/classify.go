package vault

import (
	"errors"
	"os/exec"
	"runtime"
	"strings"
	"syscall"

	"github.com/godbus/dbus/v5"
	"github.com/zalando/go-keyring"
)

// classify finds the reason for an error of go-keyring, which has types for
// three of them only.
func classify(err error) Reason {
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		return NotFound
	case errors.Is(err, keyring.ErrSetDataTooBig):
		return TooBig
	case errors.Is(err, keyring.ErrUnsupportedPlatform):
		return Unsupported
	}
	var code syscall.Errno
	if runtime.GOOS == "windows" && errors.As(err, &code) {
		if reason, known := windowsReasons[code]; known {
			return reason
		}
	}
	var message dbus.Error
	if errors.As(err, &message) {
		if reason, known := dbusReasons[message.Name]; known {
			return reason
		}
	}
	if errors.Is(err, exec.ErrNotFound) || errors.Is(err, dbus.ErrClosed) {
		return NoService
	}
	return reasonInText(err.Error())
}

// windowsReasons are Credential Manager's codes; their texts are in the
// person's language (learn.microsoft.com: windows/win32/debug/system-error-codes
// and wincred/nf-wincred-credwritew). The numbers mean other things elsewhere.
var windowsReasons = map[syscall.Errno]Reason{
	5:    Refused,   // ERROR_ACCESS_DENIED
	1058: NoService, // ERROR_SERVICE_DISABLED
	1168: NotFound,  // ERROR_NOT_FOUND
	1223: Refused,   // ERROR_CANCELLED
	1312: NoService, // ERROR_NO_SUCH_LOGON_SESSION: a logon without Credential Manager
	1722: NoService, // RPC_S_SERVER_UNAVAILABLE
	1783: TooBig,    // RPC_X_BAD_STUB_DATA: a blob over the limit
}

// dbusReasons are names of D-Bus errors (dbus.freedesktop.org:
// dbus-specification; specifications.freedesktop.org: secret-service).
var dbusReasons = map[string]Reason{
	"org.freedesktop.DBus.Error.ServiceUnknown":        NoService,
	"org.freedesktop.DBus.Error.NameHasNoOwner":        NoService,
	"org.freedesktop.DBus.Error.Spawn.ServiceNotFound": NoService,
	"org.freedesktop.DBus.Error.Spawn.ExecFailed":      NoService,
	"org.freedesktop.DBus.Error.Spawn.ChildExited":     NoService,
	"org.freedesktop.DBus.Error.Spawn.ChildSignaled":   NoService,
	"org.freedesktop.DBus.Error.Spawn.Failed":          NoService,
	"org.freedesktop.DBus.Error.NoServer":              NoService,
	"org.freedesktop.DBus.Error.Disconnected":          NoService,
	"org.freedesktop.DBus.Error.NoReply":               NoService, // it went away before it answered
	"org.freedesktop.DBus.Error.TimedOut":              Timeout,
	"org.freedesktop.DBus.Error.Timeout":               Timeout,
	"org.freedesktop.DBus.Error.AccessDenied":          Refused,
	"org.freedesktop.DBus.Error.LimitsExceeded":        TooBig,
	"org.freedesktop.Secret.Error.IsLocked":            Locked,
	"org.freedesktop.Secret.Error.NoSuchObject":        NotFound,
	"org.gnome.keyring.Error.Denied":                   Refused,
	"org.freedesktop.systemd1.NoSuchUnit":              NoService,
}

// textReasons are read in order; the first text that is found decides.
var textReasons = []struct {
	text   string
	reason Reason
}{
	// Linux, for errors that carry no name: go-keyring and godbus.
	{"org.freedesktop.secrets was not provided", NoService},
	{"unlock correct collection '/org/freedesktop/secrets/aliases/default'", NoCollection},
	{"unlock correct collection", Refused},
	{"couldn't determine address of session bus", NoService},
	{"dbus-launch", NoService},
	{"DBUS_SESSION_BUS_ADDRESS", NoService},
	{"connection refused", NoService},
	{"/bus: connect:", NoService},
	{"connection closed", NoService},
	{"broken pipe", NoService},

	// macOS: what /usr/bin/security says, and the low byte of its OSStatus as
	// exit code (developer.apple.com: security/security-framework-result-codes).
	{"could not be found", NotFound},
	{"User interaction is not allowed", Locked},
	{"User canceled", Refused},
	{"exit status 44", NotFound},     // errSecItemNotFound -25300
	{"exit status 36", Locked},       // errSecInteractionNotAllowed -25308
	{"exit status 51", Refused},      // errSecAuthFailed -25293
	{"exit status 128", Refused},     // errSecUserCanceled -128
	{"exit status 37", NoCollection}, // errSecNoDefaultKeychain -25307
	{"exit status 50", NoCollection}, // errSecNoSuchKeychain -25294
	{"exit status 53", NoService},    // errSecNotAvailable -25291
	{"/usr/bin/security: no such file", NoService},
}

func reasonInText(text string) Reason {
	for _, known := range textReasons {
		if strings.Contains(text, known.text) {
			return known.reason
		}
	}
	return Other
}
