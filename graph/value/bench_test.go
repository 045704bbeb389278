package value

import (
	"strings"
	"testing"

	"latchkey/graph/value/valuetest"
)

// The longest answer that is read has 4 MB.
func BenchmarkRedact(b *testing.B) {
	const size = 4 << 20
	for name, text := range map[string]string{
		"plain":   "The business portfolio 123456789012345 of Corner Bakery cannot send: template hello_world is paused. ",
		"encoded": `https:\/\/h\/?a=%41%42&amp;b=c \u00e9 `,
		"names":   "Bäckerei مخبز 角のパン屋 ☕️ Ｃｏｒｎｅｒ ",
		"short":   "Corner Bakery",
	} {
		b.Run(name, func(b *testing.B) {
			if name != "short" {
				text = strings.Repeat(text, size/len(text))
			}
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Redact(text, NewToken(valuetest.MadeUp))
			}
		})
	}
}
