// Package tour holds no code of its own: its tests start the real window on a
// screen of their own, with a real keychain and a real browser, and go through
// Latchkey as a person would. On the way they leave pictures of every page
// under build/tour.
//
// They need a Linux computer and the programs that `make test` installs. The
// environment variable LATCHKEY_BINARY names the program to try, absolute or
// from the root of the repository; without it the tests build one.
package tour
