package batch

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"latchkey/graph/value"
)

// WriteCSV writes the results as a table for a spreadsheet (RFC 4180), without
// tokens. say puts a result into one sentence.
func WriteCSV(to io.Writer, results []Result, say func(Result) string) error {
	var table bytes.Buffer
	writer := csv.NewWriter(&table)
	writer.UseCRLF = true
	_ = writer.Write([]string{
		"row", "name", "status", "summary", "check", "graph_code", "token_ends_in", "kind", "app_id", "app_name", "account",
		"phone_number", "expires_at", "checked_at",
	})
	for _, result := range results {
		verdict, token := result.Verdict, result.Token
		code := ""
		if answer := result.Check(verdict.About).Graph; answer != nil && answer.Error != nil && answer.Code != 0 {
			code = answer.CodeText()
		}
		expires := rfc3339(token.ExpiresAt)
		if token.NeverExpires {
			expires = "never"
		}
		fields := []string{
			strconv.Itoa(result.Row), result.Name, string(verdict.Status), say(result), string(verdict.About), code, token.Last4, string(token.Kind),
			token.AppID, token.AppName, result.Account, result.PhoneNumber, expires, rfc3339(&result.CheckedAt),
		}
		for i := range fields {
			fields[i] = cell(fields[i])
		}
		_ = writer.Write(fields)
	}
	writer.Flush()
	if _, err := io.WriteString(to, (*value.Guard)(nil).Text(table.String())); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

// cell keeps a spreadsheet from taking a name for a formula: also where a mark is
// a wide one, or spaces stand before it.
// Source: owasp.org, CSV Injection.
func cell(text string) string {
	text = value.Clean(text)
	if seen := norm.NFKC.String(strings.TrimSpace(text)); seen != "" && strings.ContainsAny(seen[:1], "=+-@") {
		return "'" + text
	}
	return text
}

func rfc3339(moment *time.Time) string {
	if moment == nil || moment.IsZero() {
		return ""
	}
	return moment.UTC().Format(time.RFC3339)
}
