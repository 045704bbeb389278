package partner

import (
	"bufio"
	"encoding/csv"
	"strings"
	"unicode/utf8"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

// Customer is one customer's business portfolio, with the name under which its
// token will be saved; "" takes the one that Graph tells.
type Customer struct {
	Business graph.ID
	Name     string
}

// LineFault says why a line of a list was passed over.
type LineFault string

// The faults there are.
const (
	LineWithoutID   LineFault = "without_id"
	LineTwice       LineFault = "twice" // the same id again, or the same name for another
	LineBadName     LineFault = "bad_name"
	LineSecret      LineFault = "secret" // a token or secret, which has no place in a list
	LineTooMany     LineFault = "too_many"
	LineNotReadable LineFault = "not_readable"
)

// AllLineFaults lists why a line may be passed over.
func AllLineFaults() []LineFault {
	return []LineFault{
		LineWithoutID, LineTwice, LineBadName, LineSecret, LineTooMany, LineNotReadable,
	}
}

// BadLine is a line that was passed over, counted from 1. Its text is not
// repeated: anything may have been pasted there.
type BadLine struct {
	Line  int
	Fault LineFault
}

// MostCustomers is how many a list can have.
const MostCustomers = 5000

// ReadList reads a list of customers: an id a line, or a table with a column of
// ids and one of names, in either order, separated by comma, semicolon or tab. A
// first line that names the columns, empty lines, and lines that begin with #
// are left out.
func ReadList(text string) ([]Customer, []BadLine) {
	var customers []Customer
	var bad []BadLine
	ids, names := map[graph.ID]bool{}, map[string]bool{}
	lines := bufio.NewScanner(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	lines.Buffer(nil, 64<<10)
	first, number := true, 0
	for lines.Scan() {
		number++
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		customer, fault := readLine(line)
		heading := first && fault == LineWithoutID && !strings.ContainsAny(line, "0123456789")
		first = false
		lower := strings.ToLower(customer.Name)
		switch {
		case heading:
			continue
		case fault != "":
		case ids[customer.Business], lower != "" && names[lower]:
			fault = LineTwice
		case len(customers) == MostCustomers:
			return customers, append(bad, BadLine{number, LineTooMany})
		}
		if fault != "" {
			bad = append(bad, BadLine{number, fault})
			continue
		}
		ids[customer.Business], names[lower] = true, true
		customers = append(customers, customer)
	}
	if lines.Err() != nil {
		bad = append(bad, BadLine{number + 1, LineNotReadable})
	}
	return customers, bad
}

func readLine(line string) (Customer, LineFault) {
	if graph.HoldsSecret(line) {
		return Customer{}, LineSecret
	}
	row, err := cells(line)
	if err != nil || !utf8.ValidString(line) {
		return Customer{}, LineNotReadable
	}
	var customer Customer
	for _, cell := range row {
		id, fault := ReadID(cell)
		switch {
		case fault == NoFault && customer.Business == "":
			customer.Business = id
		case cell != "" && customer.Name == "":
			customer.Name = cell
		}
	}
	if customer.Business == "" {
		return Customer{}, LineWithoutID
	}
	if customer.Name != "" {
		name, err := vault.CleanName(customer.Name)
		if err != nil {
			return Customer{}, LineBadName
		}
		customer.Name = name
	}
	return customer, ""
}

// cells reads one row. Names may hold a comma where something else separates.
func cells(row string) ([]string, error) {
	reader := csv.NewReader(strings.NewReader(row))
	reader.LazyQuotes, reader.TrimLeadingSpace = true, true
	for _, separator := range []rune{'\t', ';', ','} {
		reader.Comma = separator
		if strings.ContainsRune(row, separator) {
			break
		}
	}
	found, err := reader.Read()
	for i := range found {
		found[i] = strings.TrimSpace(found[i])
	}
	return found, err
}
