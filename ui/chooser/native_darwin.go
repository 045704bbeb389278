package chooser

import "github.com/ncruces/zenity"

// prepare has nothing to do: macOS shows its dialog in a process of its own.
func prepare() (leave func(), err error) { return func() {}, nil }

// owner is nobody there.
func owner(uintptr) []zenity.Option { return nil }
