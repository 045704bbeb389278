package trouble

import "latchkey/graph/site"

// The troubles, each written once; the catalogue says which codes mean them.

// The token itself.
var (
	NotAuthenticated    = Trouble{"not_authenticated", ClassToken, FixerOwner, site.PageSystemUsers}
	TokenOfOtherApp     = Trouble{"token_of_other_app", ClassToken, FixerOwner, site.PageSystemUsers}
	AppUnknown          = Trouble{"app_unknown", ClassToken, FixerOwner, site.PageAppList}
	TokenNotAccepted    = Trouble{"token_not_accepted", ClassToken, FixerOwner, site.PageSystemUsers}
	TokenMiscopied      = Trouble{"token_miscopied", ClassToken, FixerOwner, site.PageSystemUsers}
	TokenExpired        = Trouble{"token_expired", ClassToken, FixerOwner, site.PageSystemUsers}
	TokenRevoked        = Trouble{"token_revoked", ClassToken, FixerOwner, site.PageSystemUsers}
	AppNotAuthorised    = Trouble{"app_not_authorised", ClassToken, FixerOwner, site.PageSystemUsers}
	Checkpoint          = Trouble{"checkpoint", ClassToken, FixerOwner, site.PageFacebook}
	SessionEnded        = Trouble{"session_ended", ClassToken, FixerOwner, site.PageSystemUsers}
	UserUnconfirmed     = Trouble{"user_unconfirmed", ClassToken, FixerOwner, site.PageFacebook}
	RoleOrTwoFactor     = Trouble{"role_or_two_factor", ClassToken, FixerOwner, site.PageSecurityCenter}
	AppInOtherPortfolio = Trouble{"app_in_other_portfolio", ClassToken, FixerOwner, site.PageApps}
	AppDeleted          = Trouble{"app_deleted", ClassToken, FixerOwner, site.PageAppList}
)

// A missing right, or a thing that this token does not see.
var (
	AppLacksCapability = Trouble{"app_lacks_capability", ClassPermission, FixerOwner, site.PageAppList}
	AppNotAssigned     = Trouble{"app_not_assigned", ClassPermission, FixerOwner, site.PageSystemUsers}
	PermissionMissing  = Trouble{"permission_missing", ClassPermission, FixerOwner, site.PageSystemUsers}
	// business_management, which reads portfolios and nothing of WhatsApp.
	PortfolioPermissionMissing = Trouble{"portfolio_permission_missing", ClassPermission, FixerOwner, site.PageSystemUsers}
	AppPermissionWithdrawn     = Trouble{"app_permission_withdrawn", ClassPermission, FixerOwner, site.PageSystemUsers}
	MessagingDeniedOnAccount   = Trouble{"messaging_denied_on_account", ClassPermission, FixerOwner, site.PageWhatsAppAccounts}
	NoAccessToAccount          = Trouble{"no_access_to_account", ClassPermission, FixerOwner, site.PageWhatsAppAccounts}
	AccessDenied               = Trouble{"access_denied", ClassPermission, FixerOwner, site.PagePhoneNumbers}
	ObjectNotVisible           = Trouble{"object_not_visible", ClassObject, FixerOwner, site.PageWhatsAppAccounts}
	ObjectNotFound             = Trouble{"object_not_found", ClassObject, FixerOwner, site.PageWhatsAppAccounts}
	OtherKindOfObject          = Trouble{"other_kind_of_object", ClassObject, FixerOwner, site.PageWhatsAppAccounts}
	NoAppInPortfolio           = Trouble{"no_app_in_portfolio", ClassObject, FixerOwner, site.PageApps}
	SystemUserLimit            = Trouble{"system_user_limit", ClassPermission, FixerOwner, site.PageSystemUsers}
	SystemUserNameTaken        = Trouble{"system_user_name_taken", ClassRequest, FixerOwner, site.PageSystemUsers}
)

// Multi-Partner Solutions, and the exchange of an Embedded Signup code.
var (
	SolutionNotShared            = Trouble{"solution_not_shared", ClassPermission, FixerOwner, site.PageAppList}
	SolutionNotFound             = Trouble{"solution_not_found", ClassObject, FixerOwner, site.PageAppList}
	AccountNotSharedWithSolution = Trouble{"account_not_shared_with_solution", ClassObject, FixerOwner, site.PageNone}
	RedirectMismatch             = Trouble{"redirect_mismatch", ClassRequest, FixerDeveloper, site.PageAppBasic}
	CodeExpired                  = Trouble{"code_expired", ClassRequest, FixerOwner, site.PageNone}
	CodeUsed                     = Trouble{"code_used", ClassRequest, FixerOwner, site.PageNone}
	CodeNotRecognised            = Trouble{"code_not_recognised", ClassRequest, FixerOwner, site.PageNone}
	AppSecretWrong               = Trouble{"app_secret_wrong", ClassRequest, FixerOwner, site.PageAppBasic}
)

// How Graph was asked.
var (
	InspectionRefused   = Trouble{"inspection_refused", ClassRequest, FixerMeta, site.PageNone}
	AppSecretProof      = Trouble{"app_secret_proof", ClassRequest, FixerOwner, site.PageAppAdvanced}
	AppSecretRequired   = Trouble{"app_secret_required", ClassRequest, FixerDeveloper, site.PageNone}
	NoTokenSent         = Trouble{"no_token_sent", ClassRequest, FixerDeveloper, site.PageNone}
	TooMuchData         = Trouble{"too_much_data", ClassRequest, FixerDeveloper, site.PageNone}
	Parameter           = Trouble{"parameter", ClassRequest, FixerDeveloper, site.PageNone}
	AddressNotAllowed   = Trouble{"address_not_allowed", ClassRequest, FixerOwner, site.PageAppAdvanced}
	NotSubscribedYet    = Trouble{"not_subscribed_yet", ClassRequest, FixerDeveloper, site.PageNone}
	WebhookNotAnswering = Trouble{"webhook_not_answering", ClassRequest, FixerDeveloper, site.PageNone}
	RecipientType       = Trouble{"recipient_type", ClassRequest, FixerDeveloper, site.PageNone}
	VersionEnded        = Trouble{"version_ended", ClassRequest, FixerDeveloper, site.PageNone}
	SentTwice           = Trouble{"sent_twice", ClassRequest, FixerDeveloper, site.PageNone}
	LinkNotRead         = Trouble{"link_not_read", ClassRequest, FixerDeveloper, site.PageNone}
	// AsMetaSays: the code says nothing, and what Meta writes beside it does.
	AsMetaSays = Trouble{"as_meta_says", ClassRequest, FixerOwner, site.PageNone}
)

// The phone number.
var (
	NumberNotRegistered    = Trouble{"number_not_registered", ClassNumber, FixerOwner, site.PagePhoneNumbers}
	NumberNotVerified      = Trouble{"number_not_verified", ClassNumber, FixerOwner, site.PagePhoneNumbers}
	NumberDeleted          = Trouble{"number_deleted", ClassNumber, FixerOwner, site.PagePhoneNumbers}
	NumberDeletedJustNow   = Trouble{"number_deleted_just_now", ClassNumber, FixerMeta, site.PageNone}
	WrongPIN               = Trouble{"wrong_pin", ClassNumber, FixerOwner, site.PagePhoneNumbers}
	DisplayNameNotApproved = Trouble{"display_name_not_approved", ClassNumber, FixerOwner, site.PagePhoneNumbers}
	RecipientNotOnList     = Trouble{"recipient_not_on_list", ClassNumber, FixerOwner, site.PageAPISetup}
	CallsBySIPOff          = Trouble{"calls_by_sip_off", ClassNumber, FixerOwner, site.PageNone}
	NumberLinkedElsewhere  = Trouble{"number_linked_elsewhere", ClassNumber, FixerOwner, site.PagePhoneNumbers}
	NumberVerifiedAlready  = Trouble{"number_verified_already", ClassNumber, FixerDeveloper, site.PageNone}
	DeregisterAgain        = Trouble{"deregister_again", ClassNumber, FixerDeveloper, site.PageNone}
	Migration              = Trouble{"migration", ClassNumber, FixerOwner, site.PagePhoneNumbers}
	HistorySync            = Trouble{"history_sync", ClassNumber, FixerDeveloper, site.PageNone}
	CallsNotAllowed        = Trouble{"calls_not_allowed", ClassNumber, FixerDeveloper, site.PagePhoneNumbers}
	Username               = Trouble{"username", ClassNumber, FixerOwner, site.PagePhoneNumbers}
)

// The WhatsApp account and the business.
var (
	ApiAccessBlocked    = Trouble{"api_access_blocked", ClassAccount, FixerSupport, site.PageAppAlerts}
	PolicyBlock         = Trouble{"policy_block", ClassAccount, FixerSupport, site.PageSupport}
	AccountBanned       = Trouble{"account_banned", ClassAccount, FixerSupport, site.PageSupport}
	AccountLocked       = Trouble{"account_locked", ClassAccount, FixerSupport, site.PageSupport}
	PaymentMethod       = Trouble{"payment_method", ClassAccount, FixerOwner, site.PagePayment}
	TemplateTrouble     = Trouble{"template_trouble", ClassAccount, FixerOwner, site.PageTemplates}
	BusinessNotVerified = Trouble{"business_not_verified", ClassAccount, FixerOwner, site.PageSecurityCenter}
	AppDeactivated      = Trouble{"app_deactivated", ClassAccount, FixerOwner, site.PageAppAlerts}
	CountryRestricted   = Trouble{"country_restricted", ClassAccount, FixerSupport, site.PageSupport}
	MarketingOff        = Trouble{"marketing_off", ClassAccount, FixerOwner, site.PageNone}
	PaymentsTerms       = Trouble{"payments_terms", ClassAccount, FixerOwner, site.PageNone}
	OnboardedTwice      = Trouble{"onboarded_twice", ClassAccount, FixerDeveloper, site.PageNone}
	TemplateLimit       = Trouble{"template_limit", ClassAccount, FixerOwner, site.PageTemplates}
	TemplateInsights    = Trouble{"template_insights", ClassAccount, FixerOwner, site.PageTemplates}
)

// One message or its template.
var (
	RecipientIsSender   = Trouble{"recipient_is_sender", ClassRequest, FixerOwner, site.PageNone}
	Undeliverable       = Trouble{"undeliverable", ClassRequest, FixerOwner, site.PageNone}
	KeptBack            = Trouble{"kept_back", ClassRequest, FixerMeta, site.PageNone}
	RecipientOptedOut   = Trouble{"recipient_opted_out", ClassRequest, FixerOwner, site.PageNone}
	ReplyWindowOver     = Trouble{"reply_window_over", ClassRequest, FixerDeveloper, site.PageTemplates}
	MediaTrouble        = Trouble{"media_trouble", ClassRequest, FixerDeveloper, site.PageNone}
	TemplateMissing     = Trouble{"template_missing", ClassRequest, FixerDeveloper, site.PageTemplates}
	TemplateParameters  = Trouble{"template_parameters", ClassRequest, FixerDeveloper, site.PageTemplates}
	TemplatePaused      = Trouble{"template_paused", ClassRequest, FixerOwner, site.PageTemplates}
	SenderBlockedPerson = Trouble{"sender_blocked_person", ClassRequest, FixerOwner, site.PageNone}
	MarketingOnly       = Trouble{"marketing_only", ClassRequest, FixerDeveloper, site.PageTemplates}
	TestTemplate        = Trouble{"test_template", ClassRequest, FixerOwner, site.PageTemplates}
	MediaNotFetched     = Trouble{"media_not_fetched", ClassRequest, FixerOwner, site.PageNone}
	MessageUnreadable   = Trouble{"message_unreadable", ClassRequest, FixerOwner, site.PageNone}
	TemplateTooLong     = Trouble{"template_too_long", ClassRequest, FixerDeveloper, site.PageTemplates}
	TemplateRules       = Trouble{"template_rules", ClassRequest, FixerOwner, site.PageTemplates}
	TemplateNotAccepted = Trouble{"template_not_accepted", ClassRequest, FixerOwner, site.PageTemplates}
	TemplateSyncing     = Trouble{"template_syncing", ClassRequest, FixerMeta, site.PageNone}
	FlowBlocked         = Trouble{"flow_blocked", ClassRequest, FixerDeveloper, site.PageNone}
)

// Waiting is what helps.
var (
	Outage              = Trouble{"outage", ClassOutage, FixerMeta, site.PageStatus}
	AccountMaintenance  = Trouble{"account_maintenance", ClassOutage, FixerMeta, site.PageNone}
	TooManyCalls        = Trouble{"too_many_calls", ClassLimit, FixerMeta, site.PageNone}
	TooManyAccountCalls = Trouble{"too_many_account_calls", ClassLimit, FixerMeta, site.PageNone}
	TooManyMessages     = Trouble{"too_many_messages", ClassLimit, FixerMeta, site.PageNone}
	TooManyToOnePerson  = Trouble{"too_many_to_one_person", ClassLimit, FixerMeta, site.PageNone}
	SpamLimit           = Trouble{"spam_limit", ClassLimit, FixerOwner, site.PagePhoneNumbers}
	RegisterLimit       = Trouble{"register_limit", ClassLimit, FixerMeta, site.PageNone}
	PinTries            = Trouble{"pin_tries", ClassLimit, FixerMeta, site.PageNone}
	MetaUnclear         = Trouble{"meta_unclear", ClassOutage, FixerDeveloper, site.PageStatus}
	PageFailed          = Trouble{"page_failed", ClassOutage, FixerOwner, site.PageStatus}
	FlowSlowed          = Trouble{"flow_slowed", ClassLimit, FixerMeta, site.PageNone}
	TemplateClassLimit  = Trouble{"template_class_limit", ClassLimit, FixerMeta, site.PageTemplates}
)

// Unknown is what an error means that the catalogue does not hold.
var Unknown = Trouble{"unknown", ClassUnknown, FixerDeveloper, site.PageNone}
