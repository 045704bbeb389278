package ui

// SettleEarlierRuns looks what earlier runs have left, as the start does.
func (w *Window) SettleEarlierRuns() { w.settleEarlierRuns() }
