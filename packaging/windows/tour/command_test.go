package tour

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"latchkey/graph/sandbox"
)

// pretendMeta starts latchkey practise from what is installed and returns its address.
func pretendMeta(t testing.TB, scenario string) (address string) {
	t.Helper()
	free, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := free.Addr().(*net.TCPAddr).Port
	_ = free.Close()
	started := pc.begin(t, command(), "practise", "--scenario", scenario, "--port", strconv.Itoa(port))
	t.Cleanup(func() {
		_, _ = pc.windows("", "taskkill", "/f", "/im", "Latchkey.exe")
		_ = started.Wait()
	})
	address = "http://" + free.Addr().String()
	eventually(t, "the pretend Meta answered", func() bool {
		answer, err := http.Get(address)
		if err == nil {
			_ = answer.Body.Close()
		}
		return err == nil
	})
	return address
}

// TestCommandInScripts: one JSON document, and the exit codes.
func TestCommandInScripts(t *testing.T) {
	install(t, newest("_setup.exe"))
	for _, test := range []struct {
		scenario string
		verdict  string
		code     int
	}{
		{"ready", "ready", 0},
		{"expired", "not_ready", 1},
	} {
		t.Run(test.scenario, func(t *testing.T) {
			address := pretendMeta(t, test.scenario)
			scenario, _ := sandbox.FindScenario(test.scenario)
			verdictOf(t, scenario.Token.Reveal(), test.verdict, test.code, "--graph-url", address)
		})
	}
	t.Run("no token", func(t *testing.T) { verdictOf(t, "hello", "not_ready", 4) })
}

func verdictOf(t testing.TB, token, verdict string, code int, options ...string) {
	t.Helper()
	output, got := pc.windows(token, append([]string{command(), "check", "--json"}, options...)...)
	var report struct {
		Schema  string
		Verdict struct{ Status string }
	}
	if err := json.Unmarshal([]byte(output), &report); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	if report.Schema != "latchkey.report/1" || report.Verdict.Status != verdict || got != code {
		t.Errorf("the verdict of %s is %s with exit code %d, not %s with %d", report.Schema, report.Verdict.Status, got, verdict, code)
	}
}

// TestWhileItIsInUse: what has no window to close is never ended, and nothing is
// half replaced.
func TestWhileItIsInUse(t *testing.T) {
	install(t, newest("_setup.exe"))
	packages, err := olderPackages()
	if err != nil {
		t.Fatal(err)
	}
	address := pretendMeta(t, "ready")
	if _, code := pc.windows("", packaged(packages, older, "_setup.exe"), "/S", "/Downgrade"); code != stillOpen {
		t.Errorf("while a command runs the installer ended with %d", code)
	}
	isListed(t, version)
	uninstaller := filepath.Join(folder(), "uninstall.exe")
	if _, code := pc.windows("", pc.named(uninstaller), "/S", "_?="+pc.named(folder())); code != stillOpen {
		t.Errorf("while a command runs the uninstaller ended with %d", code)
	}
	isListed(t, version)
	answer, err := http.Get(address)
	if err != nil {
		t.Fatalf("the command was ended: %v", err)
	}
	_ = answer.Body.Close()
}

// TestCommandInAConsole: it talks there, hides what is secret, and Ctrl+C ends it.
func TestCommandInAConsole(t *testing.T) {
	install(t, newest("_setup.exe"))
	const secret, asked = "madeup", "stays hidden"
	if said := console(t, "explain 190/463", "", ""); !strings.Contains(said, "This token has expired") {
		t.Errorf("in a console it said %q", said)
	}
	said := console(t, "check", asked, secret+"\r")
	if !strings.Contains(said, say().Say("check.local.shape.too_short.title")) || strings.Contains(said, secret) {
		t.Errorf("after a hidden token it said %q", said)
	}
	console(t, "check", asked, "\x03")
}

// console runs the command in a console until it ends, and types keys once it has asked
// for them.
func console(t testing.TB, arguments, asked, keys string) (said string) {
	t.Helper()
	in := exec.CommandContext(t.Context(), "script", "-qefc", "stty cols 120 rows 40; exec "+wine+" '"+command()+"' "+arguments, "/dev/null")
	in.Env = pc.env
	keyboard, err := in.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, into, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	in.Stdout, in.Stderr = into, into
	if err := in.Start(); err != nil {
		t.Fatal(err)
	}
	_ = into.Close()
	tooLong := time.AfterFunc(patience, func() { _ = in.Process.Kill() })
	buffer := make([]byte, 4096)
	for {
		read, err := output.Read(buffer)
		said += string(buffer[:read])
		if err != nil {
			break
		}
		if keys != "" && strings.Contains(said, asked) {
			time.Sleep(settling) // until Wine's console hides what is typed
			_, _ = io.WriteString(keyboard, keys)
			keys = ""
		}
	}
	_ = keyboard.Close()
	_ = in.Wait()
	if !tooLong.Stop() {
		t.Errorf("%s did not end; it said %.500q", arguments, said)
	}
	return said
}
