package terminal_test

import "slices"

// shops are the names that tokens get.
var shops = [...]string{"Shop", "Old shop", "Bakery", "Café"}

// kept is what a name stands for: the token that the keychain holds, and the one
// that the list tells of, by their numbers from 1. 0 is none.
type kept struct{ holds, lists int }

// state is what all names stand for.
type state [len(shops)]kept

// operation is something that a person or another program does, by the place of a
// name and the number of a token.
type operation struct {
	kind            string
	name, to, token int
}

// The operations there are. The first ones change something.
const (
	opSave      = "save"
	opReplace   = "replace"
	opRenew     = "renew" // in a terminal, once it was checked
	opRename    = "rename"
	opRemove    = "remove"
	opRemoveAll = "remove all"
	opAdopt     = "adopt"
	opIntrude   = "intrude" // another program puts a token into the keychain
	opCheck     = "check"
	opCheckAll  = "check all"
	opEnvFile   = "env-file"
	opList      = "list"
)

var operations = []string{opSave, opSave, opSave, opReplace, opReplace, opRenew, opRenew, opRename, opRename, opRemove, opRemoveAll, opAdopt, opAdopt, opIntrude, opCheck, opCheckAll, opEnvFile, opEnvFile, opList}

// result is what was told of an operation.
type result string

const (
	done    result = "done"
	refused result = "refused" // told to have changed nothing
	open    result = "open"    // nothing was told, or that it is not known
)

// call is an operation that was tried and what was told of it.
type call struct {
	operation
	result   result
	troubled bool // there can be another reason to refuse it than what is kept
	racing   bool // another one is made at the same time
}

// apply does the operation, or returns false when there is nothing to do it with.
func (o operation) apply(before state) (after state, possible bool) {
	after = before
	here := &after[o.name]
	switch o.kind {
	case opSave:
		if here.holds != o.token && (here.holds != 0 || here.lists != 0) {
			return before, false
		}
		*here = kept{o.token, o.token}
	case opReplace:
		*here = kept{o.token, o.token}
	case opRenew:
		if here.lists == 0 || here.holds == 0 || here.holds == o.token {
			return before, false
		}
		*here = kept{o.token, o.token}
	case opRename:
		if here.holds == 0 || here.lists == 0 || after[o.to] != (kept{}) {
			return before, false
		}
		after[o.to], *here = *here, kept{}
	case opRemove:
		if *here == (kept{}) {
			return before, false
		}
		*here = kept{}
	case opRemoveAll:
		for i := range after {
			if after[i].lists != 0 {
				after[i] = kept{}
			}
		}
	case opAdopt:
		if here.holds == 0 {
			return before, false
		}
		here.lists = here.holds
	case opIntrude:
		here.holds = o.token
	case opCheck, opEnvFile:
		return before, here.holds != 0
	case opCheckAll:
		return before, before.holdsAllListed()
	case opList:
		return before, before.listsAll() && before.holdsAllListed()
	}
	return after, true
}

// holdsAllListed reports whether the keychain holds something under every name that
// is listed.
func (s state) holdsAllListed() bool {
	return !slices.ContainsFunc(s[:], func(here kept) bool { return here.lists != 0 && here.holds == 0 })
}

func (s state) listsAll() bool {
	return !slices.ContainsFunc(s[:], func(here kept) bool { return here.lists == 0 })
}

// changes reports whether the operation can change what is kept.
func (o operation) changes() bool {
	return !slices.Contains([]string{opCheck, opCheckAll, opEnvFile, opList}, o.kind)
}

// allow returns the states that can follow, by what was told.
func (c call) allow(before state) []state {
	if c.kind == opRenew && c.racing && c.result != refused {
		// What it renews may be removed when it has begun.
		c.kind = opReplace
	}
	after, possible := c.apply(before)
	switch {
	case c.result == done && possible:
		return []state{after}
	case c.result == refused && (c.troubled || !possible), !c.changes() && c.troubled:
		return []state{before}
	case c.result != open:
		return nil
	case c.kind == opRemove:
		// What is gone from the keychain may still be listed.
		return []state{before, after, before.without(c.name)}
	case c.kind == opRemoveAll:
		states := []state{before}
		for i := range before {
			if before[i].lists == 0 {
				continue
			}
			for _, each := range slices.Clone(states) {
				gone := each
				gone[i] = kept{}
				states = append(states, gone, each.without(i))
			}
		}
		return states
	}
	return []state{before, after}
}

// without is the state in which the keychain no longer holds a name.
func (s state) without(name int) state {
	s[name].holds = 0
	return s
}

// follow returns the states that can follow calls that were made at once: those
// of one after the other, in any order.
func follow(before state, calls []call) []state {
	if len(calls) == 0 {
		return []state{before}
	}
	var states []state
	for i, first := range calls {
		for _, next := range first.allow(before) {
			states = append(states, follow(next, slices.Concat(calls[:i], calls[i+1:]))...)
		}
	}
	return states
}
