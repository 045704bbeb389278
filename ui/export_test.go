package ui

import (
	"io"

	"latchkey/wizard/vault"
)

// Wait returns when nothing is under way off the window's goroutine.
func (w *Window) Wait() { w.work.Wait() }

// CheckList shows the page for many tokens and gives it a list, as choosing a
// file does.
func (w *Window) CheckList(list io.ReadCloser) { w.ShowLists()(list) }

// ShowLists shows the page for many tokens, to give it one list after the other.
func (w *Window) ShowLists() func(list io.ReadCloser) { return w.showBatch().read }

// SettleEarlierRuns looks what earlier runs have left, as the start does.
func (w *Window) SettleEarlierRuns() { w.settleEarlierRuns() }

// ShowSaved shows the page of a saved token, as More on its card does.
func (w *Window) ShowSaved(entry vault.Entry) { w.showSaved(entry) }
