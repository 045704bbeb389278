package doctor

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"latchkey/graph"
	"latchkey/graph/value/spelling"
)

// LeakPlace is where a token may have got to.
type LeakPlace string

// The places that are searched.
const (
	LeakOutputs     LeakPlace = "outputs"     // what commands printed
	LeakSettings    LeakPlace = "settings"    // the settings folder
	LeakFiles       LeakPlace = "files"       // reports and calendars that were asked for
	LeakTemporary   LeakPlace = "temporary"   // the system's folder of temporary files
	LeakArguments   LeakPlace = "arguments"   // of this process
	LeakEnvironment LeakPlace = "environment" // of this process
)

// AllLeakPlaces lists the places in their order.
func AllLeakPlaces() []LeakPlace {
	return []LeakPlace{LeakOutputs, LeakSettings, LeakFiles, LeakTemporary, LeakArguments, LeakEnvironment}
}

// Searched is what was found in a place: how many texts were searched, and of
// which of them some token shows a piece, and how it is spelled there.
type Searched struct {
	Place LeakPlace
	Texts int
	Found []Leak
}

// Leak is a text that shows a piece of a token.
type Leak struct{ Where, Spelling string }

// LeakSearch looks for pieces of tokens, in every spelling. The zero value knows
// none.
type LeakSearch struct {
	searches []spelling.Search
	searched map[LeakPlace]*Searched
}

// NewLeakSearch returns a search for tokens.
func NewLeakSearch(tokens ...graph.Token) *LeakSearch {
	search := &LeakSearch{searched: map[LeakPlace]*Searched{}}
	for _, token := range tokens {
		search.searches = append(search.searches, spelling.NewSearch(token.Reveal()))
	}
	for _, place := range AllLeakPlaces() {
		search.searched[place] = &Searched{Place: place, Found: []Leak{}}
	}
	return search
}

// Text looks into a text, which is known as where.
func (s *LeakSearch) Text(place LeakPlace, where, text string) {
	found := s.searched[place]
	found.Texts++
	for _, search := range s.searches {
		if name, _ := search.In(text); name != "" {
			if leak := (Leak{where, name}); !slices.Contains(found.Found, leak) {
				found.Found = append(found.Found, leak)
			}
			return
		}
	}
}

// Folder looks into the files below a folder that were written since a time, and
// at their names. What cannot be read is not this process's.
func (s *LeakSearch) Folder(place LeakPlace, folder string, since time.Time, except ...string) {
	const largest = 16 << 20
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		for _, other := range except {
			if path == other {
				if entry != nil && entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
		}
		if err != nil || !entry.Type().IsRegular() {
			return nil
		}
		about, err := entry.Info()
		if err != nil || about.ModTime().Before(since) {
			return nil
		}
		file, err := os.Open(path)
		if err != nil {
			return nil
		}
		defer func() { _ = file.Close() }()
		text, _ := io.ReadAll(io.LimitReader(file, largest))
		s.Text(place, path, path+"\n"+string(text))
		return nil
	})
}

// Results are what was found in each place.
func (s *LeakSearch) Results() []Searched {
	var results []Searched
	for _, place := range AllLeakPlaces() {
		results = append(results, *s.searched[place])
	}
	return results
}
