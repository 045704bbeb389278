package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"latchkey/ui/terminal"
)

func TestEnvFileSaysWhatItMeansAndAsks(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	secret := token(t, "ready")
	path := filepath.Join(t.TempDir(), ".env")
	if err := os.WriteFile(path, []byte("# mine\r\nA=1\r\nWHATSAPP_TOKEN='old'"), 0o600); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	write := []string{"env-file", "--saved", "shop", "--file", path}
	b.expect(terminal.ExitUsage, "", write...)
	says(t, b.err.String(), "has the token in plain text", "Add --yes")
	b.Prompt = &answers{"n"}
	b.expect(terminal.ExitFailed, "", write...)
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the file was written without a yes")
	}
	b.Prompt = &answers{"y"}
	b.expect(terminal.ExitReady, "", write...)
	says(t, b.err.String(), "Written into", "WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID.")
	silent(t, b.out.String()+b.err.String()+b.inFiles(), secret)
	after, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(after), "# mine\r\nA=1\r\nWHATSAPP_TOKEN='"+secret+"'\r\nWHATSAPP_PHONE_NUMBER_ID=") {
		t.Errorf("the file is not what it should be (%v)", err)
	}
}

func TestEnvFileRefusesAndSaysWhy(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	folder := t.TempDir()
	b.expect(terminal.ExitUsage, "", "env-file", "--saved", "shop", "--yes")
	says(t, b.err.String(), "Name the file")
	b.expect(terminal.ExitFailed, "", "env-file", "--saved", "shop", "--file", folder, "--yes")
	says(t, b.err.String(), "is not a file", "Nothing was written.")
	b.expect(terminal.ExitFailed, "", "env-file", "--saved", "shop", "--file", filepath.Join(folder, "missing", ".env"), "--yes")
	says(t, b.err.String(), "The folder of")
	link := filepath.Join(folder, "link")
	if os.Symlink(filepath.Join(folder, "real"), link) == nil {
		b.expect(terminal.ExitFailed, "", "env-file", "--saved", "shop", "--file", link, "--yes")
		says(t, b.err.String(), "is a link")
	}
	b.expect(terminal.ExitNoToken, "", "env-file", "--saved", "elsewhere", "--file", filepath.Join(folder, ".env"), "--yes")
	b.expect(terminal.ExitUsage, "", "env-file", "--saved", "shop", "--file", filepath.Join(folder, ".env"), "--env", "1A", "--yes")
}

// The ids of the token that was there before would send to its number.
func TestEnvFileKeepsNoIDsOfAnotherToken(t *testing.T) {
	b := newBench(t)
	b.saveAs("bare", partnerStory(t)) // nothing but its name is known
	path := filepath.Join(t.TempDir(), ".env")
	if err := os.WriteFile(path, []byte("A=1\nWHATSAPP_PHONE_NUMBER_ID=106\nWHATSAPP_BUSINESS_ACCOUNT_ID=102\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitReady, "", "env-file", "--saved", "bare", "--file", path, "--yes")
	content, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(content), "_ID") || !strings.HasPrefix(string(content), "A=1\nWHATSAPP_TOKEN=") {
		t.Errorf("the file holds ids of another token (%v)", err)
	}
	says(t, b.err.String(), "Not known for this token, so not in the file: WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID.")
}
