package batch

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

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

func rfc3339(moment *time.Time) string {
	if moment == nil || moment.IsZero() {
		return ""
	}
	return moment.UTC().Format(time.RFC3339)
}
