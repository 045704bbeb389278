package setup

// Situation is which of Meta's three kinds of customer a person is.
// Source: developers.facebook.com, whatsapp/access-tokens.
type Situation string

// The situations. Each needs another kind of token.
const (
	SituationUnknown Situation = ""
	OwnBusiness      Situation = "own_business"     // system user token
	TechProvider     Situation = "tech_provider"    // business token of each customer
	SolutionPartner  Situation = "solution_partner" // system user token for the credit line, business tokens for the rest
)

// Purpose is what a solution partner's token is for.
type Purpose string

// The purposes. Each needs another kind of token.
const (
	PurposeUnknown    Purpose = ""
	PurposeCreditLine Purpose = "credit_line" // sharing the credit line: a system user token
	PurposeCustomers  Purpose = "customers"   // everything else: a business token for each customer
)

// Question is one of the first step's. Missing is what is said when it was not
// answered, Unsure the id of the words that help to answer it.
type Question struct {
	ID      string // of the words that ask
	Missing Missing
	Unsure  string
	Answers []Answer
}

// Answer is one of the answers to a question. Below its ID hang the words
// "title" and "detail".
type Answer struct {
	ID     string
	Chosen bool
	Note   func(*Progress) // for Setup.Change
}

// Questions are what the first step asks, as far as the answer so far leads: whose WhatsApp it
// is, and of those who build software for others what they need the token for.
func (p Progress) Questions() []Question {
	whose := Question{ID: "step.business.title", Missing: MissingSituation, Unsure: "situation.unsure_text", Answers: []Answer{
		p.answer(OwnBusiness, PurposeUnknown),
		{"situation.others", p.others(), func(progress *Progress) {
			if !progress.others() {
				progress.Situation, progress.ForOthers = SituationUnknown, true
			}
		}},
	}}
	if !p.others() {
		return []Question{whose}
	}
	return []Question{whose, {ID: "purpose.question", Missing: MissingPurpose, Unsure: "purpose.unsure_text", Answers: []Answer{
		p.answer(TechProvider, PurposeUnknown),
		p.answer(SolutionPartner, PurposeCustomers),
		p.answer(SolutionPartner, PurposeCreditLine),
	}}}
}

// others reports whether the token is for other businesses than the person's own.
func (p Progress) others() bool {
	return p.ForOthers || p.Situation == TechProvider || p.Situation == SolutionPartner
}

// answer is the one that a person is in a situation and needs the token for a purpose, where the
// situation leaves that open.
func (p Progress) answer(situation Situation, purpose Purpose) Answer {
	id, chosen := "situation."+string(situation), p.Situation == situation
	if purpose != PurposeUnknown {
		id, chosen = "purpose."+string(purpose), chosen && p.Purpose == purpose
	}
	return Answer{id, chosen, func(progress *Progress) {
		progress.Situation, progress.ForOthers, progress.Purpose = situation, situation != OwnBusiness, purpose
	}}
}
