package batch_test

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"latchkey/wizard/batch"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

func say(result batch.Result) string { return "said " + string(result.Verdict.Reason) }

func TestASpreadsheetTakesNoNameForAFormula(t *testing.T) {
	names := []string{`=HYPERLINK("http://x","y")`, "+49 30", "-1", "@SUM(1)", "\tx", "plain, \"quoted\""}
	var results []batch.Result
	for i, name := range names {
		results = append(results, batch.Result{
			Row: i + 1, Name: name, Account: name, PhoneNumber: name, Document: report.Document{Token: report.Token{AppName: name}},
		})
	}
	var text strings.Builder
	if err := batch.WriteCSV(&text, results, func(batch.Result) string { return "=said" }); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(text.String())).ReadAll()
	if err != nil || len(rows) != len(names)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("the cell %q would be reckoned", cell)
			}
		}
	}
	if rows[1][1] != `'=HYPERLINK("http://x","y")` || rows[6][1] != names[5] {
		t.Errorf("the names became %q and %q", rows[1][1], rows[6][1])
	}
}

func TestTheDocumentHoldsWhatTheListShows(t *testing.T) {
	item := items(1)[0]
	result, err := batch.Run(t.Context(), []batch.Item{item}, always(verdict(check.NotReady, check.Row{
		ID: check.TokenAlive, Status: check.Fail, Reason: "trouble.token_expired", Values: map[string]string{"Code": "190/463"},
	}, item)), batch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(batch.NewDocument(result, say))
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Schema string
		Rows   []struct {
			Row             int
			Name, Status    string
			Summary, Last4  string
			Problems        []struct{ Check, Status, Reason string }
			CheckedAt, Kind string
		}
	}
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	row := document.Rows[0]
	if document.Schema != "latchkey.batch/1" || row.Status != "not_ready" || row.Summary != "said verdict.not_ready" || row.Name != "Shop 1" ||
		len(row.Problems) != 1 || row.Problems[0].Reason != "trouble.token_expired" {
		t.Errorf("got %s", text)
	}
	if verdict, _ := result[0].Judgement(); verdict.About.Reason != "trouble.token_expired" || verdict.About.Values["Code"] != "190/463" {
		t.Errorf("the row that decided is %+v", verdict.About)
	}
	empty, err := json.Marshal(batch.NewDocument(nil, say))
	if err != nil || string(empty) != `{"schema":"latchkey.batch/1","rows":[]}` {
		t.Errorf("%s, %v", empty, err)
	}
}

// ended is a document with a verdict.
func ended(status check.Outcome) report.Document {
	return report.Document{Verdict: report.Verdict{Status: status}}
}

func TestTheGravestComesFirst(t *testing.T) {
	results := []batch.Result{
		{Row: 1, Document: ended(check.Ready)},
		{Row: 2, Document: ended(check.Attention)},
		{Row: 3, Document: ended(check.Undecided)},
		{Row: 4, Document: ended(check.NotReady)},
		{Row: 5, Document: ended(check.Undecided), Fault: batch.FaultNumber},
		{Row: 6, Document: ended(check.NotReady), Name: "Oven & Söhne"},
	}
	batch.Sort(results)
	var order []int
	for _, result := range results {
		order = append(order, result.Row)
	}
	if want := []int{4, 6, 5, 3, 2, 1}; !slices.Equal(order, want) {
		t.Errorf("got %v, want %v", order, want)
	}
	if found := batch.Filter(results, " söhne "); len(found) != 1 || found[0].Row != 6 {
		t.Errorf("the search found %v", found)
	}
	if found := batch.Filter(results, "", check.NotReady, check.Attention); len(found) != 3 {
		t.Errorf("the filter kept %v", found)
	}
	if count := batch.Count(results); count[check.NotReady] != 2 || count[check.Undecided] != 2 {
		t.Errorf("counted %v", count)
	}
}

// TestFormulaMarksAreMarkedAsText: also wide ones, and those behind what a
// spreadsheet passes over.
func TestFormulaMarksAreMarkedAsText(t *testing.T) {
	for _, mark := range []string{"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\ufe66"} {
		for _, before := range []string{"", " ", "\u00a0\u3000", "\u200b", "\ufeff", "\t", "\r\n", "\u2800", "\x1b[31m"} {
			var text strings.Builder
			results := []batch.Result{{Row: 1, Name: before + mark + "1+1"}}
			if err := batch.WriteCSV(&text, results, func(batch.Result) string { return "" }); err != nil {
				t.Fatal(err)
			}
			rows, err := csv.NewReader(strings.NewReader(text.String())).ReadAll()
			if err != nil || len(rows) != 2 || !strings.HasPrefix(rows[1][1], "'") {
				t.Errorf("%q is written as %q, %v", results[0].Name, rows, err)
			}
		}
	}
}
