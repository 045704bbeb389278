package files

// ReasonFor is shown to the tests of the package's outside.
var ReasonFor = reasonFor
