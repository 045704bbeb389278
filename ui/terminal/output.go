package terminal

import (
	"encoding/json"
	"fmt"

	"latchkey/ui/terminal/screen"
)

// tell writes to people: standard error, so that standard output stays for
// what was asked for.
func (t *Terminal) tell(text string) { screen.Of(t.Err).Line(text) }

func (t *Terminal) print(text string) { screen.Of(t.Out).Line(text) }

// printJSON prints one document.
func (t *Terminal) printJSON(document any) error {
	encoder := json.NewEncoder(t.Out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(document); err != nil {
		return fmt.Errorf("writing the document: %w", err)
	}
	return nil
}
