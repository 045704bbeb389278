package support

import (
	"reflect"

	"latchkey/graph"
)

// longestText bounds each text of an opened report, in characters.
const longestText = 2000

// mapTexts returns a copy in which every text has passed through change, the
// keys and values of maps too, so that no field is forgotten. It shares nothing
// with the original.
func mapTexts[T any](original T, change func(string) string) T {
	copied := original
	mapInto(reflect.ValueOf(&copied).Elem(), change)
	return copied
}

// mapInto gives value its own copy of everything that it refers to.
func mapInto(value reflect.Value, change func(string) string) {
	switch value.Kind() {
	case reflect.String:
		value.SetString(change(value.String()))
	case reflect.Pointer:
		if !value.IsNil() {
			copied := reflect.New(value.Type().Elem())
			copied.Elem().Set(value.Elem())
			mapInto(copied.Elem(), change)
			value.Set(copied)
		}
	case reflect.Slice:
		if !value.IsNil() {
			copied := reflect.MakeSlice(value.Type(), value.Len(), value.Len())
			reflect.Copy(copied, value)
			for i := range copied.Len() {
				mapInto(copied.Index(i), change)
			}
			value.Set(copied)
		}
	case reflect.Map:
		if !value.IsNil() {
			changed := make(map[string]string, value.Len())
			for name, text := range value.Interface().(map[string]string) {
				changed[change(name)] = change(text)
			}
			value.Set(reflect.ValueOf(changed))
		}
	case reflect.Struct:
		for i := range value.NumField() {
			if value.Type().Field(i).IsExported() {
				mapInto(value.Field(i), change)
			}
		}
	}
}

// harmless is a text of an opened report without what would steer a terminal
// or turn a line around, and without anything of a token's shape.
func harmless(text string) string {
	// Before it is cut: a piece of a secret no longer shows what it is.
	text = graph.Clean(text)
	if letters := []rune(text); len(letters) > longestText {
		text = string(letters[:longestText-1]) + left
	}
	return text
}
