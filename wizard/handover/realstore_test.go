package handover_test

import (
	"crypto/rand"
	"os"
	"slices"
	"testing"

	"latchkey/graph"
	"latchkey/wizard/handover"
)

// TestRealStore keeps a made-up token in the Vault or OpenBao of VAULT_ADDR,
// with VAULT_TOKEN, in the KV engine at VAULT_TEST_MOUNT or "secret". Each run
// leaves one secret under latchkey-test/.
func TestRealStore(t *testing.T) {
	address := os.Getenv("VAULT_ADDR")
	if address == "" {
		t.Skip("VAULT_ADDR names no Vault or OpenBao to test with")
	}
	mount := os.Getenv("VAULT_TEST_MOUNT")
	if mount == "" {
		mount = "secret"
	}
	store := open(t, handover.StoreOptions{
		Address: address, Mount: mount, Path: "latchkey-test/" + rand.Text(), Token: graph.NewToken(os.Getenv("VAULT_TOKEN")),
		Namespace: os.Getenv("VAULT_NAMESPACE"), Authority: os.Getenv("VAULT_CACERT"),
	})
	nothing, err := store.Look(t.Context())
	if err != nil || nothing.Version != 0 {
		t.Fatalf("%+v, %v", nothing, err)
	}
	if number, err := store.Put(t.Context(), nothing, "token", canary); err != nil || number != 1 {
		t.Fatalf("version %d, %v", number, err)
	}
	_, err = store.Put(t.Context(), nothing, "token", canary)
	expectReason(t, err, handover.StoreConflict)
	seen, err := store.Look(t.Context())
	if err != nil || seen.Version != 1 || !slices.Equal(seen.Fields, []string{"token"}) || seen.At.IsZero() {
		t.Fatalf("%+v, %v", seen, err)
	}
	if number, err := store.Put(t.Context(), seen, "another", canary); err != nil || number != 2 {
		t.Fatalf("version %d, %v", number, err)
	}
}
