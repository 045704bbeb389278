package doctor

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/value/spelling"
	"latchkey/graph/value/valuetest"
)

// TestALeakIsFound: in whatever spelling, in a text, a file, a file's name.
func TestALeakIsFound(t *testing.T) {
	for name, text := range spelling.All(valuetest.Opaque) {
		folder := t.TempDir()
		search := NewLeakSearch(graph.NewToken(valuetest.MadeUp), graph.NewToken(valuetest.Opaque))
		search.Text(LeakOutputs, "said", "Graph says: "+text+".")
		written, err := json.Marshal(map[string]string{"name": text})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "index.json"), written, 0o600); err != nil {
			t.Fatal(err)
		}
		search.Folder(LeakSettings, folder, time.Time{})
		for _, one := range search.Results() {
			want := 0
			if one.Place == LeakOutputs || one.Place == LeakSettings {
				want = 1
			}
			if len(one.Found) != want {
				t.Errorf("%s: %+v", name, one)
			}
		}
	}
}

func TestNothingIsFoundWhereNothingIs(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"old", valuetest.Opaque[:20], "aside"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(valuetest.MadeUp), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	hourAgo := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(folder, "old"), hourAgo, hourAgo); err != nil {
		t.Fatal(err)
	}
	search := NewLeakSearch(graph.NewToken(valuetest.Opaque))
	search.Folder(LeakTemporary, folder, hourAgo.Add(time.Minute), filepath.Join(folder, "aside"))
	search.Text(LeakEnvironment, "HOME", "HOME=/home/somebody")
	for _, one := range search.Results() {
		switch one.Place {
		case LeakTemporary:
			if one.Texts != 1 || len(one.Found) != 1 { // a file's name is searched too
				t.Errorf("%+v", one)
			}
		case LeakEnvironment:
			if one.Texts != 1 || len(one.Found) != 0 {
				t.Errorf("%+v", one)
			}
		}
	}
}
