// Package handover gives a saved token to the software that uses it: to a
// command's environment or its standard input, to a secret store, to a .env
// file, or to WhatsApp itself with a test message.
//
// Its rules:
//
//   - The token goes to the one place that was asked for. It is in no argument,
//     in no file but the one named, and not in this program's own environment.
//   - Nothing is overwritten unseen.
//   - Errors are typed and never hold the token.
package handover
