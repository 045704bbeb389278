package doctor

import (
	"context"

	"latchkey/graph"
	"latchkey/wizard/check"
)

// network asks Graph without a token: its refusal is the answer wanted. What
// the answer's headers tell of clock and proxy comes along.
func (c Computer) network(ctx context.Context) []Finding {
	client, err := graph.New(c.Graph, graph.Token{})
	if err != nil {
		return []Finding{found(Network, check.Fail, "address"), clock(graph.Connection{}), proxy(nil, graph.Connection{})}
	}
	defer client.Close()
	_, err = client.Me(ctx)
	way := client.Connection()
	return []Finding{reach(err, way), clock(way), proxy(err, way)}
}

// reach says whether Graph answers. An answer of Graph's, whatever it says, is
// one.
func reach(err error, way graph.Connection) Finding {
	trouble := graph.AsNetworkError(err)
	switch {
	case trouble != nil:
		return Finding{ID: Network, Status: check.Fail, Reason: "network." + string(trouble.Kind), Values: trouble.Values()}
	case !way.Answered:
		return Finding{ID: Network, Status: check.Fail, Reason: "network." + string(graph.NetworkOther)}
	case way.Inspected:
		return found(Network, check.Warn, "inspected", "Issuer", way.Issuer)
	}
	return found(Network, check.Pass, "answers")
}

// clock calls a wrong clock a failure, where a check only warns: here the
// computer is looked at, and there a token, whose end Meta's clock tells.
func clock(way graph.Connection) Finding {
	skew, known := way.Skew()
	switch {
	case !known:
		return found(Clock, check.Unknown, "unknown")
	case skew.Abs() > check.ClockTolerance:
		return found(Clock, check.Fail, "wrong", "Minutes", check.Minutes(skew.Abs()))
	}
	return found(Clock, check.Pass, "right")
}

// proxy names the proxy on the way by its host: its address may hold a
// password.
func proxy(err error, way graph.Connection) Finding {
	host := way.Proxy
	if trouble := graph.AsNetworkError(err); trouble != nil && trouble.Kind == graph.NetworkProxySetting {
		return found(Proxy, check.Fail, "unreadable", "Proxy", trouble.Proxy)
	} else if trouble != nil && host == "" {
		host = trouble.Proxy
	}
	if host == "" {
		return found(Proxy, check.Pass, "none")
	}
	return found(Proxy, check.Pass, "used", "Proxy", host)
}
