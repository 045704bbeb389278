package batch

import (
	"slices"
	"sync"
	"time"

	"latchkey/graph"
)

// aside are rows that wait for the limit of their own app, while those of other
// apps go on.
type aside struct {
	mutex sync.Mutex
	until map[graph.ID]time.Time // the end of each app's limit
	apps  map[int]graph.ID       // of the rows that met a limit
	tries map[int]int            // of each row
	rows  []int                  // put aside in this round
}

func newAside() *aside {
	return &aside{until: map[graph.ID]time.Time{}, apps: map[int]graph.ID{}, tries: map[int]int{}}
}

// tried counts a try of a row.
func (a *aside) tried(row int) int {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.tries[row]++
	return a.tries[row]
}

// limit notes that an app is to wait, and puts the row that met it aside.
func (a *aside) limit(row int, app graph.ID, wait time.Duration) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if until := time.Now().Add(wait); until.After(a.until[app]) {
		a.until[app] = until
	}
	a.apps[row] = app
	a.rows = append(a.rows, row)
}

// takes puts a row aside whose app is limited now; expected is the app that it is
// held to, "" for none.
func (a *aside) takes(row int, expected graph.ID) bool {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	app := a.apps[row]
	if app == "" {
		app = expected
	}
	if app == "" || !a.until[app].After(time.Now()) {
		return false
	}
	a.apps[row] = app
	a.rows = append(a.rows, row)
	return true
}

// next are the rows put aside, and for how long the first of them has to wait.
func (a *aside) next() (rows []int, wait time.Duration) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	rows, a.rows = a.rows, nil
	slices.Sort(rows)
	for i, row := range rows {
		if left := time.Until(a.until[a.apps[row]]); i == 0 || left < wait {
			wait = left
		}
	}
	return rows, wait
}
