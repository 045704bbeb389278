package sandbox

// numberView is a number in WhatsApp Manager › Phone numbers.
type numberView struct {
	ID, Display, Name, Account string
	Verified, Registered, Test bool
	NameDeclined               bool
}

// numbersPage is that page, and what lies on top of it.
type numbersPage struct {
	Numbers []numberView
	Adding  *addingNumber // nil as long as no number is added
}

func (v *visit) numbers() { v.showNumbers(nil, complaint{}) }

func (v *visit) showNumbers(adding *addingNumber, problem complaint) {
	if !v.manages() {
		adding = nil
	}
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
		Title: v.meta("phone_numbers"), Site: "settings", Place: "phone_numbers", Problem: problem, Overlay: adding != nil, Body: numbersPage{list, adding},
	})
}

// PracticeCode is the code that WhatsApp would send to a number; practice tells it,
// since nothing is sent here.
const PracticeCode = "424242"

// PracticeCode is for the page to tell.
func (frame) PracticeCode() string { return PracticeCode }

func (v *visit) verifyNumber() {
	number := v.numberHere()
	switch {
	case number == nil:
		v.gone()
	case digits(v.text("code")) != PracticeCode:
		v.showNumbers(nil, complaint{"code-" + number.id, v.say("rehearsal.wrong_code", values{"Number": number.display, "Code": PracticeCode})})
	default:
		number.verified = true
		v.done(v.say("rehearsal.number_verified"), pathNumbers)
	}
}

func (v *visit) registerNumber() {
	number, pin := v.numberHere(), v.text("pin")
	switch {
	case number == nil:
		v.gone()
	case !number.verified:
		v.showNumbers(nil, complaint{"code-" + number.id, v.say("rehearsal.verify_first", values{"Number": number.display})})
	case len(pin) != 6 || !isID(pin):
		v.showNumbers(nil, complaint{"pin-" + number.id, v.say("rehearsal.choose_pin", values{"Number": number.display})})
	default:
		number.registered, number.pin = true, pin
		v.done(v.say("rehearsal.number_registered"), pathNumbers)
	}
}

func (v *visit) renameNumber() {
	number, name := v.numberHere(), v.text("name")
	switch {
	case number == nil:
		v.gone()
	case name == "" || name == number.name:
		v.showNumbers(nil, complaint{"name-" + number.id, v.say("rehearsal.enter_display_name", values{"Number": number.display})})
	case tooLong(name):
		v.showNumbers(nil, complaint{"name-" + number.id, v.say("rehearsal.name_too_long")})
	default:
		number.name, number.nameStatus = name, "APPROVED"
		v.done(v.say("rehearsal.name_now_approved"), pathNumbers)
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
