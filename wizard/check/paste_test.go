package check

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"
)

// longToken is as long as the tokens that have been seen.
var longToken = "EAAG" + strings.Repeat("mP0xQ7rZCp", 20) + "9"

func TestPasteForgives(t *testing.T) {
	cut := func(width int) string {
		return strings.Join(slices.Collect(func(yield func(string) bool) {
			for start := 0; start < len(longToken); start += width {
				if !yield(longToken[start:min(start+width, len(longToken))]) {
					return
				}
			}
		}), "\n")
	}
	for _, test := range []struct {
		name, text string
		junk       []string
	}{
		{"nothing around it", longToken, nil},
		{"spaces and line ends", "  \r\n\t" + longToken + " \n", []string{JunkSpaces}},
		{"a space that does not break", "\u00a0" + longToken + "\u00a0", []string{JunkInvisible, JunkSpaces}},
		{"zero-width characters inside", longToken[:9] + "\u200b\ufeff" + longToken[9:], []string{JunkInvisible}},
		{"a soft hyphen", longToken[:90] + "\u00ad" + longToken[90:], []string{JunkInvisible}},
		{"quotes", `"` + longToken + `"`, []string{JunkQuotes}},
		{"typographic quotes", "“" + longToken + "”", []string{JunkQuotes}},
		{"brackets", "<" + longToken + ">", []string{JunkQuotes}},
		{"Bearer", "Bearer " + longToken, []string{JunkBearer}},
		{"a whole header", "Authorization: Bearer " + longToken, []string{JunkBearer}},
		{"a header as JSON writes it", `"Authorization": "Bearer ` + longToken + `"`, []string{JunkBearer, JunkQuotes}},
		{"a header over two lines", "authorization: bearer " + longToken[:70] + "\n" + longToken[70:], []string{JunkBearer, JunkSpaces}},
		{"lines of 64", cut(64), []string{JunkSpaces}},
		{"lines of 10", cut(10), []string{JunkSpaces}},
		{"one space inside", longToken[:7] + " " + longToken[7:], []string{JunkSpaces}},
		{"the end of a sentence", longToken + ".", []string{JunkAround}},
		{"a line break as programs write it", longToken + `\n`, []string{JunkSpaces}},
		{"one in quotes", `"` + longToken + `\r\n"`, []string{JunkQuotes, JunkSpaces}},
		{"one in an address", longToken + "%0A", []string{JunkSpaces}},
		{"the end of a line in a shell", longToken + ` \`, []string{JunkSpaces}},
		{"a line break inside JSON", `{"access_token":"` + longToken + `\n"}`, []string{JunkAround, JunkSpaces}},
		{"a picture before it", "🔑" + longToken, []string{JunkAround}},
		{"several spaces inside", longToken[:7] + " " + longToken[7:50] + "  " + longToken[50:], []string{JunkSpaces}},
		{"a sentence around it", "Here is the token: " + longToken + ", thanks!", []string{JunkAround}},
		{"a word behind it", longToken + " thanks", []string{JunkAround}},
		{"a phone number behind it", longToken + " 4915112345678", []string{JunkAround}},
		{"a settings file", "WHATSAPP_VERIFY_TOKEN=correcthorsebatterystaple\nWHATSAPP_TOKEN=" + longToken + "\nPORT=80", []string{JunkAround}},
		{"curl", `curl -H "Authorization: Bearer ` + longToken + `" https://graph.facebook.com/v25.0/me`, []string{JunkAround}},
		{"an address", "https://graph.facebook.com/v25.0/me?fields=id&access_token=" + longToken + "#x", []string{JunkAround}},
		{"JSON", `{"access_token":"` + longToken + `","token_type":"bearer"}`, []string{JunkAround}},
		{"JSON, deep down", `[{"a":{"wa":{"secret":"` + longToken + `"}}}]`, []string{JunkAround}},
		{"JSON, cut short", `{"access_token":"` + longToken + `","token_ty`, []string{JunkAround}},
		{"the same twice", longToken + " and again " + longToken, []string{JunkAround}},
		{"in much text", strings.Repeat("lorem ipsum ", 2000) + longToken + strings.Repeat(" dolor", 2000), []string{JunkAround}},
	} {
		t.Run(test.name, func(t *testing.T) {
			paste := ReadPaste(test.text)
			if paste.Shape != ShapeToken || paste.Token.Reveal() != longToken {
				t.Fatalf("read as %s, %d characters", paste.Shape, len(paste.Token.Reveal()))
			}
			if !slices.Equal(paste.Junk, test.junk) {
				t.Errorf("removed %v, want %v", paste.Junk, test.junk)
			}
			if written := strings.Contains(test.text, `\`) || strings.Contains(test.text, "%0A"); paste.WrittenBreak != written {
				t.Errorf("a written line break: %v", paste.WrittenBreak)
			}
		})
	}
}

func TestPasteKeepsTokensOfOtherShapes(t *testing.T) {
	for _, token := range []string{"an-opaque_token.of~16", "WDJ0NGtlbg0123456789+/==", "qEAA0123456789012345678901234"} {
		if paste := ReadPaste(token + "\n"); paste.Token.Reveal() != token {
			t.Errorf("%q was read as %s", token, paste.Shape)
		}
	}
	header := ReadPaste("curl -H 'Authorization: Bearer an-opaque_token.of~16' http://localhost")
	if header.Token.Reveal() != "an-opaque_token.of~16" {
		t.Errorf("the header's token was read as %s", header.Shape)
	}
}

func TestPasteNamesWhatIsNoToken(t *testing.T) {
	for _, test := range []struct {
		name, text string
		shape      Shape
		vendor     string
	}{
		{"empty", "", ShapeEmpty, ""},
		{"blank", " \u200b\n", ShapeEmpty, ""},
		{"quotes only", `""`, ShapeEmpty, ""},
		{"app token", "1234567890123456|0123456789abcdef0123456789abcdef", ShapeAppToken, ""},
		{"app token in an address", "https://x.example/?access_token=1234567890123456%7Cabcdefghijklmnopqrstuvwxyz0", ShapeAppToken, ""},
		{"app secret", "0123456789abcdef0123456789ABCDEF", ShapeAppSecret, ""},
		{"phone number", "+49 (30) 901-820", ShapePhone, ""},
		{"phone number, digits only", "4915112345678", ShapePhone, ""},
		{"phone number with zeros in front", "0049151123456789", ShapePhone, ""},
		{"phone number ID", "106540352242922", ShapeID, ""},
		{"OpenAI", "sk-0123456789abcdefghij", ShapeVendor, "OpenAI"},
		{"GitHub", "Bearer ghp_0123456789abcdefghij0123456789abcdef", ShapeVendor, "GitHub"},
		{"Square", "EAAAE" + strings.Repeat("a1", 29) + "b", ShapeVendor, "Square"},
		{"a JSON Web Token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefgh", ShapeVendor, ""},
		{"JSON", `{"id":"1","name":"x"}`, ShapeJSON, ""},
		{"JSON, cut short", `{"id":"1","name":"x`, ShapeJSON, ""},
		{"a page", "<!DOCTYPE html><html><body>Log in", ShapePage, ""},
		{"an address", "https://business.facebook.com/latest/settings/system_users", ShapeAddress, ""},
		{"cut short by a program", longToken[:40] + "…", ShapeCut, ""},
		{"cut short by hand", "EAAGm0PX4", ShapeCut, ""},
		{"masked with stars", "EAAG****************4Q7Z", ShapeMasked, ""},
		{"masked with dots", "EAAG...4Q7Z", ShapeMasked, ""},
		{"masked with crosses", "EAAGxxxxxxxxxxxxxxxx", ShapeMasked, ""},
		{"a sentence", "I could not find the token, where is it?", ShapeText, ""},
		{"another script", "токен", ShapeText, ""},
		{"a word", "latchkey", ShapeShort, ""},
		{"a verify token", "0b1c2d3e-4f50-4a1b-8c2d-3e4f5a6b7c8d", ShapeUUID, ""},
		{"a word of instructions", "YOUR_ACCESS_TOKEN", ShapePlaceholder, ""},
		{"a sentence of instructions", "Bearer <paste your token>", ShapePlaceholder, ""},
		{"a name of settings", "WHATSAPP_ACCESS_TOKEN", ShapePlaceholder, ""},
		{"a shell's variable", "${WHATSAPP_TOKEN}", ShapePlaceholder, ""},
		{"another shell's", "\"$TOKEN\"", ShapePlaceholder, ""},
		{"a template", "{{ $json.token }}", ShapePlaceholder, ""},
		{"a program's variable", "process.env.WHATSAPP_TOKEN", ShapePlaceholder, ""},
		{"what a program has not", "Bearer undefined", ShapePlaceholder, ""},
		{"a word of Spanish instructions", "TU_TOKEN_AQUI", ShapePlaceholder, ""},
		{"a word in brackets", "[ACCESS_TOKEN]", ShapePlaceholder, ""},
		{"a setting's name in a program", "config('services.whatsapp.token')", ShapePlaceholder, ""},
		{"a secret's name in a build", "secrets.WHATSAPP_TOKEN", ShapePlaceholder, ""},
		{"what must be changed", "change-me-please-1234", ShapePlaceholder, ""},
		{"an ID in braces", "{0b1c2d3e-4f50-4a1b-8c2d-3e4f5a6b7c8d}", ShapeUUID, ""},
		{"a verify token by its name", "bakery_verify_token_2026", ShapeVerify, ""},
		{"a verify token in an address", "hub.verify_token=flourAndWater2026", ShapeVerify, ""},
		{"Twilio", "AC0123456789abcdef0123456789abcdef", ShapeVendor, "Twilio"},
		{"two tokens", longToken + "\nEAAGanother0123456789ABCDEF", ShapeSeveral, ""},
		{"two in JSON", `{"a":{"token":"` + longToken + `"},"b":{"token":"EAAGanother0123456789ABCDEF"}}`, ShapeSeveral, ""},
		{"much text without one", strings.Repeat("lorem ipsum ", 2000), ShapeLong, ""},
		{"a token without end", "EAA" + strings.Repeat("a", 10<<20), ShapeLong, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			paste := ReadPaste(test.text)
			if paste.Shape != test.shape || paste.Vendor != test.vendor || !paste.Token.IsZero() {
				t.Errorf("read as %s of %q, want %s of %q", paste.Shape, paste.Vendor, test.shape, test.vendor)
			}
		})
	}
}

// checkPaste holds for every text: a token is made of nothing but the text's
// own characters in their order, and without spaces.
func checkPaste(t interface{ Fatalf(string, ...any) }, text string) {
	paste := ReadPaste(text)
	token := paste.Token.Reveal()
	if paste.Usable() != (token != "") {
		t.Fatalf("shape %s with a token of %d characters", paste.Shape, len(token))
	}
	if strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }) {
		t.Fatalf("%q has characters that no header carries", token)
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r > '~' || r < ' ' {
			return -1
		}
		return r
	}, text)
	if !strings.Contains(bare, token) && !strings.ContainsAny(text, `\{[`) {
		t.Fatalf("%q is not in %q", token, text)
	}
}

func TestPasteHoldsForAllTexts(t *testing.T) {
	part := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		longToken, longToken[:30], "Bearer ", "access_token=", " ", "\n", `"`, "{", "}", "|", "\u200b", "1234567890123456|",
	}))
	rapid.Check(t, func(t *rapid.T) {
		checkPaste(t, strings.Join(rapid.SliceOfN(part, 0, 8).Draw(t, "parts"), ""))
	})
}

func TestPasteOfTenMegabytesIsReadAtOnce(t *testing.T) {
	const most = 10 << 20
	for name, piece := range map[string]string{
		"tokens": longToken + " ", "spaces": " ", "quotes": `"`, "brackets": "[", "bars": "1234567890123456|", "bytes": "\xff\x00",
	} {
		text := strings.Repeat(piece, most/len(piece))
		start := time.Now()
		ReadPaste(text)
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func FuzzReadPaste(f *testing.F) {
	for _, seed := range []string{
		"", longToken, "Bearer " + longToken, `{"access_token":"` + longToken + `"}`, "+49 30 901820", "a|b",
		longToken[:50] + "\n" + longToken[50:], "[[[[[[", `{"token":"\u0045AA"}`, "1234567890123456|0123456789abcdef0123456789abcdef",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkPaste(t, text) })
}
