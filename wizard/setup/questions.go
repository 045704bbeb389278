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

// Questions are what the first step asks, as far as the answers so far lead.
func (p Progress) Questions() []Question {
	whose := Question{ID: "step.business.title", Missing: MissingSituation}
	for _, situation := range AllSituations() {
		whose.Answers = append(whose.Answers, Answer{
			"situation." + string(situation), p.Situation == situation,
			func(progress *Progress) { progress.Situation = situation },
		})
	}
	if p.Situation != SolutionPartner {
		return []Question{whose}
	}
	what := Question{ID: "purpose.question", Missing: MissingPurpose}
	for _, purpose := range AllPurposes() {
		what.Answers = append(what.Answers, Answer{
			"purpose." + string(purpose), p.Purpose == purpose,
			func(progress *Progress) { progress.Purpose = purpose },
		})
	}
	return []Question{whose, what}
}

// PlainQuestion is asked of those who are not sure of their situation. It is
// answered with yes or no.
type PlainQuestion struct {
	ID      string // of the words that ask
	Yes, No Conclusion
}

// Conclusion is what the answer to a plain question leads to: a situation, or
// one more question.
type Conclusion struct {
	Situation Situation
	Question  *PlainQuestion // nil where the situation is found
}

// FirstPlainQuestion leads to the situation.
var FirstPlainQuestion = PlainQuestion{
	ID:  "situation.question_own",
	Yes: Conclusion{Situation: OwnBusiness},
	No: Conclusion{Question: &PlainQuestion{
		ID:  "situation.question_credit",
		Yes: Conclusion{Situation: SolutionPartner},
		No:  Conclusion{Situation: TechProvider},
	}},
}
