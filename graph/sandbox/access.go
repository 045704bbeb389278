package sandbox

import "slices"

// task is something a user may do with a WhatsApp account, in the words of the
// assigned_users edge.
type task string

const (
	taskManage          task = "MANAGE"
	taskDevelop         task = "DEVELOP"
	taskManageTemplates task = "MANAGE_TEMPLATES"
	taskManagePhone     task = "MANAGE_PHONE"
	taskViewCost        task = "VIEW_COST"
	taskMessaging       task = "MESSAGING"
	taskViewTemplates   task = "VIEW_TEMPLATES"
	taskFullControl     task = "FULL_CONTROL"
)

// allTasks are those that assigned_users takes (github.com/facebook/openapi,
// business-messaging-api, and facebook-business-sdk-codegen).
var allTasks = []task{
	taskManage, taskDevelop, taskManageTemplates, taskManagePhone, taskViewCost, "MANAGE_EXTENSIONS", "VIEW_PHONE_ASSETS",
	"MANAGE_PHONE_ASSETS", taskViewTemplates, taskMessaging, "VIEW_INSIGHTS", "RECEIVE_INCOMING_MESSAGES", "MANAGE_BILLING",
	"MANAGE_USERS", taskFullControl,
}

// fullAccess is what the "Everything" switch of WhatsApp account access gives.
var fullAccess = []task{
	taskFullControl, taskManage, taskDevelop, taskManageTemplates,
	taskManagePhone, taskViewCost, taskMessaging,
}

// partialAccess is what the page offers to choose from one by one.
var partialAccess = []task{taskMessaging, taskManageTemplates, taskManagePhone, taskViewTemplates, taskViewCost}

// appTask is something a user may do with an app.
type appTask string

const (
	appManage   appTask = "MANAGE"
	appDevelop  appTask = "DEVELOP"
	appTest     appTask = "TEST"
	appInsights appTask = "VIEW_INSIGHTS"
)

// operates reports whether the user may act through the app. Looking at its
// insights, or testing it, is not enough.
func (u *user) operates(app string) bool {
	granted := u.apps[app]
	return (granted == appManage || granted == appDevelop) && !u.unsettled[app]
}

// access says what stands between a token and an account.
//
// Meta's text lets an Admin system user see every account of its portfolio.
// Here it must be granted the account like anybody else, because "the account
// was not assigned" is the trouble people report most, Admins among them.
func (state *State) access(token *accessToken, acc *account) *failure {
	who := state.user(token.user)
	if who == nil || !acc.reaches(who.id) || !token.aims(acc.id) {
		return notVisible(acc.id)
	}
	used := state.app(token.app)
	if used == nil || !used.whatsApp {
		return errNoCapability()
	}
	if who.system && !who.operates(used.id) {
		return errNotGranted()
	}
	if !token.manages() && !token.may(scopeMessaging) {
		return errNotGranted()
	}
	return nil
}

// reaches reports whether the user was granted the account and the grant works.
func (g *grants) reaches(user string) bool {
	return len(g.access[user]) > 0 && !g.unsettled[user]
}

// reachedBy reports whether the user reaches the number: where accounts are split,
// it is granted apart from its Messaging account.
func (p *phone) reachedBy(user string) bool { return p.own == nil || p.own.reaches(user) }

func (g *grants) allows(user string, wanted ...task) bool {
	return slices.ContainsFunc(g.access[user], func(t task) bool {
		return t == taskFullControl || slices.Contains(wanted, t)
	})
}

// mayManageBusiness says what stands between a token and the portfolio's lists.
func (state *State) mayManageBusiness(token *accessToken, owner *portfolio) *failure {
	who := state.user(token.user)
	if who == nil || who.portfolio != owner.id {
		return notVisible(owner.id)
	}
	if !token.may(scopeBusiness) {
		return errMissingPermission()
	}
	return nil
}
