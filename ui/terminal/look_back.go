package terminal

import (
	"context"

	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// lookBack settles what an earlier run left half-way, and says on standard
// error what was found. The keychain is asked only if something was left open.
func (t *Terminal) lookBack(ctx context.Context) {
	settled, _ := t.Vault.Recover(ctx)
	for _, one := range settled {
		if one.Doing != vault.Proving {
			t.tell(t.Words.Say("found."+string(one.Doing)+"."+string(one.Result), words.Values{"Name": one.Name, "To": one.To}))
		}
	}
	damaged, _ := t.Vault.Damaged()
	for _, file := range damaged {
		t.tell(t.Words.Say("found.damaged", words.Values{"Name": file.Name, "Path": file.Path}))
	}
}
