package words

import (
	"time"

	"latchkey/wizard/reminder"
	"latchkey/wizard/repair"
	"latchkey/wizard/saved"
)

// End is what a calendar says of the end of a saved token.
func (w *Words) End(end reminder.End, now time.Time) reminder.Text {
	values := Values{"Name": end.Entry.Name, "Number": saved.NumberOf(end.Entry), "When": w.Date(end.At, now)}
	if repair.Extendable(end.Entry, now) {
		values["Extend"] = w.Say("fix.extend.button")
	}
	id := "calendar." + string(end.Kind)
	return reminder.Text{Title: Plain(w.Say(id+".title", values)), Description: Plain(w.Say(id+".text", values))}
}
