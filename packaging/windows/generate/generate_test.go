package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSentencesAreWrittenAsTheInstallerReadsThem(t *testing.T) {
	script := filepath.Join(t.TempDir(), "some.nsi")
	if err := os.WriteFile(script, []byte(`MessageBox MB_OK "$(installer.newer)" $(^Name) $(removeall.text)`), 0o600); err != nil {
		t.Fatal(err)
	}
	written, err := languageTable([]string{script})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(written)), "\n")
	if lines[0] != "\ufeff"+`!insertmacro MUI_LANGUAGE "English"` {
		t.Errorf("the first language is %q, and others fall back to it", lines[0])
	}
	if !strings.HasPrefix(lines[1], `LangString installer.newer ${LANG_ENGLISH} "Latchkey $Installed is`) || !strings.Contains(lines[1], "${VERSION}") {
		t.Errorf("values are not put in: %s", lines[1])
	}
	if !strings.HasPrefix(lines[2], "LangString removeall.text ${LANG_ENGLISH}") {
		t.Errorf("an id is missing: %s", lines[2])
	}
	if got := escaped("Say \"5 $\"\n§INSTDIR§"); got != `Say $\"5 $$$\"$\r$\n$INSTDIR` {
		t.Errorf("escaped is %s", got)
	}
}

func TestASentenceWithoutWordsIsNamed(t *testing.T) {
	if _, err := say("en", "installer.nonsense"); err == nil || !strings.Contains(err.Error(), "installer.nonsense") {
		t.Errorf("said was %v", err)
	}
}

func TestNoIconIsMadeOfWhatIsNone(t *testing.T) {
	none := filepath.Join(t.TempDir(), "none.png")
	if err := os.WriteFile(none, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := icon([]string{none}); err == nil || !strings.Contains(err.Error(), "no picture in PNG") {
		t.Errorf("an icon was made: %v", err)
	}
}
