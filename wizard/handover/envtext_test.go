package handover_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"latchkey/graph"
	"latchkey/wizard/handover"
)

// variables are a token T that has no expiry and an id.
func variables() []handover.Variable {
	return []handover.Variable{{Name: "T", Value: graph.NewToken("new")}, {Name: "T_EXPIRES_AT"}, {Name: "ID", Value: graph.NewToken("1")}}
}

func TestEnvFileKeepsWhatIsNotItsOwn(t *testing.T) {
	for name, each := range map[string]struct{ before, after string }{
		"empty":                 {"", "T=new\nID=1\n"},
		"others before":         {"A=1\n# a comment\n\nB=2\n", "A=1\n# a comment\n\nB=2\nT=new\nID=1\n"},
		"no line end at last":   {"A=1", "A=1\nT=new\nID=1\n"},
		"replaced in place":     {"A=1\nT=old\nB=2\nID=0\n", "A=1\nT=new\nB=2\nID=1\n"},
		"replaced at last":      {"ID=0\nT=old", "ID=1\nT=new"},
		"windows line ends":     {"A=1\r\nT=old\r\n", "A=1\r\nT=new\r\nID=1\r\n"},
		"windows, none at last": {"A=1\r\nB=2", "A=1\r\nB=2\r\nT=new\r\nID=1\r\n"},
		"quotes and comments":   {"T=\"old\" # mine\nID='0'\n", "T=\"new\" # mine\nID='1'\n"},
		"bare with comment":     {"T=old  # mine\nID=0#1\n", "T=new  # mine\nID=1\n"},
		"comment only":          {"T=# none yet\nID=\n", "T=new # none yet\nID=1\n"},
		"export and space":      {"  export T = old\n\texport ID=0\n", "  export T = new\n\texport ID=1\n"},
		"commented out":         {"# T=old\n#ID=0\n", "# T=old\n#ID=0\nT=new\nID=1\n"},
		"names alike":           {"MY_T=a\nT_MORE=b\nTT=c\nt=d\n", "MY_T=a\nT_MORE=b\nTT=c\nt=d\nT=new\nID=1\n"},
		"stale expiry":          {"T=old\nT_EXPIRES_AT=2020-01-01T00:00:00Z\nID=0\nA=1\n", "T=new\nID=1\nA=1\n"},
		"twice":                 {"T=old\nA=1\nT=older\nID=0\n", "T=new\nA=1\nT=new\nID=1\n"},
		"over several lines":    {"KEY=\"-----BEGIN\nT=inside\n-----END\"\nT=old\nID=0\n", "KEY=\"-----BEGIN\nT=inside\n-----END\"\nT=new\nID=1\n"},
		"escaped quote":         {"A=\"say \\\"\nT=inside\n\"\nT=old\nID=0\n", "A=\"say \\\"\nT=inside\n\"\nT=new\nID=1\n"},
		"quote never closed":    {"A=\"open\nT=old\nID=0\n", "A=\"open\nT=new\nID=1\n"},
		"own over lines":        {"T='old\nolder'\nID=0\n", "T='new'\nID=1\n"},
		"byte order mark":       {"\ufeffT=old\nID=0\n", "\ufeffT=new\nID=1\n"},
		"no assignment":         {"just words\n=\n=x\n", "just words\n=\n=x\nT=new\nID=1\n"},
	} {
		if got := handover.SetVariables(each.before, variables()); got != each.after {
			t.Errorf("%s: %q becomes\n%q and not\n%q", name, each.before, got, each.after)
		}
	}
}

// TestOddValuesAreQuoted: a shell would read something into the bare one.
func TestOddValuesAreQuoted(t *testing.T) {
	token := []handover.Variable{{Name: "T", Value: graph.NewToken("123|abc&d;e")}}
	for before, after := range map[string]string{
		"": "T='123|abc&d;e'\n", "T=old\n": "T='123|abc&d;e'\n", "T=\"old\"\n": "T=\"123|abc&d;e\"\n",
	} {
		if got := handover.SetVariables(before, token); got != after {
			t.Errorf("%q becomes %q and not %q", before, got, after)
		}
	}
}

// TestAnyEnvFileKeepsItsOtherLines, and setting the same again changes nothing.
func TestAnyEnvFileKeepsItsOtherLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{
			"A=1", "T=old", "ID=0", "export ", "# ", "\"", "'", "`", "\\", " ", "=", "#", "\n", "\n", "\r\n", "T_EXPIRES_AT=x", "é", "\t",
		})
		before := strings.Join(rapid.SliceOfN(piece, 0, 20).Draw(t, "pieces"), "")
		after := handover.SetVariables(before, variables())
		if again := handover.SetVariables(after, variables()); again != after {
			t.Fatalf("%q becomes\n%q, then\n%q", before, after, again)
		}
		at := 0
		for _, line := range strings.SplitAfter(before, "\n") {
			if strings.Contains(line, "T=") || strings.Contains(line, "ID=") || strings.Contains(line, "T_EXPIRES_AT=") || strings.ContainsAny(before, "\"'`") {
				continue
			}
			found := strings.Index(after[at:], line)
			if found < 0 {
				t.Fatalf("%q lost %q: %q", before, line, after)
			}
			at += found + len(line)
		}
	})
}
