package handover

// For tests of what differs by system.
var RecipesFor = recipesFor

func (r Recipe) LineFor(system, saved string) string { return r.lineFor(system, saved) }

// SetVariables is what a .env file becomes.
var SetVariables = setVariables
