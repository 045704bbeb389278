package words

import (
	"cmp"

	"latchkey/graph/trouble"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

// Advice is why the trouble of an id is there, where there are words for it, and
// what mends it.
func (w *Words) Advice(id string, values Values) string {
	return w.Paragraph(w.Maybe(id+".cause"), w.Say(id+".fix", values))
}

// VaultTrouble says what an error of the vault's is, and why it came and what
// mends it.
func (w *Words) VaultTrouble(err error) (title, advice string) {
	id, values := vault.TroubleOf(err)
	id = cmp.Or(id, "keychain."+string(vault.Other))
	return w.Say(id + ".title"), w.Advice(id, values)
}

// ReasonAdvice is why a business token was not had and what mends it, with what
// support asks for.
func (w *Words) ReasonAdvice(reason partner.Reason) string {
	parts := []string{w.Maybe(reason.ID+".cause", reason.Values), w.Maybe(reason.ID+".fix", reason.Values)}
	if reason.Graph != nil {
		parts = append(parts, w.GraphCode(reason.Graph))
	}
	return w.Paragraph(parts...)
}

// GraphCode is what support asks for of an answer of Graph: its code and its trace.
func (w *Words) GraphCode(answered *trouble.Error) string {
	return w.Say("terminal.graph_code", Values{"Code": answered.CodeText(), "Trace": answered.TraceID})
}
