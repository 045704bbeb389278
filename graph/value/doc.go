// Package value holds what answers of Graph are made of: ids, texts and numbers,
// read so that an odd one never makes an answer unreadable, and the token, which
// never prints itself.
package value
