package ui

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// storePage keeps a saved token in HashiCorp Vault or OpenBao.
type storePage struct {
	*handOverForm
	base                        handover.StoreOptions // what the environment says
	address, mount, path, field *widgets.TextEntry
	own                         *widgets.SecretEntry // the store's own token
}

func (w *Window) showStore(entry vault.Entry, back func()) {
	w.leave()
	base := handover.StoreFromEnvironment()
	s := &storePage{
		handOverForm: w.newHandOverForm("store", entry, back), base: base,
		address: widgets.NewTextEntry(base.Address), mount: widgets.NewTextEntry(base.Mount),
		path: widgets.NewTextEntry("whatsapp"), field: widgets.NewTextEntry("token"),
		own: w.secretField("store.own.placeholder"),
	}
	s.address.SetPlaceHolder("https://vault.example.com:8200")
	for _, each := range []*widgets.TextEntry{s.address, s.mount, s.path, s.field} {
		each.OnChanged = func(string) { s.begin() }
	}
	s.own.OnChanged = func(string) { s.begin() }
	own := s.labelled("store.own", s.own)
	if !base.Token.IsZero() {
		own = widgets.NewColumn(4, own, widgets.NewSmallText(w.say("store.own.environment")))
	}
	s.put(widgets.NewColumn(theme.Gap,
		widgets.NewGrid(2, theme.Gap, 300, s.labelled("store.address", s.address), own),
		widgets.NewGrid(3, theme.Gap, 160, s.labelled("store.mount", s.mount), s.labelled("store.path", s.path), s.labelled("store.field", s.field)),
	), s.address, s.look)
	w.left = func() { s.own.SetValue("") }
}

// options are what is in the fields.
func (s *storePage) options() handover.StoreOptions {
	options := s.base
	options.Address, options.Mount, options.Path = s.address.Text, strings.TrimSpace(s.mount.Text), strings.TrimSpace(s.path.Text)
	if own := strings.TrimSpace(s.own.Value()); own != "" {
		options.Token = graph.NewToken(own)
	}
	return options
}

// look shows what is there already before anything is kept.
func (s *storePage) look() {
	options, field := s.options(), strings.TrimSpace(s.field.Text)
	s.begin()
	switch {
	case options.Token.IsZero():
		s.refuse(s.say("store.own.missing"), s.own.Field())
		return
	case field == "":
		s.refuse(s.say("store.field.missing"), s.field)
		return
	}
	var seen handover.Secret
	var err error
	s.looking(func(ctx context.Context) {
		err = withStore(options, func(store *handover.Store) error {
			seen, err = store.Look(ctx)
			return err
		})
	}, func() {
		switch {
		case err != nil:
			s.refuseFor(err, options)
		case seen.Version == 0:
			s.send(options, field, seen)
		default:
			s.ask(s.Words.StoreHolds(seen, options.Place(), field, s.now()), func() { s.send(options, field, seen) })
		}
	})
}

// send puts the token there, unless somebody was quicker.
func (s *storePage) send(options handover.StoreOptions, field string, seen handover.Secret) {
	env := s.env()
	version := 0
	var err error
	s.write(func(ctx context.Context) {
		token, trouble := env.Vault.Token(ctx, s.entry.Name)
		if err = trouble; err != nil {
			return
		}
		err = withStore(options, func(store *handover.Store) error {
			version, err = store.Put(ctx, seen, field, token)
			return err
		})
	}, func() {
		if err != nil {
			s.refuseFor(err, options)
			return
		}
		s.done(s.say("store.kept", words.Values{"Place": options.Place(), "Field": field, "Version": strconv.Itoa(version)}), "")
	})
}

// withStore opens a store for as long as it is used.
func withStore(options handover.StoreOptions, during func(*handover.Store) error) error {
	store, err := handover.OpenStore(options)
	if err != nil {
		return err
	}
	defer store.Close()
	return during(store)
}

func (s *storePage) refuseFor(err error, options handover.StoreOptions) {
	var failure *handover.StoreError
	if !errors.As(err, &failure) {
		s.refuse(s.keychainRefusal(err), nil)
		return
	}
	var field fyne.Focusable
	switch failure.Reason {
	case handover.StoreForbidden:
		field = s.own.Field()
	case handover.StorePath, handover.StoreNoMount, handover.StoreNotKV2:
		field = s.mount
	case handover.StoreAddress, handover.StorePlain, handover.StoreUnreachable, handover.StoreTLS,
		handover.StoreRedirected, handover.StoreStandby, handover.StoreNotAStore:
		field = s.address
	}
	title, fix := s.Words.StoreTrouble(failure, options)
	s.refuse(title+". "+fix, field)
}
