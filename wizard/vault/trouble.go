package vault

import (
	"errors"

	"latchkey/wizard/files"
)

// TroubleOf names what kept the vault from doing what was asked: the id below
// which the languages have title and fix, and the values in these. An error that
// is none of the vault's has the id "".
func TroubleOf(err error) (id string, values map[string]string) {
	var keychain *Error
	var file *files.Error
	var name *NameError
	var taken *TakenError
	switch {
	case errors.As(err, &keychain):
		return "keychain." + string(keychain.Reason), nil
	case errors.As(err, &file):
		if file.Variable != "" {
			return "files." + string(file.Reason), map[string]string{"Variable": file.Variable}
		}
		return "files." + string(file.Reason), map[string]string{"Path": file.Path}
	case errors.As(err, &name):
		return "name." + string(name.Fault), nil
	case errors.Is(err, ErrTokenInEntry):
		return "name.token", nil
	case errors.As(err, &taken):
		return "taken", map[string]string{"Name": taken.Name}
	}
	return "", nil
}
