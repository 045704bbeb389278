package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/words"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
)

// read takes a list and begins, unless a run is under way.
func (b *batchPage) read(file io.ReadCloser) {
	s := b.shell
	if b.running {
		_ = file.Close()
		return
	}
	b.running = true
	b.pause.Show()
	b.begin(nil)
	b.matching = nil
	b.draw()
	env, memory, gate := s.Env(), batch.Remember(s.Folder, s.Real.Now), b.gate
	type outcome struct {
		items   []batch.Item
		results []batch.Result
	}
	shell.Follow(s.OnPage(), func(ctx context.Context, report func(batch.Progress)) (done outcome, err error) {
		defer func() { _ = file.Close() }()
		if done.items, err = env.ReadList(ctx, file); err != nil {
			return done, err
		}
		done.results, err = env.CheckItems(ctx, done.items, batch.Options{Gate: gate, Memory: memory, OnProgress: report})
		return done, err
	}, b.take, func(done outcome, err error) {
		results := done.results
		b.running, b.items = false, done.items
		b.pause.Hide()
		b.begin(results)
		b.state.SetText(b.ended(err))
		b.arrange()
	})
}

// readDropped takes a list that was dropped on the window. It is opened in the background: it may
// lie on a slow disk, or on none that answers.
func (b *batchPage) readDropped(dropped fyne.URI) {
	path := filepath.FromSlash(dropped.Path())
	shell.Try(b.shell.OnPage(), func(context.Context) (*os.File, error) { return os.Open(path) }, func(file *os.File, err error) {
		if err != nil {
			b.state.SetText(b.shell.Say("batch.list.not_read"))
			b.shell.Relayout()
			return
		}
		b.read(file)
	})
}

// begin takes results in the place of all there were.
func (b *batchPage) begin(results []batch.Result) {
	b.round++
	b.results, b.fresh = results, nil
}

// ended says how a run has ended. An error in Latchkey's own folder takes
// nothing from the results.
func (b *batchPage) ended(err error) string {
	s := b.shell
	var file *files.Error
	switch known := len(b.results) > 0; {
	case errors.As(err, &file) && known:
		return s.Words.Paragraph(b.counted(), parts.FileTrouble(s, err))
	case errors.As(err, &file):
		return parts.FileTrouble(s, err)
	case err != nil && !known:
		return s.Say(listTrouble(err))
	}
	return b.counted()
}

// take shows how far the run is, and now and then the rows that came in. Rows can
// come in faster than they are drawn; then one drawing is for many.
func (b *batchPage) take(news []batch.Progress) {
	s := b.shell
	for _, progress := range news {
		if progress.Latest != nil {
			b.fresh = append(b.fresh, *progress.Latest)
		}
	}
	progress := news[len(news)-1]
	text := s.Say("saved.progress", words.Counted(progress.All), words.Values{"Done": s.Words.Number(progress.Done)})
	if progress.Left > 0 {
		text = s.Words.List(text, s.Say("batch.left", words.Counted(int(progress.Left.Minutes())+1)))
	}
	if progress.LimitedUntil.After(s.Now()) {
		text = s.Words.Paragraph(text, s.Say("solution.paused", words.Values{"When": s.Words.When(progress.LimitedUntil, s.Now())}))
	}
	b.state.SetText(text)
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
	results, fresh, text, round, order := b.results, b.fresh, b.filter.Text, b.round, b.order
	var outcomes []check.Outcome
	if b.only != "" {
		outcomes = append(outcomes, b.only)
	}
	type arranged struct{ results, matching []batch.Result }
	shell.Background(b.shell.OnPage(), func(context.Context) arranged {
		all := slices.Concat(results, fresh)
		batch.SortBy(all, order)
		return arranged{all, batch.Filter(all, text, outcomes...)}
	}, func(now arranged) {
		b.arranging = false
		if round == b.round {
			b.results, b.fresh, b.matching = now.results, b.fresh[len(fresh):], now.matching
			b.draw()
		}
		if b.again {
			b.arrange()
		}
	})
}

// checkAgain checks one row of the list once more, such as after its trouble was put right.
func (b *batchPage) checkAgain(row int) {
	s := b.shell
	at := slices.IndexFunc(b.items, func(item batch.Item) bool { return item.Row == row })
	if at < 0 || b.running {
		return
	}
	b.running = true
	b.state.SetText(s.Say("saved.checking"))
	b.draw()
	env, item := s.Env(), b.items[at]
	shell.Try(s.OnPage(), func(ctx context.Context) ([]batch.Result, error) {
		return env.CheckItems(ctx, []batch.Item{item}, batch.Options{})
	}, func(found []batch.Result, err error) {
		b.running = false
		if len(found) == 1 {
			results := slices.Clone(b.results)
			if old := slices.IndexFunc(results, func(result batch.Result) bool { return result.Row == row }); old >= 0 {
				results[old] = found[0]
			}
			b.begin(results)
		}
		b.state.SetText(b.ended(err))
		b.arrange()
	})
}

// saveSample writes a list to fill in.
func (b *batchPage) saveSample() {
	s := b.shell
	parts.SaveFile(s, parts.File{
		Title: s.Say("batch.sample"), Name: "latchkey-list.csv",
		Make: func() (string, error) { return batch.Sample, nil },
		Told: func(path string) string { return s.Say("batch.sample_saved", words.Values{"Path": path}) },
	})
}

func (b *batchPage) counted() string {
	counts := batch.Count(b.results)
	value := func(outcome check.Outcome) string {
		if counts[outcome] == 0 {
			return ""
		}
		return b.shell.Words.Number(counts[outcome])
	}
	return b.shell.Say("batch.count", words.Counted(len(b.results)), words.Values{
		"Ready": value(check.Ready), "Attention": value(check.Attention),
		"NotReady": value(check.NotReady), "Unknown": value(check.Undecided),
	})
}

// save writes the results, without tokens.
func (b *batchPage) save(ending string) {
	s := b.shell
	results, fresh := b.results, b.fresh
	name := "latchkey-results-" + s.Now().Format("2006-01-02-150405") + ending
	say := s.Words
	parts.SaveFile(s, parts.File{Title: s.Say("batch.title"), Name: name, Make: func() (string, error) {
		var text bytes.Buffer
		var err error
		all, sentence := slices.Concat(results, fresh), func(result batch.Result) string { return sentence(say, result) }
		batch.Sort(all)
		if ending == ".csv" {
			err = batch.WriteCSV(&text, all, sentence)
		} else {
			err = encodeJSON(&text, batch.NewDocument(all, sentence))
		}
		return text.String(), err
	}, Told: func(path string) string { return s.Say("batch.saved", words.Values{"Path": path}) }})
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
