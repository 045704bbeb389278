package batch

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"latchkey/wizard/check"
)

// Schema names the form of the results as JSON.
const Schema = "latchkey.batch/1"

// Document is the results as JSON: no token, lists never null.
type Document struct {
	Schema string `json:"schema"`
	Rows   []Line `json:"rows"`
}

// Line is a result and its sentence.
type Line struct {
	Result
	Summary string `json:"summary"`
}

// NewDocument makes the document. say puts a result into one sentence.
func NewDocument(results []Result, say func(Result) string) Document {
	document := Document{Schema: Schema, Rows: make([]Line, 0, len(results))}
	for _, result := range results {
		line := Line{result, say(result)}
		// What decided the verdict is kept also where it is fine.
		line.Problems = slices.DeleteFunc(slices.Clone(result.Problems), func(p Problem) bool {
			return p.Status == check.Pass || p.Status == check.Skipped
		})
		document.Rows = append(document.Rows, line)
	}
	return document
}

// WriteCSV writes the results as a table for a spreadsheet (RFC 4180), without
// tokens. say puts a result into one sentence.
func WriteCSV(to io.Writer, results []Result, say func(Result) string) error {
	writer := csv.NewWriter(to)
	writer.UseCRLF = true
	_ = writer.Write([]string{
		"row", "name", "status", "summary", "check", "graph_code", "token_ends_in", "kind", "app_id", "app_name", "account",
		"phone_number", "expires_at", "checked_at",
	})
	for _, result := range results {
		code := ""
		for _, problem := range result.Problems {
			if problem.Check == result.About && problem.Code != 0 {
				code = strconv.Itoa(problem.Code)
				if problem.Subcode != 0 {
					code += "/" + strconv.Itoa(problem.Subcode)
				}
			}
		}
		expires := rfc3339(result.Expires)
		if result.NeverEnds {
			expires = "never"
		}
		fields := []string{
			strconv.Itoa(result.Row), result.Name, string(result.Status), say(result), string(result.About), code, result.Last4, string(result.Kind),
			string(result.AppID), result.AppName, result.Account, result.PhoneNumber, expires, rfc3339(result.CheckedAt),
		}
		for i := range fields {
			fields[i] = cell(fields[i])
		}
		_ = writer.Write(fields)
	}
	writer.Flush()
	if err := writer.Error(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

// cell keeps a spreadsheet from taking a name for a formula.
// Source: owasp.org, CSV Injection.
func cell(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r\n") {
		return "'" + text
	}
	return text
}

func rfc3339(moment time.Time) string {
	if moment.IsZero() {
		return ""
	}
	return moment.UTC().Format(time.RFC3339)
}
