package saved_test

import (
	"os"
	"path/filepath"
	"testing"

	"latchkey/graph"
	"latchkey/wizard/files"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// busyKeychain has another program do something once a practice token is deleted.
type busyKeychain struct {
	*vaulttest.Memory
	meanwhile func()
}

func (k *busyKeychain) Delete(service, account string) error {
	err := k.Memory.Delete(service, account)
	if then := k.meanwhile; then != nil && service == vault.PracticeService {
		k.meanwhile = nil
		then()
	}
	return err
}

// TestNothingThatIsSavedMeanwhileStaysUnlisted: a token that another program saves
// while everything is removed would be in the keychain, and nobody would know.
func TestNothingThatIsSavedMeanwhileStaysUnlisted(t *testing.T) {
	ctx := t.Context()
	folder := files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	keychain := &busyKeychain{Memory: &vaulttest.Memory{}}
	open := func(service string) *vault.Vault {
		return vault.Open(vault.Options{Service: service, Folder: folder, Keychain: keychain})
	}
	save := func(service, name string) {
		if _, err := open(service).Save(ctx, vault.Entry{Name: name}, graph.NewToken("made-up-"+name)); err != nil {
			t.Error(err)
		}
	}
	save(vault.Service, "Shop")
	save(vault.PracticeService, "Practice")
	keychain.meanwhile = func() { save(vault.Service, "Bakery") }
	removed, err := saved.RemoveAll(ctx, folder, nil, open(vault.Service), open(vault.PracticeService))
	if err != nil || len(removed.Names) != 3 {
		t.Errorf("%+v, %v", removed, err)
	}
	if left := keychain.All(); len(left) > 0 {
		t.Errorf("%d tokens are in the keychain, and none is listed", len(left))
	}
	if _, err := os.Stat(folder.Path()); err == nil {
		t.Error("the folder is still there")
	}
}
