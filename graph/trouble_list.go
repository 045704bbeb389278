package graph

// The troubles, each written once; the catalogue says which codes mean them.

// The token itself.
var (
	notAuthenticated = Trouble{"not_authenticated", ClassToken, FixerOwner, PageSystemUsers}
	tokenOfOtherApp  = Trouble{"token_of_other_app", ClassToken, FixerOwner, PageSystemUsers}
	appUnknown       = Trouble{"app_unknown", ClassToken, FixerOwner, PageAppList}
	tokenNotAccepted = Trouble{"token_not_accepted", ClassToken, FixerOwner, PageSystemUsers}
	tokenMiscopied   = Trouble{"token_miscopied", ClassToken, FixerOwner, PageSystemUsers}
	tokenExpired     = Trouble{"token_expired", ClassToken, FixerOwner, PageSystemUsers}
	tokenRevoked     = Trouble{"token_revoked", ClassToken, FixerOwner, PageSystemUsers}
	appNotAuthorised = Trouble{"app_not_authorised", ClassToken, FixerOwner, PageSystemUsers}
	checkpoint       = Trouble{"checkpoint", ClassToken, FixerOwner, PageFacebook}
	sessionEnded     = Trouble{"session_ended", ClassToken, FixerOwner, PageSystemUsers}
	userUnconfirmed  = Trouble{"user_unconfirmed", ClassToken, FixerOwner, PageFacebook}
	roleOrTwoFactor  = Trouble{"role_or_two_factor", ClassToken, FixerOwner, PageSecurityCenter}
)

// A missing right, or a thing that this token does not see.
var (
	appLacksCapability = Trouble{"app_lacks_capability", ClassPermission, FixerOwner, PageAppList}
	appNotAssigned     = Trouble{"app_not_assigned", ClassPermission, FixerOwner, PageSystemUsers}
	permissionMissing  = Trouble{"permission_missing", ClassPermission, FixerOwner, PageSystemUsers}
	// business_management, which reads portfolios and nothing of WhatsApp.
	portfolioPermissionMissing = Trouble{"portfolio_permission_missing", ClassPermission, FixerOwner, PageSystemUsers}
	appPermissionWithdrawn     = Trouble{"app_permission_withdrawn", ClassPermission, FixerOwner, PageSystemUsers}
	messagingDeniedOnAccount   = Trouble{"messaging_denied_on_account", ClassPermission, FixerOwner, PageWhatsAppAccounts}
	noAccessToAccount          = Trouble{"no_access_to_account", ClassPermission, FixerOwner, PageWhatsAppAccounts}
	accessDenied               = Trouble{"access_denied", ClassPermission, FixerOwner, PagePhoneNumbers}
	objectNotVisible           = Trouble{"object_not_visible", ClassObject, FixerOwner, PageWhatsAppAccounts}
	objectNotFound             = Trouble{"object_not_found", ClassObject, FixerOwner, PageWhatsAppAccounts}
	otherKindOfObject          = Trouble{"other_kind_of_object", ClassObject, FixerOwner, PageWhatsAppAccounts}
)

// Multi-Partner Solutions, and the exchange of an Embedded Signup code.
var (
	solutionNotShared            = Trouble{"solution_not_shared", ClassPermission, FixerOwner, PageAppList}
	solutionNotFound             = Trouble{"solution_not_found", ClassObject, FixerOwner, PageAppList}
	accountNotSharedWithSolution = Trouble{"account_not_shared_with_solution", ClassObject, FixerOwner, PageNone}
	redirectMismatch             = Trouble{"redirect_mismatch", ClassRequest, FixerDeveloper, PageAppBasic}
	codeExpired                  = Trouble{"code_expired", ClassRequest, FixerOwner, PageNone}
	codeUsed                     = Trouble{"code_used", ClassRequest, FixerOwner, PageNone}
	codeNotRecognised            = Trouble{"code_not_recognised", ClassRequest, FixerOwner, PageNone}
	appSecretWrong               = Trouble{"app_secret_wrong", ClassRequest, FixerOwner, PageAppBasic}
)

// How Graph was asked.
var (
	inspectionRefused = Trouble{"inspection_refused", ClassRequest, FixerMeta, PageNone}
	appSecretProof    = Trouble{"app_secret_proof", ClassRequest, FixerOwner, PageAppAdvanced}
	appSecretRequired = Trouble{"app_secret_required", ClassRequest, FixerDeveloper, PageNone}
	noTokenSent       = Trouble{"no_token_sent", ClassRequest, FixerDeveloper, PageNone}
	tooMuchData       = Trouble{"too_much_data", ClassRequest, FixerDeveloper, PageNone}
	parameter         = Trouble{"parameter", ClassRequest, FixerDeveloper, PageNone}
)

// The phone number.
var (
	numberNotRegistered    = Trouble{"number_not_registered", ClassNumber, FixerOwner, PagePhoneNumbers}
	numberNotVerified      = Trouble{"number_not_verified", ClassNumber, FixerOwner, PagePhoneNumbers}
	numberDeleted          = Trouble{"number_deleted", ClassNumber, FixerOwner, PagePhoneNumbers}
	numberDeletedJustNow   = Trouble{"number_deleted_just_now", ClassNumber, FixerMeta, PageNone}
	wrongPIN               = Trouble{"wrong_pin", ClassNumber, FixerOwner, PagePhoneNumbers}
	displayNameNotApproved = Trouble{"display_name_not_approved", ClassNumber, FixerOwner, PagePhoneNumbers}
	recipientNotOnList     = Trouble{"recipient_not_on_list", ClassNumber, FixerOwner, PageAPISetup}
	callsBySIPOff          = Trouble{"calls_by_sip_off", ClassNumber, FixerOwner, PageNone}
)

// The WhatsApp account and the business.
var (
	apiAccessBlocked    = Trouble{"api_access_blocked", ClassAccount, FixerSupport, PageAppAlerts}
	policyBlock         = Trouble{"policy_block", ClassAccount, FixerSupport, PageSupport}
	accountBanned       = Trouble{"account_banned", ClassAccount, FixerSupport, PageSupport}
	accountLocked       = Trouble{"account_locked", ClassAccount, FixerSupport, PageSupport}
	paymentMethod       = Trouble{"payment_method", ClassAccount, FixerOwner, PagePayment}
	templateTrouble     = Trouble{"template_trouble", ClassAccount, FixerOwner, PageTemplates}
	businessNotVerified = Trouble{"business_not_verified", ClassAccount, FixerOwner, PageSecurityCenter}
)

// One message or its template.
var (
	recipientIsSender  = Trouble{"recipient_is_sender", ClassRequest, FixerOwner, PageNone}
	undeliverable      = Trouble{"undeliverable", ClassRequest, FixerOwner, PageNone}
	keptBack           = Trouble{"kept_back", ClassRequest, FixerMeta, PageNone}
	recipientOptedOut  = Trouble{"recipient_opted_out", ClassRequest, FixerOwner, PageNone}
	replyWindowOver    = Trouble{"reply_window_over", ClassRequest, FixerDeveloper, PageTemplates}
	mediaTrouble       = Trouble{"media_trouble", ClassRequest, FixerDeveloper, PageNone}
	templateMissing    = Trouble{"template_missing", ClassRequest, FixerDeveloper, PageTemplates}
	templateParameters = Trouble{"template_parameters", ClassRequest, FixerDeveloper, PageTemplates}
	templatePaused     = Trouble{"template_paused", ClassRequest, FixerOwner, PageTemplates}
)

// Waiting is what helps.
var (
	outage              = Trouble{"outage", ClassOutage, FixerMeta, PageStatus}
	accountMaintenance  = Trouble{"account_maintenance", ClassOutage, FixerMeta, PageNone}
	tooManyCalls        = Trouble{"too_many_calls", ClassLimit, FixerMeta, PageNone}
	tooManyAccountCalls = Trouble{"too_many_account_calls", ClassLimit, FixerMeta, PageNone}
	tooManyMessages     = Trouble{"too_many_messages", ClassLimit, FixerMeta, PageNone}
	tooManyToOnePerson  = Trouble{"too_many_to_one_person", ClassLimit, FixerMeta, PageNone}
	spamLimit           = Trouble{"spam_limit", ClassLimit, FixerOwner, PagePhoneNumbers}
	registerLimit       = Trouble{"register_limit", ClassLimit, FixerMeta, PageNone}
	pinTries            = Trouble{"pin_tries", ClassLimit, FixerMeta, PageNone}
)

var unknownTrouble = Trouble{TroubleUnknown, ClassUnknown, FixerDeveloper, PageNone}
