package report

import (
	"bytes"
	"encoding/json"

	"latchkey/graph/site"
	"latchkey/wizard/check"
)

// Check is one row and its sentences, which are in the language of whoever made
// the document; the row's reason and values say the same in any other.
type Check struct {
	check.Row
	Title, Detail string
	Fix           *Fix // nil where nothing is to be done
}

// checkJSON is how a Check is written.
type checkJSON struct {
	ID     check.ID           `json:"id"`
	Status check.Status       `json:"status"`
	Title  string             `json:"title"`
	Detail string             `json:"detail"`
	Fix    *Fix               `json:"fix"`
	Graph  *check.GraphAnswer `json:"graph"`
	Reason check.Reason       `json:"reason,omitempty"`
	Values map[string]string  `json:"values,omitempty"`
	Page   site.Page          `json:"page,omitempty"`
}

// MarshalJSON writes the row and its sentences as one object.
func (c Check) MarshalJSON() ([]byte, error) {
	row := c.Written()
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // whoever writes the document decides
	err := encoder.Encode(checkJSON{row.ID, row.Status, c.Title, c.Detail, c.Fix, row.Graph, row.Reason, row.Values, row.Page})
	return text.Bytes(), err
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Check) UnmarshalJSON(text []byte) error {
	var read checkJSON
	if err := json.Unmarshal(text, &read); err != nil {
		return err
	}
	if read.Graph != nil && read.Graph.Error != nil {
		read.Graph.HTTPStatus = read.Graph.HTTP
	}
	row := check.Row{ID: read.ID, Status: read.Status, Reason: read.Reason, Values: read.Values, Page: read.Page, Graph: read.Graph}
	*c = Check{Row: row.Read(), Title: read.Title, Detail: read.Detail, Fix: read.Fix}
	return nil
}
