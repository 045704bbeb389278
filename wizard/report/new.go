package report

import (
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
)

// New copies from a check what may be told of it. Nothing gets in that is not
// named here, so what a later Graph adds stays out by itself. Sentences are
// missing until Say.
func New(found check.Report) Document {
	told := Document{
		CheckedAt: Second(found.CheckedAt),
		Graph:     Graph{Version: found.GraphVersion},
		Verdict: Verdict{
			Status: found.Verdict.Status, Reason: found.Verdict.Reason, About: found.Verdict.About.ID, Missing: found.Verdict.Missing,
		},
		Token: tokenOf(found.Token),
		Permissions: Permissions{
			Granted: append([]string{}, found.Permissions.Granted...),
			Missing: append([]string{}, found.Permissions.Missing...),
			Surplus: append([]string{}, found.Permissions.Surplus...),
		},
		Accounts: make([]Account, 0, len(found.Accounts)),
		Unlisted: found.Unlisted,
		Checks:   make([]Check, 0, len(found.Rows)),
	}
	for _, account := range found.Accounts {
		told.Accounts = append(told.Accounts, accountOf(account))
	}
	for _, row := range found.Rows {
		told.Checks = append(told.Checks, Check{Row: rowOf(row)})
	}
	return told
}

// rowOf copies a row, without the values that are empty.
func rowOf(row check.Row) check.Row {
	row.Repair = check.Repair{} // is for who has the token
	var values map[string]string
	for name, value := range row.Values {
		if value != "" {
			if values == nil {
				values = map[string]string{}
			}
			values[name] = value
		}
	}
	row.Values, row.Graph = values, answerOf(row.Graph)
	return row
}

// answerOf copies of Graph's answer what Meta's support asks for.
func answerOf(known *check.GraphAnswer) *check.GraphAnswer {
	if known == nil {
		return nil
	}
	told := &check.GraphAnswer{HTTP: known.HTTP}
	if err := known.Error; err != nil {
		told.Error = &trouble.Error{HTTPStatus: known.HTTP, Code: err.Code, Subcode: err.Subcode, TraceID: err.TraceID, Message: err.Message}
	}
	return told
}

func tokenOf(facts check.TokenFacts) Token {
	return Token{
		Kind:                facts.Kind,
		Last4:               facts.Last4,
		AppID:               string(facts.AppID),
		AppName:             facts.AppName,
		UserID:              string(facts.UserID),
		UserName:            facts.UserName,
		ClientBusinessID:    string(facts.ClientBusinessID),
		ClientBusinessName:  facts.ClientBusinessName,
		IssuedAt:            moment(facts.IssuedAt),
		ExpiresAt:           moment(facts.ExpiresAt),
		NeverExpires:        facts.NeverExpires,
		DataAccessExpiresAt: moment(facts.DataAccessExpiresAt),
	}
}

func accountOf(known graph.WhatsAppAccount) Account {
	account := Account{
		ID:           string(known.ID),
		Name:         string(known.Name),
		Review:       string(known.ReviewStatus),
		Status:       string(known.Status),
		Verification: string(known.BusinessVerification),
		Ownership:    string(known.OwnershipType),
		Health:       healthOf(known.Health),
		Numbers:      make([]Number, 0, len(known.Numbers)),
	}
	if known.Owner != nil {
		account.OwnerID, account.OwnerName = string(known.Owner.ID), string(known.Owner.Name)
	}
	for _, number := range known.Numbers {
		account.Numbers = append(account.Numbers, numberOf(number))
	}
	return account
}

func numberOf(known graph.PhoneNumber) Number {
	number := Number{
		ID:           string(known.ID),
		Display:      string(known.Display),
		Name:         string(known.VerifiedName),
		Status:       string(known.Status),
		Quality:      string(known.Quality),
		Test:         known.Test(),
		Verification: string(known.Verification),
		NameStatus:   string(known.NameStatus),
		Platform:     string(known.Platform),
		Mode:         string(known.Mode),
		Limit:        string(known.Limit),
		Health:       healthOf(known.Health),
	}
	if known.Throughput != nil {
		number.Throughput = string(known.Throughput.Level)
	}
	return number
}

// healthOf leaves out the links of the chain that nothing stands against.
func healthOf(known *graph.HealthStatus) *Health {
	if known == nil {
		return nil
	}
	health := &Health{CanSend: string(known.CanSend), Entities: make([]HealthEntity, 0, len(known.Entities))}
	for _, entity := range known.Entities {
		if entity.CanSend.Is("AVAILABLE") && len(entity.Errors) == 0 {
			continue
		}
		told := HealthEntity{
			Type: string(entity.Type), ID: string(entity.ID), CanSend: string(entity.CanSend),
			Errors: make([]HealthError, 0, len(entity.Errors)),
		}
		for _, one := range entity.Errors {
			told.Errors = append(told.Errors, HealthError{
				Code: one.Code.Value, Description: string(one.Description), Solution: string(one.Solution),
			})
		}
		health.Entities = append(health.Entities, told)
	}
	return health
}

// Second is a moment as documents write it: UTC, without fractions.
func Second(moment time.Time) time.Time {
	if moment.IsZero() {
		return moment
	}
	return moment.UTC().Truncate(time.Second)
}

// moment is nil where nothing is told.
func moment(at time.Time) *time.Time {
	const lastYear = 9999 // RFC 3339 has four digits for it
	if at.IsZero() || at.UTC().Year() > lastYear {
		return nil
	}
	at = Second(at)
	return &at
}
