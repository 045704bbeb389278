package words

import "latchkey/wizard/support"

// Spoken says what a report comes down to whose code was read out on the phone.
func (w *Words) Spoken(spoken support.Spoken) string {
	values := Values{
		"Verdict": w.Say("report.verdict." + string(spoken.Verdict)),
		"Name":    w.Maybe("check." + string(spoken.About) + ".name"),
	}
	for _, refused := range spoken.Errors() {
		values["Code"] = refused.CodeText()
	}
	return w.Say("report.code.says", values)
}
