package words

import (
	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
)

// TroubleValues is what the words about an error of Graph name: its code, Graph's
// own text and trace, and for how many minutes Graph asks to wait.
func TroubleValues(err *trouble.Error) Values {
	return Values{
		"Code": err.CodeText(), "Message": err.InWords(), "Trace": err.TraceID, "Count": check.Minutes(err.RetryAfter),
	}
}

// NetworkValues are what the sentences about the way to Graph take.
func NetworkValues(err *graph.NetworkError) Values {
	return Values{"Host": err.Host, "Issuer": err.Issuer, "Proxy": err.Proxy, "Count": check.Minutes(err.RetryAfter)}
}
