package terminal_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"latchkey/ui/words"
	"latchkey/wizard/batch"
	"latchkey/wizard/vault"
)

func TestCheckAList(t *testing.T) {
	b := newBench(t)
	b.save("Bakery", "ready")
	list := "name;token;number\n" +
		"Ana;" + token(t, "ready") + ";\n" +
		"Ben;" + token(t, "expired") + ";\n" +
		"=Cid;+49 30 901820;\n" +
		"Dora;Bakery;\n" +
		"Emil;" + token(t, "surplus") + ";not-an-id\n"
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	b.expect(1, "", "check", "--batch", path)
	says(t, b.out.String(), "Row 3: Ben", "This token has expired.", "This is a phone number", "The phone number’s column has something that is not an ID", "5 rows: 2 ready, 2 to fix, 1 not checked.")
	silent(t, b.out.String(), "Row 2: Ana")
	if strings.Index(b.out.String(), "Ben") > strings.Index(b.out.String(), "Emil") {
		t.Error("the gravest does not come first")
	}

	b.expect(1, list, "check", "--batch", "-", "--csv", "--concurrency", "2")
	rows, err := csv.NewReader(strings.NewReader(b.out.String())).ReadAll()
	if err != nil || len(rows) != 6 || rows[2][1] != "'=Cid" {
		t.Errorf("the table is %v, %v", rows, err)
	}
	table := b.out.String()

	b.expect(1, list, "check", "--batch", "-", "--json")
	document := b.document()
	if document["schema"] != "latchkey.batch/1" || len(document["rows"].([]any)) != 5 {
		t.Errorf("the document is %v", document)
	}
	for _, scenario := range []string{"ready", "expired", "surplus"} {
		secret := token(t, scenario)
		if strings.Contains(table+b.out.String()+b.err.String()+b.inFiles(), secret[len(secret)-12:]) {
			t.Error("a token stands in what was written")
		}
	}
}

// What is passed over is said, and what is fine is no problem.
func TestAListIsReadAloud(t *testing.T) {
	b := newBench(t)
	b.expect(4, "Customer,Saved,Remark\nAna,Bakrey,hello", "check", "--batch", "-")
	says(t, b.err.String(), "because their headings are not known: Remark.")
	says(t, b.out.String(), "Row 2: Ana", "No token is saved under this name")
	b.expect(0, token(t, "ready"), "check", "--batch", "-", "--json")
	row := b.document()["rows"].([]any)[0].(map[string]any)
	if problems := row["problems"].([]any); len(problems) != 0 || row["summary"] == "" {
		t.Errorf("problems of a token without any: %v", row)
	}
}

func TestTheGravestRowEndsTheList(t *testing.T) {
	b := newBench(t)
	b.expect(0, token(t, "ready")+"\n"+token(t, "surplus"), "check", "--batch", "-")
	b.expect(3, token(t, "ready")+"\n"+token(t, "outage"), "check", "--batch", "-", "--timeout", "2s")
	b.expect(4, "Ana,"+token(t, "ready")+",x", "check", "--batch", "-")
}

// A script takes 0 for "all is well": no row was looked at here.
func TestAMemoryOfANewerVersionIsSaid(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(b.Folder.Path(), "batch.json")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	newer := []byte(`{"schema":"latchkey.batch","version":99,"content":{}}`)
	if err := os.WriteFile(path, newer, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"--csv", "--json", "--details"} {
		b.expect(5, token(t, "ready"), "check", "--batch", "-", form)
		says(t, b.err.String(), "from a newer Latchkey", "Update Latchkey")
		if b.out.String() != "" {
			t.Errorf("%s: results were printed: %s", form, b.out.String())
		}
	}
	if left, err := os.ReadFile(path); err != nil || string(left) != string(newer) {
		t.Errorf("the newer version's file was touched: %s, %v", left, err)
	}
	b.expect(0, token(t, "ready"), "check", "--batch", "-", "--anew")
}

func TestListsThatCannotBeChecked(t *testing.T) {
	b := newBench(t)
	for input, wanted := range map[string]string{"\n": "The list has no rows.", "PK\x00\x00": "as “CSV UTF-8”"} {
		if code := b.run(input, "check", "--batch", "-"); code != 2 && code != 4 {
			t.Errorf("it ends with %d", code)
		}
		says(t, b.err.String(), wanted)
	}
	missing := filepath.Join(t.TempDir(), "missing")
	b.expect(2, "", "check", "--batch", missing)
	says(t, b.err.String(), "There is no file "+missing)
	b.expect(2, "", "check", "--batch", t.TempDir())
	says(t, b.err.String(), "could not be read. It may be a folder")
	b.expect(2, "x", "check", "--batch", "-", "--concurrency", "99")
	says(t, b.err.String(), "from 1 to 16")
	b.expect(2, "x", "check", "--batch", "-", "--csv", "--json")
}

func TestEverythingAboutListsHasWords(t *testing.T) {
	english, err := words.New(nil, "en")
	if err != nil {
		t.Fatal(err)
	}
	faults := append(batch.Faults, batch.Fault("keychain."+string(vault.Locked)), batch.Fault("name."+string(vault.NameTooLong)))
	for _, fault := range faults {
		if english.Maybe(string(fault)+".title") == "" {
			t.Errorf("%s has no words", fault)
		}
	}
}
