package words_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/hi"
	"github.com/go-playground/locales/id"
	"github.com/go-playground/locales/it"
	"github.com/go-playground/locales/pt_BR"

	"latchkey/ui/words"
)

// calendars are CLDR's, by the tags of languages.
var calendars = map[string]locales.Translator{
	"de": de.New(), "en": en.New(), "es": es.New(), "fr": fr.New(), "hi": hi.New(), "id": id.New(), "it": it.New(), "pt-BR": pt_BR.New(),
}

// TestDaysAndMonthsAreTheLanguages: as they are written within a date.
func TestDaysAndMonthsAreTheLanguages(t *testing.T) {
	for _, name := range languages(t) {
		calendar := calendars[name]
		if calendar == nil {
			t.Fatalf("there is no calendar of %s to compare with", name)
		}
		spoken, err := words.New(time.UTC, name)
		if err != nil {
			t.Fatal(err)
		}
		same := func(id, want string) {
			if got := spoken.Say(id); got != want {
				t.Errorf("%s: %s is %q, CLDR says %q", name, id, got, want)
			}
		}
		for month := time.January; month <= time.December; month++ {
			same("date.month."+strconv.Itoa(int(month)), calendar.MonthWide(month))
		}
		for day := time.Sunday; day <= time.Saturday; day++ {
			same("date.weekday."+strconv.Itoa(int(day)), calendar.WeekdayWide(day))
		}
	}
}
