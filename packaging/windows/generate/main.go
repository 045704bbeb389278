// Command generate makes what the installer needs from assets: the icon in Windows'
// format, the picture of its last page, and what the installer says, in every language.
//
//	generate icon OUTPUT 16.png 32.png …
//	generate side OUTPUT 64.png
//	generate words OUTPUT SCRIPT…
//	generate say ID
package main

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) < 2 {
		return errors.New("say what to generate: icon, side, words or say")
	}
	what, output, inputs := arguments[0], arguments[1], arguments[2:]
	switch what {
	case "icon":
		return write(output, func() ([]byte, error) { return icon(inputs) })
	case "side":
		if len(inputs) != 1 {
			return errors.New("the side of the installer has one picture")
		}
		return write(output, func() ([]byte, error) { return side(inputs[0]) })
	case "words":
		return write(output, func() ([]byte, error) { return languageTable(inputs) })
	case "say":
		sentence, err := say("en", output)
		fmt.Println(sentence)
		return err
	}
	return fmt.Errorf("%q cannot be generated", what)
}

func write(output string, make func() ([]byte, error)) error {
	content, err := make()
	if err != nil {
		return err
	}
	return os.WriteFile(output, content, 0o644)
}
