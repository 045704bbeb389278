package handover

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// storePage keeps a saved token in HashiCorp Vault or OpenBao.
type storePage struct {
	*form
	base                        handover.StoreOptions // what the environment says
	address, mount, path, field *widgets.TextEntry
	own                         *widgets.SecretEntry // the store's own token
}

func showStore(s *shell.Shell, entry vault.Entry, back func()) {
	base := handover.StoreFromEnvironment()
	p := &storePage{
		form: newForm(s, "store", entry, back), base: base,
		address: widgets.NewTextEntry(base.Address), mount: widgets.NewTextEntry(base.Mount),
		path: widgets.NewTextEntry("whatsapp"), field: widgets.NewTextEntry("token"),
		own: parts.SecretField(s, "store.own.placeholder"),
	}
	p.address.SetPlaceHolder("https://vault.example.com:8200")
	for _, each := range []*widgets.TextEntry{p.address, p.mount, p.path, p.field} {
		each.OnChanged = func(string) { p.begin() }
	}
	p.own.OnChanged = func(string) { p.begin() }
	own := parts.Labelled(s, "store.own", p.own)
	if !base.Token.IsZero() {
		own = widgets.NewColumn(4, own, widgets.NewSmallText(s.Say("store.own.environment")))
	}
	p.body = widgets.NewColumn(theme.Gap,
		widgets.NewGrid(2, theme.Gap, 300, parts.Labelled(s, "store.address", p.address), own),
		widgets.NewGrid(3, theme.Gap, 160, parts.Labelled(s, "store.mount", p.mount),
			parts.Labelled(s, "store.path", p.path), parts.Labelled(s, "store.field", p.field)),
	)
	p.focus, p.look = p.address, p.find
	s.Show(p)
	p.life = s.OnPage()
}

// Leave implements shell.Page: the store's token goes with the page.
func (p *storePage) Leave() { p.own.SetValue("") }

// options are what is in the fields.
func (p *storePage) options() handover.StoreOptions {
	options := p.base
	options.Address, options.Mount, options.Path = p.address.Text, strings.TrimSpace(p.mount.Text), strings.TrimSpace(p.path.Text)
	if own := strings.TrimSpace(p.own.Value()); own != "" {
		options.Token = graph.NewToken(own)
	}
	return options
}

// find shows what is there already before anything is kept.
func (p *storePage) find() {
	s := p.shell
	options, field := p.options(), strings.TrimSpace(p.field.Text)
	p.begin()
	switch {
	case options.Token.IsZero():
		p.refuse(s.Say("store.own.missing"), p.own.Field())
		return
	case field == "":
		p.refuse(s.Say("store.field.missing"), p.field)
		return
	}
	looking(p.form, func(ctx context.Context) (handover.Secret, error) {
		return withStore(options, func(store *handover.Store) (handover.Secret, error) { return store.Look(ctx) })
	}, func(seen handover.Secret, err error) {
		switch {
		case err != nil:
			p.refuseFor(err, options)
		case seen.Version == 0:
			p.send(options, field, seen)
		default:
			p.ask(s.Words.StoreHolds(seen, options.Place(), field, s.Now()), func() { p.send(options, field, seen) })
		}
	})
}

// send puts the token there, unless somebody was quicker.
func (p *storePage) send(options handover.StoreOptions, field string, seen handover.Secret) {
	keychain, name := p.shell.Env().Vault, p.entry.Name
	write(p.form, func(ctx context.Context) (int, error) {
		token, err := keychain.Token(ctx, name)
		if err != nil {
			return 0, err
		}
		return withStore(options, func(store *handover.Store) (int, error) { return store.Put(ctx, seen, field, token) })
	}, func(version int, err error) {
		if err != nil {
			p.refuseFor(err, options)
			return
		}
		p.done(p.shell.Say("store.kept", words.Values{"Place": options.Place(), "Field": field, "Version": strconv.Itoa(version)}), "")
	})
}

// withStore opens a store for as long as it is used.
func withStore[T any](options handover.StoreOptions, during func(*handover.Store) (T, error)) (T, error) {
	store, err := handover.OpenStore(options)
	if err != nil {
		var none T
		return none, err
	}
	defer store.Close()
	return during(store)
}

func (p *storePage) refuseFor(err error, options handover.StoreOptions) {
	var failure *handover.StoreError
	if !errors.As(err, &failure) {
		p.refuse(parts.KeychainRefusal(p.shell, err), nil)
		return
	}
	var field fyne.Focusable
	switch failure.Reason {
	case handover.StoreForbidden:
		field = p.own.Field()
	case handover.StorePath, handover.StoreNoMount, handover.StoreNotKV2:
		field = p.mount
	case handover.StoreAddress, handover.StorePlain, handover.StoreUnreachable, handover.StoreTLS,
		handover.StoreRedirected, handover.StoreStandby, handover.StoreNotAStore:
		field = p.address
	}
	title, fix := p.shell.Words.StoreTrouble(failure, options)
	p.refuse(p.shell.Words.Paragraph(title, fix), field)
}
