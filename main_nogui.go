//go:build nogui

// Command latchkey, built without a window: the terminal alone, static.
package main

import (
	"os"

	"latchkey/ui/terminal"
)

func main() { os.Exit(terminal.Main(os.Args[1:], nil)) }
