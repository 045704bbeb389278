package words

import (
	"latchkey/graph"
	"latchkey/graph/trouble"
)

// TroubleValues are what the sentences about an error of Graph take.
func TroubleValues(err *trouble.Error) Values { return err.Values() }

// NetworkValues are what the sentences about the way to Graph take.
func NetworkValues(err *graph.NetworkError) Values { return err.Values() }
