package handover

import (
	"runtime"
	"slices"
	"strings"
)

// Recipe is a command that keeps a token in a secret store and takes it from
// its standard input. The words for what must be there first are under ID.
type Recipe struct {
	ID      string
	Command []string
	// DevStdin is set where the command reads /dev/stdin, which Windows does
	// not have.
	DevStdin bool
}

// Placeholder is the word in a recipe that a person must replace.
const Placeholder = "YOUR-VAULT"

// recipes by what each tool's own documentation says of standard input:
//   - cloud.google.com, gcloud secrets versions add: --data-file=-
//   - docs.aws.amazon.com, put-secret-value; a parameter takes file://, and
//     /dev/stdin is a file (github.com/aws/aws-cli issue 5982)
//   - learn.microsoft.com, az keyvault secret set: --file, --encoding
//   - kubernetes.io, kubectl create secret generic: --from-file=key=path
//   - docs.docker.com, docker secret create SECRET [file|-]
//   - cli.github.com, gh secret set: reads standard input without --body
var recipes = []Recipe{
	{ID: "gcloud", Command: []string{"gcloud", "secrets", "versions", "add", "whatsapp-token", "--data-file=-"}},
	{ID: "aws", DevStdin: true, Command: []string{
		"aws", "secretsmanager", "put-secret-value", "--secret-id", "whatsapp-token", "--secret-string", "file:///dev/stdin",
	}},
	{ID: "azure", DevStdin: true, Command: []string{
		"az", "keyvault", "secret", "set", "--vault-name", Placeholder, "--name", "whatsapp-token",
		"--file", "/dev/stdin", "--encoding", "utf-8", "--output", "none",
	}},
	{ID: "kubernetes", DevStdin: true, Command: []string{
		"kubectl", "create", "secret", "generic", "whatsapp", "--from-file=token=/dev/stdin",
	}},
	{ID: "docker", Command: []string{"docker", "secret", "create", "whatsapp_token", "-"}},
	{ID: "github", Command: []string{"gh", "secret", "set", "WHATSAPP_TOKEN"}},
}

// Recipes lists the commands that work on this system.
func Recipes() []Recipe { return recipesFor(runtime.GOOS) }

func recipesFor(system string) []Recipe {
	return slices.DeleteFunc(slices.Clone(recipes), func(r Recipe) bool { return system == "windows" && r.DevStdin })
}

// Line is the recipe as a line for a shell, which hands over the token saved
// under a name: for PowerShell on Windows, for POSIX shells elsewhere.
func (r Recipe) Line(saved string) string { return r.lineFor(runtime.GOOS, saved) }

func (r Recipe) lineFor(system, saved string) string {
	words := append([]string{"latchkey", "pipe", "--saved", saved, "--"}, r.Command...)
	for i, word := range words {
		words[i] = quoted(system, word)
	}
	return strings.Join(words, " ")
}

// powerShellQuotes are all that PowerShell takes for a single quote; two in a
// row stand for one.
var powerShellQuotes = strings.NewReplacer("'", "''", "‘", "‘‘", "’", "’’", "‚", "‚‚", "‛", "‛‛")

// quoted is a word as a shell takes it literally.
func quoted(system, word string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=./:"
	switch {
	case word != "" && strings.Trim(word, plain) == "":
		return word
	case system == "windows":
		return "'" + powerShellQuotes.Replace(word) + "'"
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
