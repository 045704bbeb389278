package terminal_test

import (
	"context"
	"errors"
	"testing"

	"latchkey/ui/terminal"
	"latchkey/wizard/check"
	"latchkey/wizard/doctor"
)

func TestDoctorExits(t *testing.T) {
	for name, each := range map[string]struct {
		failing []doctor.ID
		code    int
	}{
		"all is well":                   {nil, terminal.ExitReady},
		"the clock":                     {[]doctor.ID{doctor.Clock}, terminal.ExitFailed},
		"the network":                   {[]doctor.ID{doctor.Network}, terminal.ExitUnknown},
		"the network and the folder":    {[]doctor.ID{doctor.Network, doctor.Folder}, terminal.ExitUnknown},
		"the keychain and all the rest": {[]doctor.ID{doctor.Keychain, doctor.Network, doctor.Folder}, terminal.ExitNoKeychain},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.Examine = func(context.Context, doctor.Computer) []doctor.Finding {
				findings := []doctor.Finding{{ID: doctor.Version, Status: check.Pass, Reason: "doctor.version.is"}}
				for _, id := range each.failing {
					findings = append(findings, doctor.Finding{ID: id, Status: check.Fail, Reason: "doctor.clock.wrong"})
				}
				return findings
			}
			b.expect(each.code, "", "doctor")
			b.expect(each.code, "", "doctor", "--json")
			if rows := b.document()["checks"].([]any); len(rows) != 1+len(each.failing) {
				t.Errorf("%d rows", len(rows))
			}
		})
	}
}

func TestDoctorsDocument(t *testing.T) {
	b := newBench(t)
	b.keychain.FailWith(errors.New("gone"))
	b.expect(terminal.ExitNoKeychain, "", "doctor", "--json")
	shape := object{
		"schema": oneOf{"latchkey.doctor/1"},
		"checks": list{object{
			"id":     oneOf{"keychain", "browser", "network", "clock", "proxy", "folder", "version"},
			"status": oneOf{"pass", "warn", "fail", "unknown"}, "title": text, "detail": text, "fix": null{text},
		}},
	}
	for _, difference := range fits("document", b.document(), shape) {
		t.Error(difference)
	}
}
