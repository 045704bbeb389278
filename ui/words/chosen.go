package words

import (
	"context"

	"latchkey/wizard/files"
)

// choice is what Settings remember of the language, for window and terminal.
type choice struct {
	Language string `json:"language"`
}

func choiceIn(folder *files.Folder) files.File[choice] {
	return files.File[choice]{Folder: folder, Name: "language.json", Schema: "latchkey.language", Version: 1}
}

// Chosen is the tag of the language that was chosen in Settings; "" for the system's,
// and where it cannot be read.
func Chosen(ctx context.Context, folder *files.Folder) string {
	chosen, err := choiceIn(folder).Read(ctx)
	if err != nil {
		return ""
	}
	return chosen.Language
}

// Choose remembers a language; "" is the system's.
func Choose(ctx context.Context, folder *files.Folder, tag string) error {
	if tag == "" {
		return choiceIn(folder).Remove(ctx)
	}
	return choiceIn(folder).Write(ctx, choice{tag})
}
