// Package setuptest lists what a face must say of a page that wizard/setup
// describes, so that window and terminal cannot drift apart.
package setuptest

import (
	"reflect"
	"time"

	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// endings are what hangs below an id and stands on the page itself. What is only
// told on demand, such as what else may be seen, is not among them.
var endings = []string{"", ".title", ".detail", ".lead", ".open", ".main"}

// Said lists the sentences of a description: for each id in it, whatever field
// it stands in, the words that it has, and whatever is to be copied.
func Said(spoken *words.Words, description any) []string {
	var said []string
	var read func(reflect.Value)
	read = func(value reflect.Value) {
		switch value.Kind() {
		case reflect.Struct:
			for i := range value.NumField() {
				read(value.Field(i))
			}
		case reflect.Slice:
			for i := range value.Len() {
				read(value.Index(i))
			}
		case reflect.String:
			said = append(said, sentences(spoken, value.String())...)
		}
	}
	trip, isTrip := description.(setup.Trip)
	if isTrip {
		trip.Seen = "" // told with what else may be seen
		description = trip
	}
	read(reflect.ValueOf(description))
	if isTrip {
		for _, instruction := range trip.Instructions {
			said = append(said, instruction.Values...)
		}
	}
	return said
}

func sentences(spoken *words.Words, id string) []string {
	var said []string
	for _, ending := range endings {
		if sentence := spoken.Maybe(id+ending, words.Values{"User": setup.SuggestedUserName}); sentence != "" {
			said = append(said, words.Plain(sentence))
		}
	}
	return said
}

// Summary lists the names and values of the lines of a summary.
func Summary(spoken *words.Words, summary setup.Summary, now time.Time) []string {
	var said []string
	for _, line := range summary.Lines() {
		said = append(said, spoken.Say("keep."+string(line)), spoken.SummaryLine(summary, line, now))
	}
	return said
}
