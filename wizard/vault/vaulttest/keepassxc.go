package vaulttest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// keePassXCSettings turn on what KeePassXC leaves off: to keep other programs'
// secrets, and to do so without asking each time.
const keePassXCSettings = `[General]
ConfigVersion=2
SingleInstance=false
[GUI]
CheckForUpdates=false
[FdoSecrets]
Enabled=true
ShowNotification=false
ConfirmAccessItem=false
ConfirmDeleteItem=false
`

// keePassXCDatabase is an empty database that names its only group as the one
// for other programs' secrets. The group is named by its UUID, which its own
// element gives in base64.
const keePassXCDatabase = `<?xml version="1.0" encoding="utf-8"?>
<KeePassFile>
<Meta><CustomData><Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{01020304-0506-0708-090a-0b0c0d0e0f10}</Value></Item></CustomData></Meta>
<Root><Group><UUID>AQIDBAUGBwgJCgsMDQ4PEA==</UUID><Name>Root</Name></Group></Root>
</KeePassFile>
`

// StartKeePassXC starts KeePassXC, without a window, with a database that is
// open and keeps other programs' secrets.
func (s *Session) StartKeePassXC() {
	s.t.Helper()
	const password = "test\n"
	s.need("keepassxc", "keepassxc-cli")
	xml, database := filepath.Join(s.Home, "test.xml"), filepath.Join(s.Home, "test.kdbx")
	s.write(xml, keePassXCDatabase)
	s.write(filepath.Join(s.Home, "config", "keepassxc", "keepassxc.ini"), keePassXCSettings)

	importing := exec.Command("keepassxc-cli", "import", "--quiet", "--set-password", "--decryption-time", "100", xml, database)
	importing.Env = s.Env
	importing.Stdin = strings.NewReader(password + password)
	if output, err := importing.CombinedOutput(); err != nil {
		s.t.Fatalf("keepassxc-cli: %v\n%s", err, output)
	}

	program := exec.Command("keepassxc", "--pw-stdin", database)
	program.Stdin = strings.NewReader(password)
	program.Env = []string{
		"QT_QPA_PLATFORM=offscreen",
		// The person's own KeePassXC holds a lock where temporary files lie.
		"TMPDIR=" + s.Home,
	}
	s.start(program)
	s.waitUntil("KeePassXC had opened its database", func(ctx context.Context) bool { return !s.isLocked(ctx, defaultPath) })
}

func (s *Session) write(path, text string) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}
