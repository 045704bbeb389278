package terminal_test

import (
	"os"
	"strings"
	"testing"
)

// TestATokenTypedWhereNoneBelongsIsNotShownAgain: as a word, an option's value or a
// file's name, for each command that takes such.
func TestATokenTypedWhereNoneBelongsIsNotShownAgain(t *testing.T) {
	t.Chdir(t.TempDir())
	other := "x7Kp" + strings.Repeat("Q2vB9", 20) // none of Meta's, or one of a new shape
	for _, typed := range []string{token(t, "ready"), other} {
		for _, line := range []string{
			"T", "help T", "check T", "check --T", "check --saved T", "check --app T", "check --waba T", "check --phone T",
			"check --graph-url T", "check --api-version T", "check --timeout T", "check --batch T", "check --batch list --concurrency T", "check --lang T",
			"saved T", "saved remove T", "saved add T", "report --output T", "report --output T/report.html", "report --saved T", "report open T", "report compare T T", "report code T",
			"explain T", "exec T", "exec --saved T -- true", "exec --saved Shop -- T", "exec --saved Shop -- ./T", "exec --saved Shop --env T -- ./missing", "pipe --saved Shop -- T",
			"exec --saved Shop -- ./dir.T",
			"store --saved T", "store --saved Shop --address T --path whatsapp", "store --saved Shop --address https://127.0.0.1:9 --path T",
			"env-file --saved Shop --file T --yes", "env-file --saved Shop --file T/.env --yes", "env-file --saved Shop --file folder --yes", "env-file --saved T --file x",
			"send-test --saved T", "send-test --saved Shop --to T", "calendar --saved T", "calendar --output T/x.ics", "calendar --output T",
			"exchange-code --app T", "exchange-code T", "exchange-code --app 102290129340398 --save T", "solution-token --solution T", "solution-token --solution 102290129340398 --business T",
			"solution-token --solution 102290129340398 --list T", "solution-token --solution 102290129340398 --business 102290129340398 --saved T",
			"renew T", "renew --saved T", "practise T", "practise --scenario T", "practise --fault T", "practise --port T", "doctor T", "version T", "setup T", "setup --lang T",
			"completion T", "fix T",
		} {
			b := newBench(t)
			b.save("Shop", "ready")
			_ = os.Mkdir("folder", 0o700)
			_ = os.Mkdir("dir."+typed, 0o700)
			var arguments []string
			for word := range strings.FieldsSeq(line) {
				arguments = append(arguments, strings.ReplaceAll(word, "T", typed))
			}
			b.run("", arguments...)
			for i := 0; i+12 <= len(typed); i++ {
				if piece := typed[i : i+12]; strings.Contains(unwrapped(b.out.String()+b.err.String()), piece) {
					t.Errorf("%s: shows it again:\n%s%s", line, b.out, b.err)
					break
				}
			}
			entries, _ := os.ReadDir(".")
			for _, entry := range entries {
				_ = os.RemoveAll(entry.Name())
			}
		}
	}
}
