// Package shell is the window without what it shows. It shows one Page after the
// other, and has what every page needs: dialogs, background work, the clipboard.
//
// A page holds the shell and is held by it; it implements Draw, and Leave, Returned
// and Unsaved where those mean something to it. What takes time goes through
// Background, Try or Follow: work takes and returns values, and what it finds comes
// to the window's goroutine, where it may be drawn, for as long as the Life lasts
// that it was begun for.
package shell
