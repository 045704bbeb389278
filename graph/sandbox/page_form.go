package sandbox

import "slices"

// complaint is what is wrong with a form, and the id of the field it is about.
// The zero value is none.
type complaint struct{ Field, Text string }

// About gives the complaint when it is about this field.
func (f frame) About(field string) *complaint {
	if f.Problem.Field != field {
		return nil
	}
	return &f.Problem
}

// Typed gives what was typed into a form that comes back with a problem.
func (f frame) Typed(name string) string {
	if f.Problem.Text == "" {
		return ""
	}
	return f.form.Get(name)
}

// Ticked reports whether a form that comes back with a problem had this chosen.
func (f frame) Ticked(name, value string) bool {
	return f.Problem.Text != "" && slices.Contains(f.form[name], value)
}
