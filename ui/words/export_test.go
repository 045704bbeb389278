package words

// Read is read, of files that a test makes up.
var Read = read
