// Package saved shows the saved tokens, and does what can be done with them.
package saved
