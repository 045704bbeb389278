package words

import (
	"slices"
	"strconv"
	"time"

	"latchkey/graph"
	"latchkey/wizard/handover"
)

// StoreHolds says what a secret store holds at a place now, and what becomes of
// it when a token is kept there in a field.
func (w *Words) StoreHolds(seen handover.Secret, place, field string, now time.Time) string {
	values := Values{
		"Place": place, "Field": field, "Version": strconv.Itoa(seen.Version), "Fields": w.fieldNames(seen.Fields),
	}
	if !seen.At.IsZero() {
		values["When"] = w.When(seen.At, now)
	}
	if seen.Deleted() {
		values["Deleted"] = "yes"
	}
	id := "store.add"
	if slices.Contains(seen.Fields, field) {
		id = "store.replace"
	}
	return w.Paragraph(w.Say("store.there", values), w.Say(id, values))
}

// fieldNames lists names that others have chosen, on one line and no more of
// them than a person reads.
func (w *Words) fieldNames(names []string) string {
	const most = 12
	shown := make([]string, 0, most)
	for _, name := range names[:min(most, len(names))] {
		shown = append(shown, graph.Clean(name))
	}
	if len(names) > most {
		shown = append(shown, "…")
	}
	return w.List(shown...)
}

// StoreTrouble says why a secret store did not keep a token, and what mends it.
func (w *Words) StoreTrouble(err *handover.StoreError, options handover.StoreOptions) (title, fix string) {
	id, values := "store."+string(err.Reason), Values{"Address": options.Address, "Place": options.Place(), "Said": err.Said}
	return w.Say(id+".title", values), w.Say(id+".fix", values)
}
