package words

import (
	"strings"

	"latchkey/wizard/repair"
)

// OfSubscription are the values of the sentences about who listens to an account.
func OfSubscription(of repair.Subscription) Values {
	return Values{
		"Account": of.Name, "AccountID": string(of.Account), "App": of.AppName, "AppID": string(of.App),
		"Others": strings.Join(of.Others, ", "),
	}
}

// Subscribing says what would be done to a subscription; id is "fix.subscribe" or
// "fix.unsubscribe".
func (w *Words) Subscribing(id string, of repair.Subscription) string {
	return w.Say(id+".will", OfSubscription(of))
}

// OfNumber are the values of the sentences about registering a number.
func OfNumber(of repair.Number) Values {
	return Values{
		"Number": string(of.Display), "Name": string(of.VerifiedName), "NumberID": string(of.ID), "Value": string(of.Status), "App": of.App,
	}
}

// Registering says what registering a number would do, and what to know before.
func (w *Words) Registering(of repair.Number) string {
	sentences := []string{w.Say("fix.register.will", OfNumber(of))}
	if of.State != repair.NumberReady {
		sentences = append(sentences, w.Say("fix.register.state."+string(of.State), OfNumber(of)))
	}
	return strings.Join(append(sentences, w.Say("fix.register.tries")), "\n")
}
