package setup

// Step is one of the seven steps of setting up a token. Their number never
// changes; one that is passed over keeps its place.
type Step int

// The steps, in their order.
const (
	StepBusiness   Step = iota + 1 // which situation, and what must be there first
	StepSystemUser                 // create the system user
	StepAssets                     // assign the app and the WhatsApp account
	StepGenerate                   // generate the token
	StepPaste                      // paste it
	StepCheck                      // check it
	StepKeep                       // keep it in the keychain
)

// Steps lists all steps.
var Steps = []Step{StepBusiness, StepSystemUser, StepAssets, StepGenerate, StepPaste, StepCheck, StepKeep}

var stepNames = map[Step]string{
	StepBusiness: "business", StepSystemUser: "system_user", StepAssets: "assets", StepGenerate: "generate",
	StepPaste: "paste", StepCheck: "check", StepKeep: "keep",
}

// ID names the step for its words and for the progress file.
func (s Step) ID() string { return stepNames[s] }

func stepOf(id string) Step {
	for step, name := range stepNames {
		if name == id {
			return step
		}
	}
	return StepBusiness
}

// State is how far a step has come.
type State int

// The states of a step in the list.
const (
	ToCome State = iota
	Current
	Done
	PassedOver // nothing to do there on this way; it keeps its number
)

// Role is a system user's role.
type Role string

// The roles.
const (
	Admin    Role = "admin"    // sees every WhatsApp account of the portfolio
	Employee Role = "employee" // sees only what it was granted
)

// SuggestedUserName is offered for the system user: it tells later readers of
// the list what the user is for.
const SuggestedUserName = "latchkey-whatsapp"
