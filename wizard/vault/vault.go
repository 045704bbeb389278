package vault

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"latchkey/graph"
	"latchkey/wizard/files"
)

// The services a token is kept under. Other programs read it by service and
// name, so these never change.
const (
	Service         = "Latchkey"
	PracticeService = "Latchkey practice"
)

// DefaultDeadline is how long a keychain call may take. Most take
// milliseconds; this leaves a person time to type the keychain's password.
const DefaultDeadline = 45 * time.Second

// Options say where tokens and their index are kept. Folder is required.
type Options struct {
	Service  string        // Service or PracticeService; empty means Service
	Folder   *files.Folder // where the index lies
	Keychain Keychain      // nil means System()
	Deadline time.Duration // for each keychain call; 0 means DefaultDeadline
	Now      func() time.Time
}

// Vault keeps tokens. Its methods may be called from any goroutine, and wait:
// never call them from the window's own. A change waits for other changes, also
// those of other processes; List and Update do not wait for the keychain.
type Vault struct {
	service  string
	folder   *files.Folder
	keychain Keychain
	deadline time.Duration
	now      func() time.Time
	index    files.File[index]
	key      files.File[keyContent]
	calls    calls

	upToDate atomic.Bool // every entry has a digest that can be read

	mu       sync.Mutex
	found    []Recovered     // settled since Recover last told
	lineEnds map[string]bool // names whose secrets were read with line ends around them
}

// Open returns the vault. It touches neither disk nor keychain.
func Open(options Options) *Vault {
	if options.Service == "" {
		options.Service = Service
	}
	if options.Keychain == nil {
		options.Keychain = System()
	}
	if options.Deadline == 0 {
		options.Deadline = DefaultDeadline
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	return &Vault{
		service:  options.Service,
		folder:   options.Folder,
		keychain: options.Keychain,
		deadline: options.Deadline,
		now:      options.Now,
		index:    indexFile(options.Folder, options.Service),
		key:      keyFile(options.Folder),
		calls:    calls{queueOf(options.Keychain), options.Deadline},
		lineEnds: map[string]bool{},
	}
}

// Token returns the token kept under name, or an *Error; its reason is NotFound
// when the keychain holds none.
func (v *Vault) Token(ctx context.Context, name string) (graph.Token, error) {
	if err := checkKept(name); err != nil {
		return graph.Token{}, err
	}
	token, err := v.get(ctx, name)
	if err == nil {
		v.learn(ctx, name, token)
	}
	return token, err
}

// HadLineEnds reports whether the keychain gave the secret of a name with line
// ends around it, which Token and State leave out: other programs may not.
func (v *Vault) HadLineEnds(name string) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.lineEnds[name]
}

// List returns what the index holds, in the order of saving. It does not ask
// the keychain and so is quick. Errors are those of files.
func (v *Vault) List(ctx context.Context) ([]Entry, error) {
	list, err := v.index.Read(ctx)
	for i := range list.Entries {
		list.Entries[i].doubt(v.now())
	}
	return list.Entries, err
}

// Entry returns what the index holds under name, or ErrNotListed.
func (v *Vault) Entry(ctx context.Context, name string) (Entry, error) {
	list, err := v.index.Read(ctx)
	if err != nil {
		return Entry{}, err
	}
	if entry := list.entry(name); entry != nil {
		entry.doubt(v.now())
		return *entry, nil
	}
	return Entry{}, ErrNotListed
}

// Update changes what the index holds under name, such as the latest verdict.
// What the vault itself sets stays what it is. It returns ErrNotListed
// when there is no such entry.
func (v *Vault) Update(ctx context.Context, name string, change func(*Entry)) error {
	return v.index.Update(ctx, func(list *index) error {
		entry := list.entry(name)
		if entry == nil {
			return ErrNotListed
		}
		before := *entry
		change(entry)
		entry.Name, entry.SavedAt, entry.Place = before.Name, before.SavedAt, before.Place
		entry.know(before.mark())
		return nil
	})
}

// Damaged returns the index files that could not be read and were put aside,
// by any run of the program. Their tokens are still in the keychain; Adopt
// lists one again.
func (v *Vault) Damaged() ([]files.Damaged, error) {
	all, err := v.folder.Damaged()
	var ours []files.Damaged
	for _, damaged := range all {
		if damaged.Name == v.index.Name {
			ours = append(ours, damaged)
		}
	}
	return ours, err
}

// begin keeps every other change out, and settles what an earlier one that did
// not get to its end has left behind. An error leaves nothing list.
func (v *Vault) begin(ctx context.Context) (end func(), err error) {
	end, err = v.folder.Lock(ctx, v.changeLock(), v.deadline)
	if err != nil {
		return nil, err
	}
	if err := v.settleAll(ctx); err != nil {
		end()
		return nil, err
	}
	return end, nil
}

// changeLock is the lock that every change holds.
func (v *Vault) changeLock() string { return v.index.Name + ".change" }

// isUnanswered reports whether a keychain call was given up and may still come
// to pass.
func isUnanswered(err error) bool {
	var failure *Error
	return errors.As(err, &failure) && (failure.Reason == Timeout || failure.Reason == Canceled)
}
