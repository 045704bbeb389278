package report

import (
	"slices"

	"latchkey/wizard/check"
)

// Schema names the form of a Profile. It changes only when fields do.
const Schema = "latchkey.report/1"

// Profile is latchkey.report/1: of a document, the fields that other programs
// rely on.
type Profile struct {
	Schema string `json:"schema"`
	Document
}

// Profile leaves out what only this program reads.
func (d Document) Profile() Profile {
	d.Verdict = Verdict{Status: d.Verdict.Status, Summary: d.Verdict.Summary}
	d.Token.ClientBusinessID = ""
	d.Unlisted = 0
	d.Accounts = slices.Clone(d.Accounts)
	for i, known := range d.Accounts {
		account := Account{ID: known.ID, Name: known.Name, Review: known.Review, Numbers: slices.Clone(known.Numbers)}
		for j, number := range account.Numbers {
			account.Numbers[j] = Number{
				ID: number.ID, Display: number.Display, Name: number.Name, Status: number.Status, Quality: number.Quality, Test: number.Test,
			}
		}
		d.Accounts[i] = account
	}
	d.Checks = slices.Clone(d.Checks)
	for i, known := range d.Checks {
		told := check.Row{ID: known.ID, Status: known.Status, Graph: answerOf(known.Graph)}
		if told.Graph != nil && told.Graph.Error != nil {
			told.Graph.Message = ""
		}
		d.Checks[i] = Check{Row: told, Title: known.Title, Detail: known.Detail, Fix: known.Fix}
	}
	return Profile{Schema, d}
}
