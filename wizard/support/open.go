package support

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"latchkey/graph/site"
	"latchkey/graph/value"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// Fault says why a file could not be opened as a report.
type Fault string

// The faults there are.
const (
	FaultDamaged  Fault = "damaged"   // a report once, but cut off or changed
	FaultForeign  Fault = "foreign"   // something else
	FaultPlain    Fault = "plain"     // a report as text: for reading only
	FaultNewer    Fault = "newer"     // from a later version of this program
	FaultTooLarge Fault = "too_large" // more than any report has
	FaultTooDeep  Fault = "too_deep"  // lists within lists, as no report has
)

// Faults lists all of them.
var Faults = []Fault{FaultDamaged, FaultForeign, FaultPlain, FaultNewer, FaultTooLarge, FaultTooDeep}

// OpenError is a file that could not be opened as a report. It quotes nothing
// of the file.
type OpenError struct {
	Fault Fault
	Err   error // nil where the fault says it all
}

// Error says which fault, and what was found.
func (e *OpenError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("opening a report: %s", e.Fault)
	}
	return fmt.Sprintf("opening a report: %s: %v", e.Fault, e.Err)
}

// Unwrap returns the error behind the fault, or nil.
func (e *OpenError) Unwrap() error { return e.Err }

func fault(fault Fault, err error) error { return &OpenError{Fault: fault, Err: err} }

// What a report has at most. One of 25 accounts with a hundred numbers each
// stays well below.
const (
	largestFile = 6 << 20
	mostParts   = 30_000 // objects and lists
	deepest     = 24
	mostChecks  = 200
)

var (
	dataStart  = value.Pattern(`(?i)<script[^>]*\bid="?` + dataID + `"?[^>]*>`)
	dataEnd    = value.Pattern(`(?i)</script`)
	codeInText = value.Pattern(`\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b`)
	schemaForm = value.Pattern(`^latchkey\.(?:support|report)/(\d{1,6})$`)
	reasonForm = value.Pattern(`^(?:check|trouble|network|skipped|verdict)\.[a-z0-9_.]{1,80}$`)
)

// knownVersion of both schemas is what this program reads.
const knownVersion = 1

// Open reads a report: the page that HTML writes, or JSON, also that of
// "latchkey check --json". Nothing in the file is executed or fetched, and its
// texts come without what could steer a screen. The error is an *OpenError, or
// that of reading.
func Open(file io.Reader) (Report, error) {
	content, err := io.ReadAll(io.LimitReader(file, largestFile+1))
	if err != nil {
		return Report{}, fmt.Errorf("reading the report: %w", err)
	}
	if len(content) > largestFile {
		return Report{}, fault(FaultTooLarge, nil)
	}
	document, err := findDocument(content)
	if err != nil {
		return Report{}, err
	}
	if err := measure(document); err != nil {
		return Report{}, err
	}
	if err := readSchema(document); err != nil {
		return Report{}, err
	}
	var opened Report
	if err := json.Unmarshal(document, &opened); err != nil {
		return Report{}, fault(FaultDamaged, errors.New("a value is of another kind than it should be"))
	}
	return opened.tidied()
}

// findDocument is the JSON of a file that may be a page around it.
func findDocument(content []byte) ([]byte, error) {
	content = bytes.TrimSpace(bytes.TrimPrefix(content, []byte("\ufeff")))
	if bytes.HasPrefix(content, []byte("{")) {
		return content, nil
	}
	start := dataStart().FindIndex(content)
	if start == nil && isPlain(content) {
		return nil, fault(FaultPlain, nil)
	}
	if start == nil {
		return nil, fault(FaultForeign, nil)
	}
	rest := content[start[1]:]
	end := dataEnd().FindIndex(rest)
	if end == nil {
		return nil, fault(FaultDamaged, errors.New("the page is cut off"))
	}
	return bytes.TrimSpace(rest[:end[0]]), nil
}

// isPlain reports whether a text is what WritePlain writes, in any language: the
// code for the phone stands in it.
func isPlain(content []byte) bool {
	_, err := ReadCode(string(codeInText().Find(content)))
	return err == nil
}

// measure bounds what decoding can cost before it begins.
func measure(document []byte) error {
	depth, parts, quoted := 0, 0, false
	for i := 0; i < len(document); i++ {
		switch letter := document[i]; {
		case quoted && letter == '\\':
			i++
		case letter == '"':
			quoted = !quoted
		case quoted:
		case letter == '{', letter == '[':
			depth++
			parts++
			if depth > deepest {
				return fault(FaultTooDeep, nil)
			}
			if parts > mostParts {
				return fault(FaultTooLarge, nil)
			}
		case letter == '}', letter == ']':
			depth--
		}
	}
	return nil
}

func readSchema(document []byte) error {
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(document, &head); err != nil {
		if bytes.Contains(document, []byte(`latchkey.`)) {
			return fault(FaultDamaged, errors.New("it is no JSON"))
		}
		return fault(FaultForeign, nil)
	}
	version := schemaForm().FindStringSubmatch(head.Schema)
	if version == nil {
		return fault(FaultForeign, nil)
	}
	if number, _ := strconv.Atoi(version[1]); number != knownVersion {
		return fault(FaultNewer, nil)
	}
	return nil
}

// tidied is an opened report with every text made harmless, no list null, and
// nothing that this program would not have written.
func (r Report) tidied() (Report, error) {
	if len(r.Checks) > mostChecks {
		return Report{}, fault(FaultTooLarge, nil)
	}
	if r.CheckedAt.IsZero() || !slices.Contains(outcomes, r.Verdict.Status) {
		return Report{}, fault(FaultDamaged, errors.New("the verdict or its time is missing"))
	}
	statuses := []check.Status{check.Pass, check.Warn, check.Fail, check.Unknown, check.Skipped}
	for i := range r.Checks {
		one := &r.Checks[i]
		if one.ID == "" || !slices.Contains(statuses, one.Status) {
			return Report{}, fault(FaultDamaged, errors.New("a check has no name or no outcome"))
		}
		if !reasonForm().MatchString(string(one.Reason)) {
			one.Reason = ""
		}
		if one.Fix != nil && !site.Meta.Holds(one.Fix.URL) {
			one.Fix.URL = ""
		}
	}
	if !reasonForm().MatchString(string(r.Verdict.Reason)) {
		r.Verdict.Reason = ""
	}
	r.Schema = Schema
	r.Token.Last4 = lastFour(r.Token.Last4)
	r.CheckedAt, r.Made.At = report.Second(r.CheckedAt), report.Second(r.Made.At)
	r.fillLists()
	return mapTexts(r, harmless), nil
}

func (r *Report) fillLists() {
	r.Hidden = filled(r.Hidden)
	r.Permissions.Granted = filled(r.Permissions.Granted)
	r.Permissions.Missing = filled(r.Permissions.Missing)
	r.Permissions.Surplus = filled(r.Permissions.Surplus)
	r.Accounts, r.Checks = filled(r.Accounts), filled(r.Checks)
	for i := range r.Accounts {
		account := &r.Accounts[i]
		account.Numbers = filled(account.Numbers)
		fillHealth(account.Health)
		for j := range account.Numbers {
			fillHealth(account.Numbers[j].Health)
		}
	}
}

func fillHealth(health *report.Health) {
	if health == nil {
		return
	}
	health.Entities = filled(health.Entities)
	for i := range health.Entities {
		health.Entities[i].Errors = filled(health.Entities[i].Errors)
	}
}

func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
