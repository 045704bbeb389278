package sandbox

// numberView is a number in WhatsApp Manager › Phone numbers.
type numberView struct {
	ID, Display, Name, Account string
	Verified, Registered, Test bool
	NameDeclined               bool
}

func (v *visit) numbers() { v.showNumbers(complaint{}) }

func (v *visit) showNumbers(problem complaint) {
	var list []numberView
	for _, owner := range v.state.accountsOf(v.portfolio.id) {
		for _, number := range v.state.phonesOf(owner.id) {
			list = append(list, numberView{
				ID: number.id, Display: number.display, Name: number.name, Account: owner.name, Test: number.test,
				Verified: number.verified, Registered: number.registered, NameDeclined: number.nameStatus == "DECLINED",
			})
		}
	}
	v.show("phone_numbers", frame{
		Title: meta("phone_numbers"), Site: "settings", Place: "phone_numbers", Problem: problem, Body: list,
	})
}

// PracticeCode is the code that WhatsApp would send to a number; practice tells it,
// since nothing is sent here.
const PracticeCode = "424242"

func (v *visit) verifyNumber() {
	number := v.numberHere()
	switch {
	case number == nil:
		v.gone("number")
	case digits(v.text("code")) != PracticeCode:
		v.showNumbers(complaint{"code-" + number.id, "This is not the code sent to " + number.display + ". In the practice it is " + PracticeCode + "."})
	default:
		number.verified = true
		v.done("Number verified.", pathNumbers)
	}
}

func (v *visit) registerNumber() {
	number, pin := v.numberHere(), v.text("pin")
	switch {
	case number == nil:
		v.gone("number")
	case !number.verified:
		v.showNumbers(complaint{"code-" + number.id, "Verify " + number.display + " first."})
	case len(pin) != 6 || !isID(pin):
		v.showNumbers(complaint{"pin-" + number.id, "Choose a PIN of 6 digits for " + number.display + "."})
	default:
		number.registered, number.pin = true, pin
		v.done("Number registered.", pathNumbers)
	}
}

func (v *visit) renameNumber() {
	number, name := v.numberHere(), v.text("name")
	switch {
	case number == nil:
		v.gone("number")
	case name == "" || name == number.name:
		v.showNumbers(complaint{"name-" + number.id, "Enter another display name for " + number.display + ". It has to be the name people know your business by."})
	case tooLong(name):
		v.showNumbers(complaint{"name-" + number.id, nameLimit})
	default:
		number.name, number.nameStatus = name, "APPROVED"
		v.done("New display name approved.", pathNumbers)
	}
}

// numberHere gives the number the form is about, when it is the portfolio's.
func (v *visit) numberHere() *phone {
	found := v.state.phone(v.text("number"))
	if found == nil || v.accountHere(found.account) == nil {
		return nil
	}
	return found
}
