// Package handover gives a saved token to the software that uses it: values to
// copy, a .env file, a store for secrets, ready commands, and a test message.
package handover
