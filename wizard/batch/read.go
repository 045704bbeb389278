package batch

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"latchkey/graph"
	"latchkey/wizard/check"
)

// What a list has at most.
const (
	mostBytes = 32 << 20
	mostRows  = 100_000
	mostName  = 80 // characters
)

// ErrTooLong says that a list has more rows or bytes than are read.
var ErrTooLong = errors.New("the list is too long")

// ErrNotText says that a file is no text, such as a spreadsheet's own format.
var ErrNotText = errors.New("the list is no text in UTF-8")

// ErrNoRows says that a list has nothing in it.
var ErrNoRows = errors.New("the list has no rows")

// Sample is a list to fill in.
const Sample = "name,token,app,account,number\nCorner Bakery,PASTE-THE-TOKEN-HERE,,,\n"

// column is what a field of a row stands for.
type column int

const (
	columnName column = iota
	columnToken
	columnApp
	columnAccount
	columnPhone
	columnSaved
	columnOther
)

// usualColumns are those of a list without a heading.
var usualColumns = []column{columnName, columnToken, columnApp, columnAccount, columnPhone}

// headings are the names of columns that are understood, without case, spaces,
// hyphens and underscores.
var headings = map[string]column{
	"name": columnName, "customer": columnName,
	"token": columnToken, "accesstoken": columnToken,
	"saved": columnSaved, "savedname": columnSaved,
	"app": columnApp, "appid": columnApp,
	"account": columnAccount, "accountid": columnAccount, "waba": columnAccount, "wabaid": columnAccount,
	"whatsappaccount": columnAccount, "whatsappaccountid": columnAccount, "businessaccountid": columnAccount,
	"whatsappbusinessaccount": columnAccount, "whatsappbusinessaccountid": columnAccount,
	"number": columnPhone, "numberid": columnPhone, "phone": columnPhone, "phoneid": columnPhone, "phonenumberid": columnPhone,
}

// List is a list that was read.
type List struct {
	Items []Item
	// PassedOver are the headings of columns that are not understood, as they
	// are written.
	PassedOver []string
}

// Read is ReadList where nobody is told which columns were passed over.
func Read(list io.Reader, isSaved func(name string) bool) ([]Item, error) {
	read, err := ReadList(list, isSaved)
	return read.Items, err
}

// ReadList reads a list: CSV with commas, semicolons or tabs, with or without a
// heading, or simply one token a line. The columns are name, token or the name
// of a saved one, app, account and number; all but the token may be left out.
// isSaved tells names of saved tokens from tokens; nil if there are none.
//
// A row that cannot be used stays in the list with its fault. The error is for
// a list that cannot be used at all.
func ReadList(list io.Reader, isSaved func(name string) bool) (List, error) {
	content, err := io.ReadAll(io.LimitReader(list, mostBytes+1))
	switch {
	case err != nil:
		return List{}, fmt.Errorf("reading the list: %w", err)
	case len(content) > mostBytes:
		return List{}, ErrTooLong
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if !utf8.Valid(content) || bytes.IndexByte(content, 0) >= 0 {
		return List{}, ErrNotText
	}
	if !bytes.Contains(content, []byte("\n")) {
		content = bytes.ReplaceAll(content, []byte("\r"), []byte("\n")) // as spreadsheets on old Macs end lines
	}
	if isSaved == nil {
		isSaved = func(string) bool { return false }
	}
	reading := reading{isSaved: isSaved, columns: usualColumns}
	number := 0
	for line := range strings.Lines(string(content)) {
		number++
		if len(reading.items) == mostRows {
			return List{}, ErrTooLong
		}
		if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) != "" {
			reading.line(number, line)
		}
	}
	if len(reading.items) == 0 {
		return List{}, ErrNoRows
	}
	return List{Items: reading.items, PassedOver: reading.passedOver}, nil
}

// reading is a list while it is read.
type reading struct {
	isSaved   func(string) bool
	separator rune
	columns   []column
	headed    bool // the list names its columns
	items     []Item

	passedOver []string // headings that are not understood
}

// line reads one line. Lines are read one by one, so that a quote left open
// spoils no more than its own.
func (r *reading) line(number int, line string) {
	first := r.separator == 0
	if first {
		// What spreadsheets write to name the separator.
		if named, found := strings.CutPrefix(strings.ToLower(line), "sep="); found && len(named) == 1 {
			r.separator = rune(named[0])
			return
		}
		r.separator = separatorOf(line)
	}
	reader := csv.NewReader(strings.NewReader(line))
	reader.Comma, reader.FieldsPerRecord, reader.TrimLeadingSpace = r.separator, -1, true
	fields, err := reader.Read()
	if err != nil {
		r.items = append(r.items, Item{Row: number, Fault: FaultUnreadable})
		return
	}
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	if len(r.items) == 0 && !r.headed {
		if columns := headingOf(fields); columns != nil {
			r.columns, r.headed = columns, true
			for i, column := range columns {
				if column == columnOther && fields[i] != "" {
					r.passedOver = append(r.passedOver, presentable(fields[i], graph.Token{}))
				}
			}
			return
		}
	}
	if strings.Join(fields, "") == "" {
		return // a row of separators, as spreadsheets write empty ones
	}
	r.items = append(r.items, r.item(number, fields))
}

// separatorOf is the separator that a line has most of.
func separatorOf(line string) rune {
	separator, most := ',', 0
	for _, candidate := range []rune{',', ';', '\t'} {
		if count := strings.Count(line, string(candidate)); count > most {
			separator, most = candidate, count
		}
	}
	return separator
}

// headingOf are the columns that a heading names, nil where the fields are no
// heading: one names the token.
func headingOf(fields []string) []column {
	columns := make([]column, len(fields))
	for i, field := range fields {
		name := strings.NewReplacer(" ", "", "\u00a0", "", "_", "", "-", "").Replace(strings.ToLower(field))
		known, found := headings[name]
		if !found {
			known = columnOther
		}
		columns[i] = known
	}
	if slices.Contains(columns, columnToken) || slices.Contains(columns, columnSaved) {
		return columns
	}
	return nil
}

// item makes an item of a row's fields.
func (r *reading) item(number int, fields []string) Item {
	item := Item{Row: number, Paste: check.ReadPaste("")}
	columns := r.columns
	if !r.headed && (len(fields) == 1 || plainlyToken(fields[0])) {
		columns = columns[1:] // a list without names
	}
	name := ""
	for i, field := range fields {
		switch {
		case field == "":
			continue
		case i >= len(columns):
			item.Fault = FaultTooMany
			continue
		}
		switch columns[i] {
		case columnName:
			name = field
		case columnSaved:
			item.Saved = field
		case columnToken:
			if r.isSaved(field) {
				item.Saved = field
			} else {
				item.Paste = check.ReadPaste(field)
			}
		case columnApp:
			item.id(&item.Expected.App, field, FaultApp)
		case columnAccount:
			item.id(&item.Expected.Account, field, FaultAccount)
		case columnPhone:
			item.id(&item.Expected.Phone, field, FaultNumber)
		}
	}
	item.Name = presentable(name, item.Paste.Token)
	if item.Fault == "" {
		item.Fault = r.withoutToken(item)
	}
	return item
}

// withoutToken is the fault of a row in which no token is named, such as by a
// name that was mistyped. What is plainly something else the check names.
func (r *reading) withoutToken(item Item) Fault {
	switch {
	case item.Saved != "" && !r.isSaved(item.Saved):
		return FaultNoName
	case item.Saved != "":
		return ""
	case item.Paste.Shape == check.ShapeEmpty:
		return FaultNoToken
	case item.Paste.Shape == check.ShapeText, item.Paste.Shape == check.ShapeShort:
		return FaultNeither
	}
	return ""
}

// plainlyToken reports whether a field is a token, also where a name could
// stand.
func plainlyToken(field string) bool {
	return strings.HasPrefix(field, "EAA") && check.ReadPaste(field).Usable()
}

// id takes an id. What is none is not kept: a token may have slipped into the
// column.
func (i *Item) id(into *graph.ID, field string, fault Fault) {
	id := graph.ID(field)
	if !id.Digits() {
		i.Fault = fault
		return
	}
	*into = id
}

// presentable is a name as it may be shown: on one line, not too long, and
// without a token in it.
func presentable(name string, token graph.Token) string {
	name = graph.Clean(name, token)
	if letters := []rune(name); len(letters) > mostName {
		name = string(letters[:mostName-1]) + "…"
	}
	return name
}
