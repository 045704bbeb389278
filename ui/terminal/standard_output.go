package terminal

import (
	"errors"
	"io"
	"io/fs"
)

// output is standard output, which remembers what kept it from taking a text. What
// comes after that is not printed: half a document would be taken for a whole one.
type output struct {
	io.Writer
	failed error
}

func (o *output) Write(text []byte) (int, error) {
	if o.failed != nil {
		return 0, o.failed
	}
	written, err := o.Writer.Write(text)
	o.failed = err
	return written, err
}

// Unwrap returns what is written to, for whoever asks how wide that is.
func (o *output) Unwrap() io.Writer { return o.Writer }

// systemCause is an error about a file in the system's own words, without the
// file's name.
func systemCause(err error) string {
	var failure *fs.PathError
	if errors.As(err, &failure) {
		err = failure.Err
	}
	return err.Error()
}
