//go:build !unix

package handover_test

// tellSignals has nothing to tell: there are no signals to pass on.
func tellSignals() int { return 0 }
