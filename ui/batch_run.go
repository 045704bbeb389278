package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"sync"

	"latchkey/ui/words"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
)

// read takes a list and begins, unless a run is under way.
func (b *batchPage) read(file io.ReadCloser) {
	if b.running {
		_ = file.Close()
		return
	}
	b.running = true
	b.pause.Show()
	b.begin(nil)
	b.matching = nil
	b.draw()
	env := b.env()
	news := &batchNews{}
	var results []batch.Result
	var err error
	b.onPage(func(ctx context.Context) {
		defer func() { _ = file.Close() }()
		results, err = env.CheckList(ctx, file, batch.Options{
			Gate: b.gate, Memory: batch.Remember(b.Folder, b.Environment.Now),
			OnProgress: func(progress batch.Progress) {
				if news.add(progress) {
					b.Do(func() {
						if ctx.Err() == nil {
							b.take(news)
						}
					})
				}
			},
		})
		batch.Sort(results)
	}, func() {
		b.running = false
		b.pause.Hide()
		b.begin(results)
		b.state.SetText(b.outcome(err))
		b.arrange()
	})
}

// begin takes results in the place of all there were.
func (b *batchPage) begin(results []batch.Result) {
	b.round++
	b.results, b.fresh = results, nil
}

// outcome says how a run has ended. An error in Latchkey's own folder takes
// nothing from the results.
func (b *batchPage) outcome(err error) string {
	var file *files.Error
	switch known := len(b.results) > 0; {
	case errors.As(err, &file) && known:
		return b.Words.Paragraph(b.counted(), b.fileTrouble(err))
	case errors.As(err, &file):
		return b.fileTrouble(err)
	case err != nil && !known:
		return b.say(listTrouble(err))
	}
	return b.counted()
}

// batchNews is what a run has told and the window has not yet taken in. Rows can
// come in faster than they are drawn; then one drawing is for many.
type batchNews struct {
	mutex   sync.Mutex
	latest  batch.Progress
	results []batch.Result
	waiting bool
}

// add tells whether the window must be asked to take it in: it was not yet.
func (n *batchNews) add(progress batch.Progress) bool {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.latest = progress
	if progress.Latest != nil {
		n.results = append(n.results, *progress.Latest)
	}
	first := !n.waiting
	n.waiting = true
	return first
}

func (n *batchNews) take() (batch.Progress, []batch.Result) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	results := n.results
	n.results, n.waiting = nil, false
	return n.latest, results
}

// take shows how far the run is, and now and then the rows that came in.
func (b *batchPage) take(news *batchNews) {
	progress, results := news.take()
	text := b.say("saved.progress", words.Counted(progress.All), words.Values{"Done": strconv.Itoa(progress.Done)})
	if progress.Left > 0 {
		text = b.Words.List(text, b.say("batch.left", words.Counted(int(progress.Left.Minutes())+1)))
	}
	if progress.LimitedUntil.After(b.now()) {
		text = b.Words.Paragraph(text, b.say("solution.paused", words.Values{"When": b.Words.When(progress.LimitedUntil, b.now())}))
	}
	b.state.SetText(text)
	b.fresh = append(b.fresh, results...)
	const redrawFor = 20
	if len(b.fresh) >= redrawFor || len(b.results) == 0 {
		b.arrange()
	}
}

// arrange puts the rows that came in where they belong and shows those in which
// the filter's text occurs. A list may have 100,000 rows, so the work is done in
// the background.
func (b *batchPage) arrange() {
	if b.arranging {
		b.again = true
		return
	}
	b.arranging, b.again = true, false
	results, fresh, text, round := b.results, b.fresh, b.filter.Text, b.round
	var matching []batch.Result
	b.onPage(func(context.Context) {
		results = together(results, fresh)
		matching = batch.Filter(results, text)
	}, func() {
		b.arranging = false
		if round == b.round {
			b.results, b.fresh, b.matching = results, b.fresh[len(fresh):], matching
			b.draw()
		}
		if b.again {
			b.arrange()
		}
	})
}

// together are all results, the gravest first. Neither list is changed.
func together(sorted, fresh []batch.Result) []batch.Result {
	if len(fresh) == 0 {
		return sorted
	}
	all := slices.Concat(sorted, fresh)
	batch.Sort(all)
	return all
}

func (b *batchPage) counted() string {
	counts := batch.Count(b.results)
	value := func(outcome check.Outcome) string {
		if counts[outcome] == 0 {
			return ""
		}
		return strconv.Itoa(counts[outcome])
	}
	return b.say("batch.count", words.Counted(len(b.results)), words.Values{
		"Ready": value(check.Ready), "Attention": value(check.Attention),
		"NotReady": value(check.NotReady), "Unknown": value(check.Undecided),
	})
}

// save writes the results, without tokens, where downloads lie.
func (b *batchPage) save(ending string) {
	results, fresh := b.results, b.fresh
	if len(results)+len(fresh) == 0 {
		b.tell(b.say("batch.title"), b.say("batch.nothing"))
		return
	}
	name := "latchkey-results-" + b.now().Format("2006-01-02-150405") + ending
	path := ""
	var err error
	b.background(func(context.Context) {
		var text bytes.Buffer
		if ending == ".csv" {
			err = batch.WriteCSV(&text, together(results, fresh), b.sentence)
		} else {
			err = encodeJSON(&text, batch.NewDocument(together(results, fresh), b.sentence))
		}
		if err == nil {
			path, err = writeToDownloads(name, text.String())
		}
	}, func() {
		if err != nil {
			b.tell(b.say("batch.title"), b.say("calendar.not_written", words.Values{"Path": path}))
			return
		}
		b.tell(b.say("batch.title"), b.say("batch.saved", words.Values{"Path": path}))
	})
}

// encodeJSON writes a document for other programs.
func encodeJSON(to io.Writer, document any) error {
	encoder := json.NewEncoder(to)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}

func listTrouble(err error) string {
	switch {
	case errors.Is(err, batch.ErrTooLong):
		return "batch.list.too_long"
	case errors.Is(err, batch.ErrNotText):
		return "batch.list.not_text"
	case errors.Is(err, batch.ErrNoRows):
		return "batch.list.no_rows"
	}
	return "batch.list.not_read"
}
