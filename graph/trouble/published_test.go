package trouble

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestEveryPublishedCodeIsKnown reads the codes that Meta publishes, where its
// lists lie beside the project: those of its specification, and those of its
// support page and of people's reports as our notes hold them.
func TestEveryPublishedCodeIsKnown(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "shared")
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(shared, name))
		if err != nil {
			t.Skip("no ../shared here")
		}
		return string(text)
	}
	codes := map[int]string{}
	example := regexp.MustCompile(`(?m)^\s*code: (\d+)$(?:\n\s*error_subcode: (\d+)$)?`)
	for _, match := range example.FindAllStringSubmatch(read("meta-openapi/business-messaging-api_v23.0.yaml"), -1) {
		code, _ := strconv.Atoi(match[1])
		if code >= 400 && code <= 404 { // the HTTP status, in three examples
			continue
		}
		codes[code] = "the specification"
		if subcode, _ := strconv.Atoi(match[2]); subcode != 0 && Explain(code, subcode, "") == Unknown {
			t.Errorf("%d/%d of the specification is unknown", code, subcode)
		}
	}
	_, list, _ := strings.Cut(read("facts/meta-2026-11.md"), "## 11.")
	row := regexp.MustCompile(`(?m)^\|([\d, –]+)\|`)
	number := regexp.MustCompile(`\d+`)
	for _, match := range row.FindAllStringSubmatch(list, -1) {
		for _, code := range number.FindAllString(match[1], -1) {
			value, _ := strconv.Atoi(code)
			codes[value] = "the support page"
		}
	}
	_, report, _ := strings.Cut(read("troubles/README.md"), "Codes that Meta publishes")
	report, _, _ = strings.Cut(report, "A bare subcode")
	for _, code := range number.FindAllString(report, -1) {
		value, _ := strconv.Atoi(code)
		codes[value] = "the reports"
	}
	if len(codes) < 100 {
		t.Fatalf("only %d codes were read", len(codes))
	}
	for code, source := range codes {
		if !isKnownCode(code) {
			t.Errorf("%d of %s is unknown", code, source)
		}
	}
}
