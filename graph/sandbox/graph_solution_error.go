package sandbox

import "net/http"

// orderedStatuses are those an answer can be ordered for.
var orderedStatuses = []string{"400", "401", "403", "404", "422", "429", "500"}

// orderedAnswer is what the solution endpoint answers about a customer whose
// id is an HTTP status: that status' own answer. No portfolio has so short an
// id, so each answer of the specification can be practised with any client.
// Nil for every other id.
func orderedAnswer(customer string) *failure {
	switch customer {
	case "400":
		return errBusinessID()
	case "401":
		return tokenFailure(463, "Invalid OAuth access token")
	case "403":
		return errNotTheirSolution()
	case "404":
		return errNoSolution()
	case "422":
		return errNothingShared()
	case "429":
		limited := errTooManyCalls()
		limited.status = http.StatusTooManyRequests
		return limited
	case "500":
		return errOutage()
	}
	return nil
}

func errBusinessID() *failure {
	return badRequest(100, "Invalid parameter: business_id must be a valid numeric string")
}

func errNoSolution() *failure {
	return &failure{
		status: http.StatusNotFound, kind: "GraphMethodException", code: 803,
		message: "Multi-Partner Solution or specified business not found",
	}
}

func errNotTheirSolution() *failure {
	return &failure{
		status: http.StatusForbidden, code: 200, subcode: 1349174,
		message: "Your app doesn't have permission to access this Multi-Partner Solution or the specified business",
		title:   "Permission Denied",
		advice:  "Your app doesn't have permission to access this resource",
	}
}

func errNothingShared() *failure {
	return &failure{
		status: http.StatusUnprocessableEntity, kind: "GraphMethodException", code: 100,
		message: "The specified business has not shared a WABA with this Multi-Partner Solution",
	}
}
