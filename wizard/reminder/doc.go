// Package reminder says when saved tokens end: in time, once, and for a
// calendar that works with the program shut. It knows the index only, never a
// token, and the words are the caller's.
package reminder
