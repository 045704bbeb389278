package vault_test

import (
	"strings"

	"latchkey/graph"
)

const dyingCommand = "die"

func runDyingChild() int { return 2 }

func madeUpToken(name string) graph.Token {
	return graph.NewToken("made-up-token-" + name + strings.Repeat("x", 180) + name)
}
