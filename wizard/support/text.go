package support

import (
	"reflect"

	"latchkey/graph"
)

// longestText bounds each text of an opened report, in characters.
const longestText = 2000

// eachText passes every text of a report through change, the keys and values
// of maps too, so that no field is forgotten.
func eachText(report *Report, change func(string) string) {
	walk(reflect.ValueOf(report).Elem(), change)
}

func walk(value reflect.Value, change func(string) string) {
	switch value.Kind() {
	case reflect.String:
		value.SetString(change(value.String()))
	case reflect.Pointer:
		if !value.IsNil() {
			walk(value.Elem(), change)
		}
	case reflect.Slice:
		for i := range value.Len() {
			walk(value.Index(i), change)
		}
	case reflect.Map:
		changed := make(map[string]string, value.Len())
		for name, text := range value.Interface().(map[string]string) {
			changed[change(name)] = change(text)
		}
		if !value.IsNil() {
			value.Set(reflect.ValueOf(changed))
		}
	case reflect.Struct:
		for i := range value.NumField() {
			if value.Type().Field(i).IsExported() {
				walk(value.Field(i), change)
			}
		}
	}
}

// harmless is a text of an opened report without what would steer a terminal
// or turn a line around, and without anything of a token's shape.
func harmless(text string) string {
	// Before it is cut: a piece of a secret no longer shows what it is.
	text = graph.Redact(graph.OneLine(text))
	if letters := []rune(text); len(letters) > longestText {
		text = string(letters[:longestText-1]) + left
	}
	return text
}
