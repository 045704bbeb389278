package handover

import (
	"context"

	"latchkey/wizard/files"
)

// For tests of what differs by system.
var RecipesFor = recipesFor

func (r Recipe) LineFor(system, saved string) string { return r.lineFor(system, saved) }

// SetVariables is what a .env file becomes.
var SetVariables = setVariables

// BeginEnvFile writes a .env file as far as a run comes that is killed before
// the end.
func BeginEnvFile(ctx context.Context, folder *files.Folder, path string, variables []Variable) (string, error) {
	return writeUnfinished(ctx, folder, path, setVariables("", variables))
}
