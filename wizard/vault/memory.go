package vault

import (
	"sync"

	"github.com/zalando/go-keyring"
)

// memory is a keychain that forgets all with the process.
type memory struct {
	mutex   sync.Mutex
	secrets map[[2]string]string
}

// InMemory returns a keychain for a trial, which keeps nothing beyond it.
func InMemory() Keychain { return &memory{secrets: map[[2]string]string{}} }

func (m *memory) Set(service, account, secret string) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.secrets[[2]string{service, account}] = secret
	return nil
}

func (m *memory) Get(service, account string) (string, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	secret, found := m.secrets[[2]string{service, account}]
	if !found {
		return "", keyring.ErrNotFound
	}
	return secret, nil
}

func (m *memory) Delete(service, account string) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if _, found := m.secrets[[2]string{service, account}]; !found {
		return keyring.ErrNotFound
	}
	delete(m.secrets, [2]string{service, account})
	return nil
}
