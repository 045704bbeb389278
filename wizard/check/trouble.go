package check

import (
	"math"
	"strconv"
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// troubleRow says what an error means for a check. Trouble on the way, outages
// and limits are Unknown; what Graph refuses is a Fail.
func troubleRow(err error) Row {
	if networkError := graph.AsNetworkError(err); networkError != nil {
		return networkRow(networkError)
	}
	graphError := trouble.AsError(err)
	if graphError == nil {
		return networkRow(&graph.NetworkError{Kind: graph.NetworkOther})
	}
	cause := graphError.Trouble()
	result := because(TroubleReason(cause)).as(Fail).at(cause.Page)
	switch cause.Class {
	case trouble.ClassLimit, trouble.ClassOutage, trouble.ClassRequest, trouble.ClassUnknown:
		result.Status = Unknown
	}
	return result.
		with("Code", graphError.CodeText()).
		with("Message", graphError.InWords()).
		with("Trace", graphError.TraceID).
		with("Side", graphError.Side()).
		with("Minutes", Minutes(graphError.RetryAfter)).
		from(answerOf(graphError))
}

// unknownRow is troubleRow for a check that an error leaves undecided, whatever
// it says about other things.
func unknownRow(err error) Row { return troubleRow(err).as(Unknown) }

func networkRow(err *graph.NetworkError) Row {
	result := because(NetworkReason(err.Kind)).as(Unknown).
		with("Host", err.Host).with("Issuer", err.Issuer).with("Proxy", err.Proxy).with("Minutes", Minutes(err.RetryAfter))
	if err.Kind == graph.NetworkOutage || err.Kind == graph.NetworkLimited {
		result = result.from(&GraphAnswer{HTTP: err.HTTPStatus}).at(site.PageStatus)
	}
	return result
}

// Minutes is a wait or a difference as it is told: rounded up, "" for none.
func Minutes(wait time.Duration) string {
	if wait <= 0 {
		return ""
	}
	return strconv.Itoa(int(math.Ceil(wait.Minutes())))
}

// classOf is the class of Graph's error in err; "" when err is none of
// Graph's.
func classOf(err error) trouble.Class {
	if graphError := trouble.AsError(err); graphError != nil {
		return graphError.Trouble().Class
	}
	return ""
}

// troubleOf is Graph's trouble in err; zero when err is none of Graph's.
func troubleOf(err error) trouble.Trouble {
	if graphError := trouble.AsError(err); graphError != nil {
		return graphError.Trouble()
	}
	return trouble.Trouble{}
}

// conclusive reports whether err says something about the token or its rights,
// unlike trouble on the way or a call that Graph does not offer here.
func conclusive(err error) bool {
	switch classOf(err) {
	case trouble.ClassToken, trouble.ClassPermission, trouble.ClassObject, trouble.ClassAccount, trouble.ClassNumber:
		return true
	}
	return false
}
