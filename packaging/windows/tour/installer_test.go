package tour

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph/sandbox"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

const (
	uninstallKey = `Software\Microsoft\Windows\CurrentVersion\Uninstall\Latchkey`
	mine         = `HKCU\` + uninstallKey
	everyones    = `HKLM\` + uninstallKey

	bakery = "Corner Bakery" // the WhatsApp account of the rehearsal
)

// What the installer ends with where it changes nothing, as far as Wine tells.
const (
	stillOpen  = 32
	newerThere = 1638 & 0xff
	oldWindows = 1150 & 0xff
)

var installed = []string{"LICENSE.txt", "Latchkey.exe", "bin/latchkey.exe", "uninstall.exe"}

func folder() string   { return pc.path("AppData", "Local", "Programs", "Latchkey") }
func settings() string { return pc.path("AppData", "Roaming", "latchkey") }
func menuEntry() string {
	return pc.path("AppData", "Roaming", "Microsoft", "Windows", "Start Menu", "Programs", "Latchkey.lnk")
}
func command() string { return pc.named(filepath.Join(folder(), "bin", "latchkey.exe")) }

// install runs an installer silently, and sees to it that all is removed again.
func install(t testing.TB, setup string, options ...string) {
	t.Helper()
	pc.must(t, append([]string{setup, "/S"}, options...)...)
	t.Cleanup(func() { uninstall(t) })
}

// uninstall removes silently what is installed, as Windows does it, and waits: the uninstaller
// goes on as a copy of itself.
func uninstall(t testing.TB) {
	t.Helper()
	for _, scope := range []string{mine, everyones} {
		listed := pc.registry(scope)
		if listed == nil {
			continue
		}
		pc.must(t, strings.Trim(strings.TrimSuffix(listed["QuietUninstallString"].text, " /S"), `"`), "/S")
		eventually(t, "all was uninstalled", func() bool { return pc.registry(scope) == nil })
	}
}

// TestOnWindows7: Go's programs do not run there, and the installer says so.
func TestOnWindows7(t *testing.T) {
	pc.must(t, "winecfg", "-v", "win7")
	t.Cleanup(func() { pc.must(t, "winecfg", "-v", "win10") })
	if _, code := pc.windows("", newest("_setup.exe"), "/S"); code != oldWindows {
		t.Errorf("on Windows 7 the installer ended with %d", code)
	}
	if exists(folder()) {
		t.Error("on Windows 7 something was installed")
	}
}

// TestInstallUseUpgradeRemove is the whole life of an installation.
func TestInstallUseUpgradeRemove(t *testing.T) {
	packages, err := olderPackages()
	if err != nil {
		t.Fatal(err)
	}
	install(t, packaged(packages, older, "_setup.exe"))
	if diff := cmp.Diff(installed, files(folder())); diff != "" {
		t.Errorf("installed (-want +got):\n%s", diff)
	}
	isListed(t, older)

	w := openFromMenu(t)
	token := practise(w)
	if held := pc.must(t, "credential", vault.PracticeService+":"+bakery); held != token {
		t.Errorf("Credential Manager holds %d characters, which are not the token's %d", len(held), len(token))
	}
	before := contents(t, settings())
	if len(before) == 0 {
		t.Fatal("after a rehearsal there are no settings")
	}

	pc.must(t, newest("_setup.exe"), "/S") // with the window open
	if pc.visible(say().Say("app.name")) != "" {
		t.Error("the program went on while it was replaced")
	}
	isListed(t, version)
	if said := pc.must(t, command(), "version"); !strings.HasSuffix(said, version) {
		t.Errorf("after the upgrade it says %q", said)
	}
	if diff := cmp.Diff(before, contents(t, settings())); diff != "" {
		t.Errorf("the upgrade changed settings (-before +after):\n%s", diff)
	}

	if _, code := pc.windows("", packaged(packages, older, "_setup.exe"), "/S"); code != newerThere {
		t.Errorf("over a newer version an older one ended with %d", code)
	}
	isListed(t, version)
	pc.must(t, packaged(packages, older, "_setup.exe"), "/S", "/Downgrade")
	isListed(t, older)

	uninstall(t)
	for _, path := range []string{folder(), menuEntry()} {
		if exists(path) {
			t.Errorf("%s is still there: %v", path, files(path))
		}
	}
	if pc.registry(mine) != nil {
		t.Error("it is still listed among the installed programs")
	}
	if diff := cmp.Diff(before, contents(t, settings())); diff != "" {
		t.Errorf("uninstalling changed settings (-before +after):\n%s", diff)
	}
	if held := pc.must(t, "credential", vault.PracticeService+":"+bakery); held != token {
		t.Error("uninstalling took the token")
	}
}

// isListed looks at what Windows shows of an installed program.
func isListed(t testing.TB, version string) {
	t.Helper()
	at := pc.named(folder())
	project := os.Getenv("PROJECT")
	listed := pc.registry(mine)
	for name, want := range map[string]string{
		"DisplayName":          "Latchkey",
		"DisplayVersion":       version,
		"DisplayIcon":          at + `\Latchkey.exe`,
		"Publisher":            "Latchkey",
		"InstallLocation":      at,
		"URLInfoAbout":         project,
		"UninstallString":      `"` + at + `\uninstall.exe"`,
		"QuietUninstallString": `"` + at + `\uninstall.exe" /S`,
		"NoModify":             "0x1",
		"NoRepair":             "0x1",
	} {
		if got := listed[name].text; got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	if size := listed["EstimatedSize"].text; len(size) < len("0x1000") {
		t.Errorf("its size is %s KB", size)
	}
	if !exists(menuEntry()) {
		t.Error("there is no entry in the Start menu")
	}
}

// openFromMenu opens Latchkey by its entry in the Start menu.
func openFromMenu(t testing.TB) latchkey {
	t.Helper()
	pc.must(t, "start", pc.named(menuEntry()))
	w := latchkey{t, pc.window(t, say().Say("app.name"))}
	w.at(say().Say("home.title"))
	pc.picture("home")
	return w
}

// practise goes through the rehearsal, with a token as support's trainees get it, and
// returns it when it is kept.
func practise(w latchkey) (token string) {
	w.t.Helper()
	ready, _ := sandbox.FindScenario("ready")
	token = ready.Token.Reveal()
	pc.press(w.t, "Tab", "Tab", "Tab", "Tab", "Return") // past settings, help and the setup
	w.atStep(setup.StepBusiness, "step.business.title")
	pc.press(w.t, "Tab", "Tab", "space") // past the end of practice
	for _, step := range []setup.Step{setup.StepSystemUser, setup.StepAssets, setup.StepGenerate, setup.StepPaste} {
		w.pressMain()
		w.atStep(step, "step."+step.ID()+".title")
	}
	pc.copied(w.t, token)
	pc.press(w.t, "ctrl+v")
	pc.press(w.t, "Return")
	w.atStep(setup.StepCheck, "verdict.ready.title")
	pc.picture("check")
	pc.press(w.t, "Return")
	w.atStep(setup.StepKeep, "step."+setup.StepKeep.ID()+".title")
	pc.press(w.t, "Return")
	w.atStep(setup.StepKeep, "kept.title", words.Values{"Name": bakery})
	pc.picture("kept")
	return token
}

// contents are the files of a folder, those left out that only keep two windows apart.
func contents(t testing.TB, folder string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, file := range files(folder) {
		content, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains([]string{".lock", ".sock"}, filepath.Ext(file)) {
			found[file] = string(content)
		}
	}
	return found
}
