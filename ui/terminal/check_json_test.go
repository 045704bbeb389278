package terminal_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/wizard/check"
)

// A shape is what the contract says of a value: a kind, or what stands in it.
type (
	object map[string]any
	list   struct{ of any }
	oneOf  []string
	null   struct{ or any }
)

const (
	text    = "text"
	digits  = "digits" // an id as text, "" where nothing told it
	moment  = "moment" // RFC 3339
	truth   = "truth"
	number  = "number"
	absent  = "absent or "
	someday = "2006-01-02T15:04:05Z07:00"
)

// reportShape is latchkey.report/1.
var reportShape = object{
	"schema":     oneOf{"latchkey.report/1"},
	"checked_at": moment,
	"graph":      object{"version": text},
	"verdict":    object{"status": oneOf{"ready", "attention", "not_ready", "unknown"}, "summary": text},
	"token": object{
		"kind":  oneOf{"system_user", "business_integration", "user", "page", "app", "unknown"},
		"last4": text, "app_id": digits, "app_name": text, "user_id": digits, "user_name": text,
		"issued_at": null{moment}, "expires_at": null{moment}, "never_expires": truth, "data_access_expires_at": null{moment},
	},
	"permissions": object{"granted": list{text}, "missing": list{text}, "surplus": list{text}},
	"accounts": list{object{
		"id": digits, "name": text, "review": text,
		"phone_numbers": list{object{"id": digits, "display": text, "name": text, "status": text, "quality": text, "test": truth}},
	}},
	"checks": list{object{
		"id": text, "status": oneOf{"pass", "warn", "fail", "unknown", "skipped"}, "title": text, "detail": text,
		"fix":   null{object{"text": text, "url": text}},
		"graph": null{object{"http": number, "code": absent + number, "subcode": absent + number, "fbtrace_id": absent + text}},
	}},
}

var digitsForm = regexp.MustCompile(`^\d*$`)

// fits tells where a value differs from its shape; nothing when it fits.
func fits(where string, value, shape any) []string {
	wrong := []string{fmt.Sprintf("%s is %#v, not %v", where, value, shape)}
	ok := false
	switch shape := shape.(type) {
	case object:
		return objectFits(where, value, shape)
	case list:
		items, isList := value.([]any)
		if !isList {
			return wrong
		}
		var differences []string
		for i, item := range items {
			differences = append(differences, fits(fmt.Sprintf("%s[%d]", where, i), item, shape.of)...)
		}
		return differences
	case null:
		if value == nil {
			return nil
		}
		return fits(where, value, shape.or)
	case oneOf:
		word, isText := value.(string)
		ok = isText && slices.Contains(shape, word)
	case string:
		word, isText := value.(string)
		switch shape {
		case text, absent + text:
			ok = isText
		case digits:
			ok = isText && digitsForm.MatchString(word)
		case moment:
			_, err := time.Parse(someday, word)
			ok = err == nil
		case truth:
			_, ok = value.(bool)
		case number, absent + number:
			_, ok = value.(float64)
		}
	}
	if ok {
		return nil
	}
	return wrong
}

func objectFits(where string, value any, shape object) []string {
	fields, isObject := value.(map[string]any)
	if !isObject {
		return []string{where + " is no object"}
	}
	var differences []string
	for name, inner := range shape {
		field, there := fields[name]
		if word, isWord := inner.(string); !there && isWord && len(word) > len(absent) && word[:len(absent)] == absent {
			continue
		}
		if !there {
			differences = append(differences, where+"."+name+" is missing")
			continue
		}
		differences = append(differences, fits(where+"."+name, field, inner)...)
	}
	for name := range fields {
		if _, known := shape[name]; !known {
			differences = append(differences, where+"."+name+" is no part of the contract")
		}
	}
	return differences
}

// TestReportFitsTheContract field by field, for every scenario, every fault,
// and when there was no token to check.
func TestReportFitsTheContract(t *testing.T) {
	b := newBench(t)
	judge := func(what string) {
		t.Helper()
		document := b.document()
		for _, difference := range fits("report", document, reportShape) {
			t.Errorf("%s: %s", what, difference)
		}
		if strings.Contains(b.out.String(), "**") || strings.Contains(b.out.String(), "[check.") {
			t.Errorf("%s: marks or ids stand in\n%s", what, b.out)
		}
		var ids []check.ID
		for _, row := range document["checks"].([]any) {
			ids = append(ids, check.ID(row.(map[string]any)["id"].(string)))
		}
		if !slices.Equal(ids, check.IDs()) {
			t.Errorf("%s: the checks are %v", what, ids)
		}
		exits := map[string][]int{"ready": {0}, "attention": {0}, "not_ready": {1, 4}, "unknown": {3, 4, 5}}
		status := document["verdict"].(map[string]any)["status"].(string)
		if code := b.lastCode; !slices.Contains(exits[status], code) {
			t.Errorf("%s: %s ends with %d", what, status, code)
		}
	}
	for _, scenario := range sandbox.Scenarios() {
		b.run(scenario.Token.Reveal(), "check", "--json", "--timeout", "2s")
		judge(scenario.Name)
	}
	for _, fault := range sandbox.Faults() {
		b.server.SetFault(fault, 0)
		b.run(token(t, "ready"), "check", "--json", "--timeout", "500ms")
		judge(string(fault))
		silent(t, b.out.String()+b.err.String(), token(t, "ready"))
	}
	b.server.SetFault("", 0)
	for _, paste := range []string{"", "hello", "12345|" + token(t, "ready"), `{"a":1}`} {
		b.run(paste, "check", "--json")
		judge("pasted " + paste)
	}
	b.run("", "check", "--json", "--saved", "nobody")
	judge("no such name")
}
