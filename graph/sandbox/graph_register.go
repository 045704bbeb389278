package sandbox

import (
	"slices"
	"time"
)

// Limits of registering (developers.facebook.com: whatsapp/cloud-api/reference/
// registration and .../support/error-codes).
const (
	registerTries  = 10
	registerWindow = 72 * time.Hour
	wrongPINs      = 5
	removedFor     = 5 * time.Minute
)

// mayManageNumber says what stands between a token and the state of a number.
func (c *call) mayManageNumber(found *phone) *failure {
	switch owner := c.state.account(found.account); {
	case !c.token.manages():
		return errNeedsScope(scopeManagement)
	case !owner.allows(c.token.user, taskManage, taskManagePhone):
		return errMissingPermission()
	}
	return nil
}

// register answers POST /{phone}/register.
func (c *call) register(found *phone) (any, *failure) {
	if err := c.mayManageNumber(found); err != nil {
		return nil, err
	}
	pin := c.params.text("pin")
	switch {
	case c.params.text("messaging_product") != "whatsapp":
		return nil, errRequired("messaging_product")
	case len(pin) != 6 || !isID(pin):
		return nil, badRequest(100, "(#100) Param pin must be a 6-digit number")
	case found.shared:
		// Not among Meta's published codes: its guide only says that it cannot be done.
		return nil, unsupported("post", found.id)
	}
	found.tries = slices.DeleteFunc(found.tries, func(try time.Time) bool { return c.now.Sub(try) >= registerWindow })
	if len(found.tries) >= registerTries {
		return nil, cloudFailure(133016, "(#133016) Account register/deregister rate limit exceeded",
			"Registration or deregistration failed because there were too many attempts for this phone number in a short period of time.")
	}
	found.tries = append(found.tries, c.now)
	if err := c.mayRegister(found, pin); err != nil {
		return nil, err
	}
	found.registered, found.pin, found.wrong = true, pin, 0
	return map[string]any{"success": true}, nil
}

// mayRegister says what stands in the way of registering with a PIN.
func (c *call) mayRegister(found *phone, pin string) *failure {
	switch {
	case c.now.Sub(found.removed) < removedFor:
		return cloudFailure(133015, "(#133015) Please wait a few minutes before attempting to register this phone number",
			"The phone number you are attempting to register was recently deleted, and deletion has not yet completed.")
	case found.halfRemoved:
		return cloudFailure(133000, "(#133000) Incomplete deregistration", "A previous deregistration attempt failed.")
	case !found.verified:
		return cloudFailure(133006, "(#133006) Phone number re-verification needed",
			"Phone number needs to be verified before registering.")
	case found.wrong >= wrongPINs:
		return cloudFailure(133008, "(#133008) Too many two step verification PIN guesses",
			"Too many two-step verification PIN guesses for this phone number. Try again in 12 hours.")
	case found.hasty:
		return cloudFailure(133009, "(#133009) Two step verification PIN guessed too fast",
			"Two-step verification PIN was entered too quickly. Try again in 60 seconds.")
	case found.pin != "" && found.pin != pin:
		found.wrong++
		return cloudFailure(133005, "(#133005) Two step verification PIN Mismatch", "Two-step verification PIN incorrect.")
	}
	return nil
}

// deregister answers POST /{phone}/deregister.
func (c *call) deregister(found *phone) (any, *failure) {
	if err := c.mayManageNumber(found); err != nil {
		return nil, err
	}
	if found.shared {
		return nil, unsupported("post", found.id)
	}
	found.registered, found.halfRemoved = false, false
	return map[string]any{"success": true}, nil
}

// requestCode answers POST /{phone}/request_code. Nothing is sent: the code is
// always the same, and practice tells it.
func (c *call) requestCode(found *phone) (any, *failure) {
	if err := c.mayManageNumber(found); err != nil {
		return nil, err
	}
	switch method := c.params.text("code_method"); {
	case method != "SMS" && method != "VOICE":
		return nil, badRequest(100, "(#100) Param code_method must be one of {SMS, VOICE}")
	case c.params.text("language") == "":
		return nil, errRequired("language")
	case found.verified:
		return nil, cloudFailure(136024, "(#136024) Request code error", "The phone number is already verified.")
	}
	found.codeSent = true
	return map[string]any{"success": true}, nil
}

// verifyCode answers POST /{phone}/verify_code.
func (c *call) verifyCode(found *phone) (any, *failure) {
	if err := c.mayManageNumber(found); err != nil {
		return nil, err
	}
	switch code := c.params.text("code"); {
	case code == "":
		return nil, errRequired("code")
	case !found.codeSent || digits(code) != PracticeCode:
		refused := badRequest(100, "(#100) Invalid parameter")
		refused.title, refused.advice = "Verification Failed", "The verification code is invalid or has expired."
		return nil, refused
	}
	found.verified, found.codeSent = true, false
	return map[string]any{"success": true}, nil
}
