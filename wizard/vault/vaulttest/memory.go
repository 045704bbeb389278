package vaulttest

import (
	"maps"
	"sync"

	"github.com/zalando/go-keyring"
)

// Memory is a keychain that keeps secrets in memory, for tests of what stands
// on one. The zero value is empty and answers at once.
type Memory struct {
	// Refuse, when set, is asked before every Set; an error is the answer.
	Refuse func(account string) error

	mutex   sync.Mutex
	secrets map[string]string // by service/account
	fail    error
	hang    chan struct{}
	calls   int
}

// FailWith gives every call this answer, until told otherwise by nil.
func (m *Memory) FailWith(err error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.fail = err
}

// Hang keeps every call waiting until answer is called.
func (m *Memory) Hang() (answer func()) {
	hang := make(chan struct{})
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.hang = hang
	return func() {
		m.mutex.Lock()
		defer m.mutex.Unlock()
		m.hang = nil
		close(hang)
	}
}

// Calls counts the calls so far.
func (m *Memory) Calls() int {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.calls
}

// Holds returns what is kept under a service and an account, "" for nothing.
func (m *Memory) Holds(service, account string) string {
	return m.All()[service+"/"+account]
}

// All returns every secret, by service/account.
func (m *Memory) All() map[string]string {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return maps.Clone(m.secrets)
}

// Set is one of a keychain's three calls.
func (m *Memory) Set(service, account, secret string) error {
	return m.answer(func() error {
		if m.Refuse != nil {
			if err := m.Refuse(account); err != nil {
				return err
			}
		}
		if m.secrets == nil {
			m.secrets = map[string]string{}
		}
		m.secrets[service+"/"+account] = secret
		return nil
	})
}

// Get is one of a keychain's three calls.
func (m *Memory) Get(service, account string) (secret string, err error) {
	err = m.answer(func() error {
		var there bool
		if secret, there = m.secrets[service+"/"+account]; !there {
			return keyring.ErrNotFound
		}
		return nil
	})
	return secret, err
}

// Delete is one of a keychain's three calls.
func (m *Memory) Delete(service, account string) error {
	return m.answer(func() error {
		if _, there := m.secrets[service+"/"+account]; !there {
			return keyring.ErrNotFound
		}
		delete(m.secrets, service+"/"+account)
		return nil
	})
}

// answer does what a call asks for, once the keychain answers.
func (m *Memory) answer(do func() error) error {
	m.mutex.Lock()
	m.calls++
	hang := m.hang
	m.mutex.Unlock()
	if hang != nil {
		<-hang
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.fail != nil {
		return m.fail
	}
	return do()
}
