package support

import (
	"slices"
	"strings"

	"latchkey/wizard/report"
)

// hiding hides what is not to be shown, also where it stands inside a text:
// Graph quotes ids and names in what it says.
type hiding struct {
	show  Show
	known *strings.Replacer
}

// document is a document as far as it is to be shown.
func (s Show) document(told report.Document) report.Document {
	hide := hidingOf(told, s)
	told.Token = hide.token(told.Token)
	told.Accounts = slices.Clone(told.Accounts)
	for i, account := range told.Accounts {
		told.Accounts[i] = hide.account(account)
	}
	told.Checks = mapTexts(told.Checks, func(text string) string { return text })
	for i := range told.Checks {
		one := &told.Checks[i]
		one.Values = hide.values(one.Values)
		if one.Graph != nil && one.Graph.Error != nil {
			one.Graph.Message = hide.text(one.Graph.Message)
		}
	}
	return told
}

func hidingOf(told report.Document, show Show) hiding {
	var pairs []string
	hide := func(shown bool, shortest int, value, hidden string) {
		if !shown && len(value) >= shortest {
			pairs = append(pairs, value, hidden)
		}
	}
	id := func(value string) { hide(show.IDs, 6, value, HideID(value)) }
	name := func(value string) { hide(show.Names, 4, value, HideName(value)) }
	id(told.Token.AppID)
	id(told.Token.UserID)
	id(told.Token.ClientBusinessID)
	name(told.Token.UserName)
	name(told.Token.ClientBusinessName)
	for _, account := range told.Accounts {
		id(account.ID)
		name(account.Name)
		id(account.OwnerID)
		name(account.OwnerName)
		for _, number := range account.Numbers {
			id(number.ID)
			name(number.Name)
			hide(show.Numbers, 6, number.Display, HideNumber(number.Display))
		}
	}
	return hiding{show: show, known: strings.NewReplacer(pairs...)}
}

func (h hiding) token(token report.Token) report.Token {
	token.Last4 = lastFour(token.Last4)
	token.AppID, token.AppName = h.id(token.AppID), h.text(token.AppName)
	token.UserID, token.UserName = h.id(token.UserID), h.name(token.UserName)
	token.ClientBusinessID, token.ClientBusinessName = h.id(token.ClientBusinessID), h.name(token.ClientBusinessName)
	return token
}

// lastFour is the most of a token that is ever told.
func lastFour(text string) string {
	letters := []rune(text)
	return string(letters[max(0, len(letters)-4):])
}

// account hides what is an id, a name or a number; all else are texts.
func (h hiding) account(known report.Account) report.Account {
	hidden := mapTexts(known, h.text)
	hidden.ID, hidden.Name = h.id(known.ID), h.name(known.Name)
	hidden.OwnerID, hidden.OwnerName = h.id(known.OwnerID), h.name(known.OwnerName)
	h.health(hidden.Health, known.Health)
	for i, number := range known.Numbers {
		one := &hidden.Numbers[i]
		one.ID, one.Display, one.Name = h.id(number.ID), h.number(number.Display), h.name(number.Name)
		h.health(one.Health, number.Health)
	}
	return hidden
}

func (h hiding) health(hidden, known *report.Health) {
	if known != nil {
		for i, entity := range known.Entities {
			hidden.Entities[i].ID = h.id(entity.ID)
		}
	}
}

// rowValues are the values of rows that go into a report, and what each of
// them is. A value that is not listed stays out.
var rowValues = map[string]func(hiding, string) string{
	"Account": hiding.names, "Customer": hiding.names, "Name": hiding.name, "User": hiding.name,
	"Number":   hiding.number,
	"Expected": hiding.id, "ID": hiding.id,
	"App": hiding.text, "Asked": hiding.exactly, "Code": hiding.exactly, "Currency": hiding.text, "Date": hiding.exactly, "Host": hiding.text, "Instead": hiding.exactly, "Issuer": hiding.text,
	"Junk": hiding.exactly, "Kind": hiding.exactly, "Left": hiding.exactly, "Meant": hiding.exactly, "Message": hiding.text, "Minutes": hiding.exactly, "More": hiding.exactly,
	"Origin": hiding.exactly, "Own": hiding.text, "Proxy": hiding.text, "Scope": hiding.text, "Scopes": hiding.text, "Side": hiding.exactly, "Trace": hiding.exactly, "Type": hiding.text,
	"Value": hiding.text, "Vendor": hiding.text, "Version": hiding.exactly,
}

func (h hiding) values(known map[string]string) map[string]string {
	var hidden map[string]string
	for name, value := range known {
		if hide, listed := rowValues[name]; listed {
			if hidden == nil {
				hidden = map[string]string{}
			}
			hidden[name] = hide(h, value)
		}
	}
	return hidden
}

func (hiding) exactly(text string) string { return text }

// names hides a list of names, in which an id stands for what has none.
func (h hiding) names(text string) string {
	names := strings.Split(text, ", ")
	for i, name := range names {
		if idForm().MatchString(name) {
			names[i] = h.id(name)
		} else {
			names[i] = h.name(name)
		}
	}
	return strings.Join(names, ", ")
}

func (h hiding) id(id string) string {
	if h.show.IDs {
		return id
	}
	return HideID(id)
}

func (h hiding) name(name string) string {
	if h.show.Names {
		return name
	}
	return HideName(name)
}

func (h hiding) number(number string) string {
	if h.show.Numbers {
		return number
	}
	return HideNumber(number)
}

// text hides what is known, and whatever else reads like a phone number or an
// id.
func (h hiding) text(text string) string {
	return digitsForm().ReplaceAllStringFunc(h.known.Replace(text), func(digits string) string {
		switch isID := idForm().MatchString(digits); {
		case isID && !h.show.IDs:
			return HideID(digits)
		case !isID && !h.show.Numbers:
			return HideNumber(digits)
		}
		return digits
	})
}
