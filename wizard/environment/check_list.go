package environment

import (
	"context"
	"io"
	"time"

	"latchkey/wizard/batch"
	"latchkey/wizard/check"
)

// CheckList reads a list of tokens and names of saved ones, and checks every
// row of it. The error is for a list that cannot be used at all, or an index
// that cannot be read.
func (e Environment) CheckList(ctx context.Context, list io.Reader, options batch.Options) ([]batch.Result, error) {
	items, err := e.ReadList(ctx, list)
	if err != nil {
		return nil, err
	}
	return e.CheckItems(ctx, items, options)
}

// ReadList reads the rows of a list, whose names of saved tokens it knows.
func (e Environment) ReadList(ctx context.Context, list io.Reader) ([]batch.Item, error) {
	entries, err := e.Vault.List(ctx)
	if err != nil {
		return nil, err
	}
	saved := map[string]bool{}
	for _, entry := range entries {
		saved[entry.Name] = true
	}
	return batch.Read(list, func(name string) bool { return saved[name] })
}

// CheckItems checks rows of a list.
func (e Environment) CheckItems(ctx context.Context, items []batch.Item, options batch.Options) ([]batch.Result, error) {
	options.Token = e.Vault.Token
	const longest = 30 * time.Second
	return batch.Run(ctx, items, e.CheckItem(longest), options)
}

// CheckItem checks one row of a list, in no more time than longest.
func (e Environment) CheckItem(longest time.Duration) batch.Check {
	return func(ctx context.Context, item batch.Item) (check.Report, error) {
		ctx, cancel := context.WithTimeout(ctx, longest)
		defer cancel()
		return e.Check(ctx, item.Paste.Token, CheckOptions{Paste: item.Paste, Expected: item.Expected})
	}
}
