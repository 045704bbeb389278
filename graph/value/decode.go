package value

import (
	"encoding/json"
	"errors"
)

// Decode reads JSON and passes over a field of another shape than expected:
// Meta's sources differ, and one odd field must not make an account unreadable.
func Decode(body []byte, into any) error {
	err := json.Unmarshal(body, into)
	var otherShape *json.UnmarshalTypeError
	if errors.As(err, &otherShape) {
		return nil
	}
	return err
}
