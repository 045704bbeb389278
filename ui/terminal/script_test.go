package terminal_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"latchkey/graph/sandbox"
	"latchkey/wizard/files"
	"latchkey/wizard/handover/storetest"
)

// TestScripts plays the sessions in testdata/script; the README there tells how
// they are written. With UPDATE_SCRIPTS=1 it puts what was printed in place of
// what "cmp" expected.
func TestScripts(t *testing.T) {
	ready, _ := sandbox.FindScenario("ready")
	store := storetest.New(t, ready.Token)
	authority := store.Authority()
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("STORE", store.URL)
			env.Setenv("VAULT_CACERT", authority)
			return begin(env)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exitsCommand, "says": saysCommand, "json": jsonCommand, "types": typesCommand,
			"save": saveCommand, "fault": faultCommand,
			// stored PATH FIELD prints what the secret store holds.
			"stored": func(ts *testscript.TestScript, _ bool, args []string) {
				_, fields := store.Newest(args[0])
				_, _ = fmt.Fprint(ts.Stdout(), fields[args[1]])
			},
		},
		RequireUniqueNames: true,
		UpdateScripts:      os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// session is what a script has beside its files.
type session struct {
	server *sandbox.Server
	folder *files.Folder
	// tokens may stand in the keychain alone, what passes through in nothing.
	tokens, passing []string
}

type sessionKey struct{}

func sessionOf(ts *testscript.TestScript) *session { return ts.Value(sessionKey{}).(*session) }

// begin gives a script a home, a keychain and a pretend Meta of its own, and
// names what is there in its environment and files.
func begin(env *testscript.Env) error {
	var ahead atomic.Int64 // of the real clock
	server, err := sandbox.Start(sandbox.Options{Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }})
	if err != nil {
		return err
	}
	s := &session{server: server}
	env.Defer(func() { _ = s.server.Close() })
	env.Values[sessionKey{}] = s

	settings := filepath.Join(env.WorkDir, "config", "latchkey")
	if runtime.GOOS == "darwin" {
		settings = filepath.Join(env.WorkDir, "Library", "Application Support", "latchkey")
	}
	s.folder = files.Open(settings, nil)

	// However slow this computer is, the codes of Embedded Signup stay good.
	ahead.Store(int64(time.Hour))
	known := s.variables()
	ahead.Store(0)
	for name, value := range known {
		env.Setenv(name, value)
	}
	for name, value := range map[string]string{
		"HOME": env.WorkDir, "META": s.server.GraphURL(), "XDG_CONFIG_HOME": filepath.Join(env.WorkDir, "config"), "AppData": filepath.Join(env.WorkDir, "config"),
		"SETTINGS": settings, "KEYCHAIN": filepath.Join(env.WorkDir, "keychain"), namesVariable: strings.Join(slices.Collect(maps.Keys(known)), " "), "TZ": "UTC", "GORACE": "atexit_sleep_ms=0",
	} {
		env.Setenv(name, value)
	}
	return s.writeFiles(env.WorkDir, known)
}

// variables are the names by which a script speaks of what the pretend Meta
// has: each scenario's token by the scenario's name, and the ids.
func (s *session) variables() map[string]string {
	address := s.server.GraphURL()
	known := map[string]string{"PRACTICE": address, "PRACTICE_PORT": address[strings.LastIndexByte(address, ':')+1:]}
	for _, scenario := range sandbox.Scenarios() {
		known[tokenVariable(scenario.Name)] = scenario.Token.Reveal()
		known["SECRET_"+tokenVariable(scenario.Name)] = scenario.AppSecret.Reveal()
		known["APP_"+tokenVariable(scenario.Name)] = scenario.AppID
	}
	ready, _ := sandbox.FindScenario("ready")
	known["APP"], known["WABA"], known["PHONE"] = ready.AppID, ready.AccountID, ready.PhoneID
	partner, _ := sandbox.FindScenario("solution-partner")
	known["PARTNER_APP"], known["APP_SECRET"], known["SOLUTION"] = partner.AppID, partner.AppSecret.Reveal(), partner.SolutionID
	for i, customer := range partner.Customers {
		known[fmt.Sprint("CUSTOMER_", i+1)] = customer.BusinessID
	}
	known["STORE_TOKEN"] = storetest.Token.Reveal()
	state := s.server.State()
	known["CODE"], known["NEXT_CODE"] = state.IssueCode(partner.AppID, partner.CustomerID), state.IssueCode(partner.AppID, partner.CustomerID)
	known["OTHER_CODE"] = state.IssueCode(partner.AppID, partner.Customers[1].BusinessID)
	return known
}

func tokenVariable(scenario string) string {
	return strings.ToUpper(strings.ReplaceAll(scenario, "-", "_"))
}

// writeFiles puts each scenario's token into a file, as a person pipes it, and
// the known values into the script's own files where those say ${NAME}.
func (s *session) writeFiles(folder string, known map[string]string) error {
	pairs := []string{"${CR}", "\r", "${NUL}", "\x00"}
	for name, value := range known {
		pairs = append(pairs, "${"+name+"}", value)
	}
	replacer := strings.NewReplacer(pairs...)
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, []byte(replacer.Replace(string(content))), 0o600)
	})
	if err != nil {
		return err
	}
	tokens := filepath.Join(folder, "tokens")
	if err := os.Mkdir(tokens, 0o700); err != nil {
		return err
	}
	for _, scenario := range sandbox.Scenarios() {
		secret := scenario.Token.Reveal()
		s.tokens, s.passing = append(s.tokens, secret), append(s.passing, scenario.AppSecret.Reveal())
		if err := os.WriteFile(filepath.Join(tokens, scenario.Name), []byte(secret), 0o600); err != nil {
			return err
		}
	}
	s.passing = append(s.passing, known["CODE"], known["NEXT_CODE"], known["OTHER_CODE"], known["STORE_TOKEN"])
	return nil
}
