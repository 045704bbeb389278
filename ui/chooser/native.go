//go:build windows || darwin

package chooser

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ncruces/zenity"
)

// System asks with the dialogs of Windows or macOS.
type System struct{}

// NewSystem returns this system's dialogs.
func NewSystem() System { return System{} }

// Choose asks, and waits for as long as the context lasts, which closes the dialog with its end.
// It answers with an absolute path, or "" when nothing was chosen.
func (System) Choose(ctx context.Context, question Question) (string, error) {
	leave, err := prepare()
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	defer leave()
	options := append(owner(question.Window), zenity.Context(ctx), zenity.Title(question.Title))
	ask := zenity.SelectFile
	switch question.Kind {
	case File:
		shown := zenity.FileFilter{Name: strings.Join(question.Endings, ", "), CaseFold: true}
		for _, ending := range question.Endings {
			shown.Patterns = append(shown.Patterns, "*"+ending)
		}
		options = append(options, zenity.FileFilters{shown})
	case Place:
		ask = zenity.SelectFileSave
		options = append(options, zenity.Filename(question.Path), zenity.ConfirmOverwrite())
	case Folder:
		options = append(options, zenity.Directory())
	}
	path, err := ask(options...)
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		return "", nil
	case err != nil:
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	return path, nil
}
