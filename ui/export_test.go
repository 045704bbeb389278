package ui

// Wait returns when nothing is under way off the window's goroutine.
func (w *Window) Wait() { w.work.Wait() }
