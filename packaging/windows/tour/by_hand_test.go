package tour

import (
	"path/filepath"
	"testing"

	"latchkey/wizard/vault"
)

// TestByHand installs and uninstalls as a person does, who wishes that nothing stays.
func TestByHand(t *testing.T) {
	pc.begin(t, newest("_setup.exe"))
	pc.window(t, "Latchkey Setup")
	pc.picture("setup-choice")
	pc.press(t, "Return")
	eventually(t, "all was installed", func() bool { return pc.registry(mine) != nil })
	pc.picture("setup-end")
	pc.press(t, "Tab", "Tab", "space", "Return") // without opening it
	eventually(t, "the installer closed", func() bool { return pc.visible("Latchkey Setup") == "" })
	t.Cleanup(func() { uninstall(t) })

	const name = "By hand"
	if _, code := pc.windows("EAAmadeupmadeupmadeup", "credential", vault.Service+":"+name, name); code != 0 {
		t.Fatal("Credential Manager keeps nothing")
	}
	pc.must(t, command(), "saved", "add", name)

	pc.begin(t, pc.named(filepath.Join(folder(), "uninstall.exe")))
	pc.window(t, "Latchkey Uninstall")
	pc.picture("uninstall")
	pc.press(t, "Tab", "Tab", "space") // past the two buttons: the box
	pc.picture("uninstall-ticked")
	pc.press(t, "Return")
	eventually(t, "all was uninstalled", func() bool { return pc.registry(mine) == nil })
	pc.picture("uninstall-end")
	pc.press(t, "Return")
	if _, code := pc.windows("", "credential", vault.Service+":"+name); code == 0 {
		t.Error("the token stayed, and was to be removed")
	}
	if exists(settings()) || exists(folder()) {
		t.Errorf("what stayed: %v %v", files(settings()), files(folder()))
	}
}
