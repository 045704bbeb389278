package setup_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"latchkey/wizard/setup"
)

// TestNoProgressIsTooOdd: whatever stands in the file, a setup begins or goes on.
func TestNoProgressIsTooOdd(t *testing.T) {
	const inputs = 300
	p := newPlace(t)
	must(t, os.MkdirAll(p.folder.Path(), 0o700))
	source := rand.New(rand.NewPCG(3, 4))
	odd := []any{"business", "user", "assets", "generate", "paste", "check", "keep", "", "dancing", 7, nil, []any{}, map[string]any{}, strings.Repeat("x", 5000)}
	for range inputs {
		content := map[string]any{}
		for _, field := range []string{"step", "situation", "purpose", "customers_by", "solution_id", "role", "user_name", "business_id", "app_id", "waba_id", "phone_id", "name"} {
			if source.IntN(3) > 0 {
				content[field] = odd[source.IntN(len(odd))]
			}
		}
		for _, own := range []setup.Situation{setup.OwnBusiness, setup.TechProvider, setup.SolutionPartner} {
			if source.IntN(3) == 0 {
				content["situation"] = own
			}
		}
		text, err := json.Marshal(map[string]any{"schema": "latchkey.progress", "version": 1, "content": content})
		must(t, err)
		must(t, os.WriteFile(filepath.Join(p.folder.Path(), "progress.json"), text, 0o600))
		steps := p.newSetup()
		if step := steps.Step(); step < setup.StepBusiness || step > setup.StepKeep {
			t.Errorf("it goes on at step %d with %s", step, text)
		}
		_, _ = steps.Save(t.Context(), false)
		_ = steps.Remember(t.Context())
	}
}
