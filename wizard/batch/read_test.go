package batch_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"latchkey/wizard/batch"
)

// row is an item as the tables of the tests write it.
type row struct {
	Line                             int
	Name, Token, Saved               string
	App, Account, Phone, Fault, Kind string
}

func rowsOf(items []batch.Item) []row {
	var rows []row
	for _, item := range items {
		rows = append(rows, row{
			Line: item.Row, Name: item.Name, Token: item.Paste.Token.Reveal(), Saved: item.Saved, App: string(item.Expected.App),
			Account: string(item.Expected.Account), Phone: string(item.Expected.Phone), Fault: string(item.Fault), Kind: string(item.Paste.Shape),
		})
	}
	return rows
}

func TestReadTakesListsAsPeopleHaveThem(t *testing.T) {
	one, two := tokenOf(1), tokenOf(2)
	saved := func(name string) bool { return name == "corner-bakery-berlin-token" || name == "Bakery" }
	token := func(line int, name, token string) row {
		return row{Line: line, Name: name, Token: token, Kind: "token"}
	}
	for name, test := range map[string]struct {
		list string
		want []row
	}{
		"commas, no heading": {
			"Ana," + one + ",700,500,600\nBen," + two + "\n",
			[]row{{Line: 1, Name: "Ana", Token: one, App: "700", Account: "500", Phone: "600", Kind: "token"}, token(2, "Ben", two)},
		},
		"semicolons and quotes, from a spreadsheet": {
			"\ufeffName;Token;Number\r\n\"Ana; the \"\"first\"\"\";" + one + ";600\r\n\r\nBen;" + two + ";\r\n",
			[]row{{Line: 2, Name: `Ana; the "first"`, Token: one, Phone: "600", Kind: "token"}, token(4, "Ben", two)},
		},
		"the separator is named": {"sep=;\nname;token\nAna;" + one, []row{token(3, "Ana", one)}},
		"tabs":                   {"Ana\t" + one + "\t700", []row{{Line: 1, Name: "Ana", Token: one, App: "700", Kind: "token"}}},
		"other order, other columns": {
			"Phone_Number_ID,Access Token,remark,customer\n600," + one + ",hello,Ana",
			[]row{{Line: 2, Name: "Ana", Token: one, Phone: "600", Kind: "token"}},
		},
		"one token a line":     {one + "\n  " + two + "  \n", []row{token(1, "", one), token(2, "", two)}},
		"tokens without names": {one + ",700\n" + two, []row{{Line: 1, Token: one, App: "700", Kind: "token"}, token(2, "", two)}},
		"a saved one": {
			"Ana,corner-bakery-berlin-token\nname is known,Bearer " + one,
			[]row{{Line: 1, Name: "Ana", Saved: "corner-bakery-berlin-token", Kind: "empty"}, token(2, "name is known", one)},
		},
		"a column of saved ones": {"saved,app\nBakery,700", []row{{Line: 2, Saved: "Bakery", App: "700", Kind: "empty"}}},
		"what is no token": {
			"Ana,+49 30 901820\nBen,\nCid,short",
			[]row{{Line: 1, Name: "Ana", Kind: "phone"}, {Line: 2, Name: "Ben", Fault: "batch.no_token", Kind: "empty"}, {Line: 3, Name: "Cid", Fault: "batch.neither", Kind: "too_short"}},
		},
		"what is no id": {
			"Ana," + one + ",1.2E+14\nBen," + two + ",700",
			[]row{{Line: 1, Name: "Ana", Token: one, Fault: "batch.bad_app", Kind: "token"}, {Line: 2, Name: "Ben", Token: two, App: "700", Kind: "token"}},
		},
		"every id where another should be": {
			"Ana," + one + ",,8.61E+14\nBen," + two + ",,,+49 30 1",
			[]row{{Line: 1, Name: "Ana", Token: one, Fault: "batch.bad_account", Kind: "token"}, {Line: 2, Name: "Ben", Token: two, Fault: "batch.bad_number", Kind: "token"}},
		},
		"a name that is mistyped": {
			"saved\nBakrey\nBakery",
			[]row{{Line: 2, Saved: "Bakrey", Fault: "batch.no_such_name", Kind: "empty"}, {Line: 3, Saved: "Bakery", Kind: "empty"}},
		},
		"lines end as on old Macs": {"name,token\rAna," + one + "\rBen," + two, []row{token(2, "Ana", one), token(3, "Ben", two)}},
		"headings as Meta names them": {
			"Token,WhatsApp Business Account ID,Phone number ID\n" + one + ",500,600\n,,\n",
			[]row{{Line: 2, Token: one, Account: "500", Phone: "600", Kind: "token"}},
		},
		"too many columns": {
			"Ana," + one + ",700,500,600,more",
			[]row{{Line: 1, Name: "Ana", Token: one, App: "700", Account: "500", Phone: "600", Fault: "batch.too_many", Kind: "token"}},
		},
		"an open quote spoils its own line": {
			"Ana," + one + "\n\"Ben," + two + "\nCid," + two,
			[]row{token(1, "Ana", one), {Line: 2, Fault: "batch.unreadable"}, token(3, "Cid", two)},
		},
		// A name is shown, and so is never the token.
		"a token in the name": {"for " + one + "," + one, []row{token(1, "for [token hidden]", one)}},
	} {
		t.Run(name, func(t *testing.T) {
			items, err := batch.Read(strings.NewReader(test.list), saved)
			if err != nil {
				t.Fatal(err)
			}
			if difference := cmp.Diff(test.want, rowsOf(items)); difference != "" {
				t.Errorf("-want +got:\n%s", difference)
			}
		})
	}
}

// A column that is not understood would be passed over in silence.
func TestReadTellsOfColumnsPassedOver(t *testing.T) {
	list, err := batch.ReadList(strings.NewReader("Customer;Token;Remark;;WhatsApp account ID;Business account ID;Pone\nAna;"+tokenOf(1)), nil)
	if difference := cmp.Diff([]string{"Remark", "Pone"}, list.PassedOver); err != nil || difference != "" {
		t.Errorf("%v, -want +got:\n%s", err, difference)
	}
}

func TestReadRefusesWhatIsNoList(t *testing.T) {
	for name, test := range map[string]struct {
		list io.Reader
		want error
	}{
		"empty":         {strings.NewReader(" \n\r\n"), batch.ErrNoRows},
		"heading only":  {strings.NewReader("name,token\n"), batch.ErrNoRows},
		"a spreadsheet": {strings.NewReader("PK\x03\x04\x00\x00"), batch.ErrNotText},
		"UTF-16":        {strings.NewReader("\xff\xfeA\x00n\x00a\x00"), batch.ErrNotText},
		"too many rows": {strings.NewReader(strings.Repeat("a\n", 100_001)), batch.ErrTooLong},
		"too large":     {strings.NewReader(strings.Repeat("a", 33<<20)), batch.ErrTooLong},
		"not readable":  {iotest.ErrReader(io.ErrUnexpectedEOF), io.ErrUnexpectedEOF},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := batch.Read(test.list, nil); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}

// FuzzRead: whatever a list holds, no row shows a token.
func FuzzRead(f *testing.F) {
	f.Add("name;token\nAna;" + tokenOf(1) + "\n")
	f.Add("sep=\t\n\"" + tokenOf(2) + "\",\"\"\"\n" + tokenOf(1) + "," + tokenOf(2) + "," + tokenOf(1))
	f.Fuzz(func(t *testing.T, list string) {
		items, err := batch.Read(strings.NewReader(list), nil)
		if err != nil {
			return
		}
		for _, item := range items {
			shown := fmt.Sprintf("%+v", item)
			for _, row := range []int{1, 2} {
				if strings.Contains(shown, tokenOf(row)[:60]) && strings.Contains(list, tokenOf(row)) {
					t.Fatalf("row %d shows a token: %s", item.Row, shown)
				}
			}
		}
	})
}
