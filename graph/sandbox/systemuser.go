package sandbox

import "strings"

// problem is why something could not be done; the pages and the API each say it
// in their own words.
type problem string

const (
	nameTooLong       problem = "name-too-long"
	nameTaken         problem = "name-taken"
	adminLimitReached problem = "admin-limit-reached"
	userLimitReached  problem = "user-limit-reached"
)

func newUser(id, name, portfolio string, control role) *user {
	return &user{
		id: id, name: name, portfolio: portfolio, role: control,
		apps: map[string]appTask{}, unsettled: map[string]bool{},
	}
}

// addSystemUser creates a system user that may do nothing yet.
func (state *State) addSystemUser(owner *portfolio, name string, wanted role) (*user, problem) {
	if tooLong(name) {
		return nil, nameTooLong
	}
	for _, other := range state.systemUsersOf(owner.id) {
		if strings.EqualFold(other.name, name) {
			return nil, nameTaken
		}
		switch {
		case !owner.standardAccess || wanted != other.role:
		case wanted == admin:
			return nil, adminLimitReached
		default:
			return nil, userLimitReached
		}
	}
	created := newUser(randomID(15), name, owner.id, wanted)
	created.system = true
	state.users = append(state.users, created)
	return created, ""
}
