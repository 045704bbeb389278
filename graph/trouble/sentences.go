package trouble

import (
	"slices"
	"strings"

	"latchkey/graph/value"
)

// sentence is what Graph writes with a code, as programs show it without the
// code.
type sentence struct {
	says          string
	code, subcode int
}

// sentenceList holds what only Meta writes. Programs cut sentences at the end and
// wrap them, so each stands as short as it is telling.
var sentenceList = []sentence{
	{"session has expired on", 190, 463},
	{"token: session has exp", 190, 463},
	{"session has been invalidated because the user", 190, 460},
	{"session does not match current stored session", 190, 460},
	{"has not authorized application", 190, 458},
	{"session is invalid because the user logged out", 190, 467},
	{"you cannot access the app till you log in to", 190, 459},
	{"blocking, logged-in checkpoint", 190, 490},
	{"application does not belong to system user", 190, 465},
	{"application has been deleted", 190, 0},
	{"cannot get application info due to a system error", 101, 0},
	{"error validating client secret", 1, 0},
	{"does not belong to application", 190, 0},
	{"access token could not be decrypted", 190, 0},
	{"cannot parse access token", 190, 0},
	{"malformed access token", 190, 0},
	{"invalid oauth access token data", 190, 0},
	{"application secret required", 190, 0},
	{"an access token is required to request this resource", 104, 0},
	{"an active access token must be used to query", 2500, 0},
	{"require an appsecret_proof argument", 100, 0},
	{"invalid appsecret_proof", 100, 0},
	{"provide valid app id", 200, 0},

	{"api access deactivated", 200, 0},
	{"api access blocked", 200, 0},
	{"cannot call api for app", 200, 0},
	{"messages on behalf of this whatsapp", 200, 0},
	{"need either permission on", 200, 0},
	{"requires business_management permission", 10, 0},
	{"requires whatsapp_business_messaging", 200, 0},
	{"requires whatsapp_business_management", 200, 0},
	{"application does not have permission for this action", 10, 0},
	{"application does not have the capability to make this api call", 3, 0},
	{"assign an app role to the system user", 10, 0},
	{"no hay permisos disponibles", 10, 0},
	{"nenhuma permissão disponível", 10, 0},
	{"aucune autorisation disponible", 10, 0},
	{"nessuna autorizzazione disponibile", 10, 0},
	{"keine berechtigungen verfügbar", 10, 0},
	{"tidak ada izin yang tersedia", 10, 0},
	{"unauthorized source ip", 5, 0},

	{"unsupported get request", 100, 33},
	{"unsupported post request", 100, 33},
	{"unsupported delete request", 100, 33},
	{"does not exist, cannot be loaded", 100, 33},
	{"unsupported request - method type", 100, 0},
	{"before override the current callback uri", 100, 0},
	{"tried accessing nonexisting field", 100, 0},
	{"did not match the viewing app", 100, 0},
	{"authorization code has been used", 100, 36009},
	{"authorization code has expired", 100, 36007},
	{"error validating verification code", 100, 36008},
	{"invalid verification code format", 100, 0},
	{"already linked to another whatsapp", 100, 3441041},
	{"number is linked to another account", 100, 3441041},
	{"some of the aliases you requested do not exist", 803, 0},
	{"callback verification failed", 2200, 0},
	{"callback url or verify token couldn't be validated", 2200, 0},
	{"url de callback ou o token de verificação", 2200, 0},
	{"url de devolución de llamada o el token de verificación", 2200, 0},
	{"callback-url oder das verifizierungs", 2200, 0},
	{"url de rappel ou le token de vérification", 2200, 0},
	{"url di callback o il token di verifica", 2200, 0},
	{"is deprecated for versions", 12, 0},
	{"you are calling a deprecated version", 2635, 0},

	{"application request limit reached", 4, 0},
	{"user request limit reached", 17, 0},
	{"please reduce the amount of data you're asking for", 1, 0},
	{"temporarily blocked for policies violations", 368, 0},
	{"deemed abusive or is otherwise disallowed", 368, 0},
	{"refresh this page to authenticate", 415, 2859009},

	{"rate limit hit: cloud api message throughput", 130429, 0},
	{"number is part of an experiment", 130472, 0},
	{"restricted from messaging users in this country", 130497, 0},
	{"invalid recipient type", 131002, 0},
	{"recipient cannot be sender", 131021, 0},
	{"message undeliverable", 131026, 0},
	{"recipient phone number not in allowed list", 131030, 0},
	{"business account has been locked", 131031, 0},
	{"business account locked", 131031, 0},
	{"display name approval", 131037, 0},
	{"business eligibility payment issue", 131042, 0},
	{"errors related to your payment method", 131042, 0},
	{"because more than 24 hours have passed", 131047, 0},
	{"re-engagement message", 131047, 0},
	{"spam rate limit hit", 131048, 0},
	{"healthy ecosystem engagement", 131049, 0},
	{"media download error", 131052, 0},
	{"media upload error", 131053, 0},
	{"pair rate limit hit", 131056, 0},
	{"account in maintenance mode", 131057, 0},
	{"can only be sent from the public test numbers", 131058, 0},
	{"number of parameters does not match the expected number", 132000, 0},
	{"does not exist in the translation", 132001, 0},
	{"template hydrated text too long", 132005, 0},
	{"template format character policy violated", 132007, 0},
	{"template parameter format mismatch", 132012, 0},
	{"template is paused", 132015, 0},
	{"template is disabled", 132016, 0},
	{"flow is blocked", 132068, 0},
	{"flow is throttled", 132069, 0},
	{"incomplete deregistration", 133000, 0},
	{"two step verification pin mismatch", 133005, 0},
	{"phone number re-verification needed", 133006, 0},
	{"account does not exist in cloud api", 133010, 0},
	{"account not registered", 133010, 0},
	{"phone number not registered on the whatsapp business platform", 133010, 0},
}

// subcodeSaid is the subcode that a sentence in small letters stands for, of those
// of a code; 0 for none.
func subcodeSaid(code int, message string) int {
	for _, one := range sentenceList {
		if one.code == code && one.subcode != 0 && strings.Contains(message, one.says) {
			return one.subcode
		}
	}
	return 0
}

// vagueSentences tell the code and no more: they count where nothing else does.
var vagueSentences = []sentence{
	{"error validating access token", 190, 0},
	{"error validating application", 101, 0},
	{"invalid oauth access token", 190, 0},
	{"invalid oauth 2.0 access token", 190, 0},
}

// commonSentences are other programs' too: they count where the text holds what only
// Graph writes.
var commonSentences = []sentence{
	{"invalid parameter", 100, 0},
	{"an unknown error", 1, 0},
}

// plainText is a text as sentences are looked for in it: in lower case, with one
// space for whatever wraps or quotes it, and places where each byte stood.
type plainText struct {
	text   string
	places []int
}

func plain(text string) plainText {
	lower := make([]byte, 0, len(text))
	places := make([]int, 0, len(text)+1)
	add := func(letter byte, at int) {
		lower, places = append(lower, letter), append(places, at)
	}
	for at := 0; at < len(text); at++ {
		letter, length := text[at], 1
		if letter == '\\' || letter == "’"[0] {
			for _, apostrophe := range apostrophes {
				if strings.HasPrefix(text[at:], apostrophe) {
					letter, length = '\'', len(apostrophe)
				}
			}
		}
		switch {
		case letter == '1' && isLetter(text, at-1) && isLetter(text, at+1):
			letter = 'l' // as a picture is read
		case 'A' <= letter && letter <= 'Z':
			letter += 'a' - 'A'
		case letter == '\\' && at+1 < len(text) && strings.IndexByte("nrt", text[at+1]) >= 0:
			letter, length = ' ', 2
		case strings.IndexByte("\n\r\t\\|>\"+*", letter) >= 0:
			letter = ' '
		}
		if letter != ' ' || len(lower) == 0 || lower[len(lower)-1] != ' ' {
			add(letter, at)
		}
		at += length - 1
	}
	return plainText{string(lower), append(places, len(text))}
}

var apostrophes = []string{`\u0027`, `\u2019`, "’", `\'`}

func isLetter(text string, at int) bool {
	return at >= 0 && at < len(text) && 'a' <= text[at]|0x20 && text[at]|0x20 <= 'z'
}

// sentences finds Graph's sentences that stand without their code: where a code
// stands near, it has told more already, and gets its sentence.
func (s *errorSearch) sentences() {
	text, codes := plain(s.text), len(s.hits)
	s.sentencesOf(sentenceList, text, codes)
	if len(s.hits) == 0 {
		s.sentencesOf(vagueSentences, text, 0)
	}
	if len(s.hits) == 0 && len(s.proofPlaces) > 0 {
		s.sentencesOf(commonSentences, text, 0)
	}
}

func (s *errorSearch) sentencesOf(list []sentence, plain plainText, codes int) {
	for _, one := range list {
		at := strings.Index(plain.text, one.says)
		if at < 0 {
			continue
		}
		start, end := plain.places[at], plain.places[at+len(one.says)]
		if near := s.hitNear(codes, start, one.code); near >= 0 {
			if told := s.hits[near].error; told.Code == one.code && told.InWords() == "" {
				told.Message = value.Shorten(s.sentenceAt(start, end))
			}
			continue
		}
		s.word(start, one.code, one.subcode, s.sentenceAt(start, end))
		if trace := traceForm().FindStringSubmatch(s.text[start:min(len(s.text), start+1200)]); trace != nil {
			s.hits[len(s.hits)-1].error.TraceID = trace[1]
		}
	}
}

// hitNear is one of the first hits that has the code, or stands so near that a
// sentence belongs to it; -1 for none.
func (s *errorSearch) hitNear(hits, start, code int) int {
	const farthest = 700
	return slices.IndexFunc(s.hits[:hits], func(hit hit) bool {
		return hit.error.Code == code || hit.text == s.text && max(hit.start-start, start-hit.start) < farthest || hit.fromJSON && hits == 1
	})
}

// sentenceAt is the sentence with what follows on its last line.
func (s *errorSearch) sentenceAt(start, end int) string {
	from := strings.LastIndexAny(s.text[max(0, start-120):start], "\"'\n.:>{\\") + 1 + max(0, start-120)
	rest := s.text[end:min(len(s.text), end+1000)]
	if last := strings.IndexAny(rest, "\"\n\\"); last >= 0 {
		rest = rest[:last]
	}
	return strings.Join(strings.Fields(s.text[min(from, start):end]+rest), " ")
}
