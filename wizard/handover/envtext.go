package handover

import (
	"regexp"
	"slices"
	"strings"
)

// assignment reads a line of a .env file: what stands in front of the value,
// with the name in it, and the rest.
var assignment = regexp.MustCompile(`^(\x{FEFF}?[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*=[ \t]*)((?s:.*))$`)

// setVariables returns the text of a .env file with the variables set, each
// where it stood before or else at the end, and what else is there untouched:
// other lines, order, comments, quotes and line ends. Lines of a variable
// without a value are left out.
func setVariables(text string, variables []Variable) string {
	end := lineEnd(text)
	var result strings.Builder
	done := map[string]bool{}
	for _, entry := range entries(text) {
		body := strings.TrimRight(entry, "\r\n")
		parts := assignment.FindStringSubmatch(body)
		if parts == nil {
			result.WriteString(entry)
			continue
		}
		at := slices.IndexFunc(variables, func(v Variable) bool { return v.Name == parts[2] })
		switch {
		case at < 0:
			result.WriteString(entry)
		case !variables[at].Value.IsZero():
			quote, comment := around(parts[3])
			result.WriteString(parts[1] + quotedValue(variables[at], quote) + comment + entry[len(body):])
			done[parts[2]] = true
		}
	}
	for _, variable := range variables {
		if variable.Value.IsZero() || done[variable.Name] {
			continue
		}
		if written := result.String(); written != "" && written != "\ufeff" && !strings.HasSuffix(written, "\n") {
			result.WriteString(end)
		}
		result.WriteString(variable.Name + "=" + quotedValue(variable, "") + end)
	}
	return result.String()
}

// replaces reports whether setVariables would change a value that is there.
func replaces(text string, variables []Variable) bool {
	for _, entry := range entries(text) {
		parts := assignment.FindStringSubmatch(strings.TrimRight(entry, "\r\n"))
		if parts == nil || strings.Trim(parts[3], " \t\"'`") == "" {
			continue
		}
		at := slices.IndexFunc(variables, func(v Variable) bool { return v.Name == parts[2] })
		if at >= 0 && setVariables(entry, variables[at:at+1]) != entry {
			return true
		}
	}
	return false
}

// lineEnd is the first line's end; a newline where there is none.
func lineEnd(text string) string {
	if first := strings.IndexByte(text, '\n'); first > 0 && text[first-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// entries splits a text into lines with their ends. A quoted value that goes on
// over several lines stays in one piece, so that what looks like a variable in
// the middle of it is not taken for one.
func entries(text string) []string {
	var result []string
	for text != "" {
		end := throughLineEnd(text, 0)
		parts := assignment.FindStringSubmatch(text[:end])
		if parts != nil && isQuote(parts[3]) {
			value := len(parts[1])
			if closes := closing(text[value:]); closes >= 0 {
				end = throughLineEnd(text, value+closes)
			}
		}
		result = append(result, text[:end])
		text = text[end:]
	}
	return result
}

// throughLineEnd is where the line that a place is in has ended.
func throughLineEnd(text string, place int) int {
	if end := strings.IndexByte(text[place:], '\n'); end >= 0 {
		return place + end + 1
	}
	return len(text)
}

// isQuote reports whether a value begins with one of the quotes of .env files.
func isQuote(value string) bool { return value != "" && strings.Contains("\"'`", value[:1]) }

// closing is where the quote that a value begins with ends; -1 where it does
// not. Only in double quotes does a backslash take the quote's meaning away.
func closing(value string) int {
	for at := 1; at < len(value); at++ {
		switch {
		case value[at] == '\\' && value[0] == '"':
			at++
		case value[at] == value[0]:
			return at
		}
	}
	return -1
}

// around is the quote that a value stands in, and the space and comment behind
// it.
func around(value string) (quote, comment string) {
	if isQuote(value) {
		if end := closing(value); end >= 0 {
			return value[:1], value[end+1:]
		}
		return "", ""
	}
	if strings.HasPrefix(value, "#") {
		return "", " " + value
	}
	bare, _, _ := strings.Cut(value, " #")
	bare = strings.TrimRight(bare, " \t")
	return "", value[len(bare):]
}

// quotedValue is a value in the quote given, or in single quotes where a shell
// would read something into the bare one.
func quotedValue(variable Variable, quote string) string {
	value := variable.Value.Reveal()
	if quote == "" && !bareForm.MatchString(value) {
		quote = "'"
	}
	return quote + value + quote
}

var (
	// bareForm is what every reader of .env files, a shell too, takes as it is.
	bareForm = regexp.MustCompile(`^[A-Za-z0-9_.:/+=@%,-]*$`)
	// literalForm is what stays as it is in each of the quotes.
	literalForm = regexp.MustCompile(`^[!#%&(-\[\]-_a-~]*$`)
)
