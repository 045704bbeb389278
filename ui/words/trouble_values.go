package words

import (
	"strings"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

// TroubleValues are what the sentences about an error of Graph take.
func TroubleValues(err *trouble.Error) Values { return err.Values() }

// QuotesMeta reports whether what Meta wrote stands below the words about an
// error: where Meta wrote anything, and the cause does not hold it already.
func QuotesMeta(err *trouble.Error, cause string) bool {
	said := err.InWords()
	return said != "" && !err.FromCatalogue && !strings.Contains(cause, said)
}

// NetworkValues are what the sentences about the way to Graph take.
func NetworkValues(err *graph.NetworkError) Values { return err.Values() }
