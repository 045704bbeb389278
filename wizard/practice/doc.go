// Package practice is the rehearsal: a pretend Meta on this computer, with a
// keychain service and an index of its own.
package practice
