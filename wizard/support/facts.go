package support

import (
	"strings"

	"latchkey/graph"
	"latchkey/wizard/check"
)

// rowValues are the values of rows that go into a report, and what each of
// them is. A value that is not listed stays out.
var rowValues = map[string]func(hiding, graph.Text) string{
	"Account": hiding.names, "Customer": hiding.names, "Name": hiding.name, "User": hiding.name,
	"Number":   hiding.number,
	"Expected": hiding.idText, "ID": hiding.idText,
	"App": hiding.text, "Asked": hiding.exactly, "Code": hiding.exactly, "Date": hiding.exactly, "Host": hiding.text, "Instead": hiding.exactly, "Issuer": hiding.text,
	"Junk": hiding.exactly, "Kind": hiding.exactly, "Left": hiding.exactly, "Meant": hiding.exactly, "Message": hiding.text, "Minutes": hiding.exactly, "More": hiding.exactly,
	"Origin": hiding.exactly, "Proxy": hiding.text, "Scope": hiding.text, "Scopes": hiding.text, "Trace": hiding.exactly, "Type": hiding.text,
	"Value": hiding.text, "Vendor": hiding.text, "Version": hiding.exactly,
}

func (h hiding) idText(id graph.Text) string    { return h.id(graph.ID(id)) }
func (h hiding) exactly(text graph.Text) string { return string(text) }

// names hides a list of names, in which an id stands for what has none.
func (h hiding) names(text graph.Text) string {
	names := strings.Split(string(text), ", ")
	for i, name := range names {
		if idForm.MatchString(name) {
			names[i] = h.id(graph.ID(name))
		} else {
			names[i] = h.name(graph.Text(name))
		}
	}
	return strings.Join(names, ", ")
}

func (h hiding) row(row check.Row) Check {
	result := Check{ID: row.ID, Status: row.Status, Reason: row.Reason, Page: row.Page}
	for name, value := range row.Written().Values {
		if hide, listed := rowValues[name]; listed && value != "" {
			if result.Values == nil {
				result.Values = map[string]string{}
			}
			result.Values[name] = hide(h, graph.Text(value))
		}
	}
	if row.Graph != nil {
		result.Graph = &Answer{HTTP: row.Graph.HTTP}
		if err := row.Graph.Error; err != nil {
			code, subcode := err.Code, err.Subcode
			result.Graph.Code, result.Graph.Subcode = &code, &subcode
			result.Graph.TraceID, result.Graph.Message = err.TraceID, h.text(graph.Text(err.Message))
		}
	}
	return result
}

func (h hiding) token(facts check.TokenFacts) Token {
	return Token{
		Kind:                facts.Kind,
		Last4:               lastFour(facts.Last4),
		AppID:               h.id(facts.AppID),
		AppName:             h.text(graph.Text(facts.AppName)),
		UserID:              h.id(facts.UserID),
		UserName:            h.name(graph.Text(facts.UserName)),
		ClientBusinessID:    h.id(facts.ClientBusinessID),
		IssuedAt:            moment(facts.IssuedAt),
		ExpiresAt:           moment(facts.ExpiresAt),
		NeverExpires:        facts.NeverExpires,
		DataAccessExpiresAt: moment(facts.DataAccessExpiresAt),
	}
}

// lastFour is the most of a token that is ever told.
func lastFour(text string) string {
	letters := []rune(text)
	return string(letters[max(0, len(letters)-4):])
}

func (h hiding) account(known graph.WhatsAppAccount) Account {
	account := Account{
		ID:           h.id(known.ID),
		Name:         h.name(known.Name),
		Review:       h.text(known.ReviewStatus),
		Status:       h.text(known.Status),
		Verification: h.text(known.BusinessVerification),
		Ownership:    h.text(known.OwnershipType),
		Health:       h.health(known.Health),
		Numbers:      make([]Number, 0, len(known.Numbers)),
	}
	if known.Owner != nil {
		account.OwnerID, account.OwnerName = h.id(known.Owner.ID), h.name(known.Owner.Name)
	}
	for _, number := range known.Numbers {
		account.Numbers = append(account.Numbers, h.phoneNumber(number))
	}
	return account
}

func (h hiding) phoneNumber(known graph.PhoneNumber) Number {
	number := Number{
		ID:           h.id(known.ID),
		Display:      h.number(known.Display),
		Name:         h.name(known.VerifiedName),
		Status:       h.text(known.Status),
		Quality:      h.text(known.Quality),
		Test:         known.Test(),
		Verification: h.text(known.Verification),
		NameStatus:   h.text(known.NameStatus),
		Platform:     h.text(known.Platform),
		Mode:         h.text(known.Mode),
		Limit:        h.text(known.Limit),
		Health:       h.health(known.Health),
	}
	if known.Throughput != nil {
		number.Throughput = h.text(known.Throughput.Level)
	}
	return number
}

// health leaves out the links of the chain that nothing stands against.
func (h hiding) health(known *graph.HealthStatus) *Health {
	if known == nil {
		return nil
	}
	health := &Health{CanSend: h.text(known.CanSend), Entities: make([]HealthEntity, 0, len(known.Entities))}
	for _, entity := range known.Entities {
		if entity.CanSend.Is("AVAILABLE") && len(entity.Errors) == 0 {
			continue
		}
		told := HealthEntity{
			Type: h.text(entity.Type), ID: h.id(entity.ID), CanSend: h.text(entity.CanSend),
			Errors: make([]HealthError, 0, len(entity.Errors)),
		}
		for _, trouble := range entity.Errors {
			told.Errors = append(told.Errors, HealthError{
				Code: trouble.Code.Value, Description: h.text(trouble.Description), Solution: h.text(trouble.Solution),
			})
		}
		health.Entities = append(health.Entities, told)
	}
	return health
}
