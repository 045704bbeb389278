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

// AllSituations lists the answers of the first step.
func AllSituations() []Situation { return []Situation{OwnBusiness, TechProvider, SolutionPartner} }

// Purpose is what a solution partner's token is for.
type Purpose string

// The purposes. Each needs another kind of token.
const (
	PurposeUnknown    Purpose = ""
	PurposeCreditLine Purpose = "credit_line" // sharing the credit line: a system user token
	PurposeCustomers  Purpose = "customers"   // everything else: a business token for each customer
)

// AllPurposes lists the answers to the question put to solution partners.
func AllPurposes() []Purpose { return []Purpose{PurposeCreditLine, PurposeCustomers} }

// Question is one of the first step's. Missing is what is said when it was not
// answered.
type Question struct {
	ID      string // of the words that ask
	Missing Missing
	Answers []Answer
}

// Answer is one of the answers to a question. Below its ID hang the words
// "title" and "detail".
type Answer struct {
	ID     string
	Chosen bool
	Note   func(*Progress) // for Setup.Change
}

// Questions are what the first step asks, as far as the answers so far lead: whose WhatsApp it
// is, and of those who build software for others how they work with Meta.
func (p Progress) Questions() []Question {
	questions := []Question{{ID: "step.business.title", Missing: MissingSituation, Answers: []Answer{
		p.is(OwnBusiness),
		{"situation.others", p.others(), func(progress *Progress) {
			if !progress.others() {
				progress.Situation, progress.ForOthers = SituationUnknown, true
			}
		}},
	}}}
	if p.others() {
		questions = append(questions, Question{ID: "situation.question", Missing: MissingPayer, Answers: []Answer{
			p.is(TechProvider), p.is(SolutionPartner),
		}})
	}
	if p.Situation == SolutionPartner {
		what := Question{ID: "purpose.question", Missing: MissingPurpose}
		for _, purpose := range AllPurposes() {
			what.Answers = append(what.Answers, Answer{
				"purpose." + string(purpose), p.Purpose == purpose,
				func(progress *Progress) { progress.Purpose = purpose },
			})
		}
		questions = append(questions, what)
	}
	return questions
}

// others reports whether the token is for other businesses than the person's own.
func (p Progress) others() bool {
	return p.ForOthers || p.Situation == TechProvider || p.Situation == SolutionPartner
}

// is the answer that a person is in a situation.
func (p Progress) is(situation Situation) Answer {
	return Answer{"situation." + string(situation), p.Situation == situation, func(progress *Progress) {
		progress.Situation, progress.ForOthers = situation, situation != OwnBusiness
	}}
}
