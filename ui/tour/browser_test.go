package tour

import (
	"context"
	"fmt"
	"os/exec"
	"testing"

	"github.com/chromedp/chromedp"
)

// browser is a real one, driven as a person would: by the labels on the page.
type browser struct {
	t       testing.TB
	context context.Context
}

// startBrowser starts Chromium without a window, and with a profile of its own.
func (d *desktop) startBrowser() *browser {
	d.t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		path, err = exec.LookPath("chromium-browser") // its name on Fedora
	}
	if err != nil {
		d.t.Fatal("Chromium is not installed: run `make test`, which installs what the tests need")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // which it cannot have as root
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Env(d.env...),
	)
	allocator, end := chromedp.NewExecAllocator(context.Background(), options...)
	d.t.Cleanup(end)
	ctx, leave := chromedp.NewContext(allocator)
	d.t.Cleanup(func() {
		_ = chromedp.Cancel(ctx) // waits until it has ended
		leave()
	})
	// The context of the first action is the browser's: it must not end before.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		d.t.Fatalf("Chromium did not start: %v", err)
	}
	return &browser{t: d.t, context: ctx}
}

func (b *browser) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.context, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatalf("the browser could not %s: %v", what, err)
	}
}

// visit opens a page.
func (b *browser) visit(address string) {
	b.t.Helper()
	b.do("open "+address, chromedp.Navigate(address))
}

// press presses a link or a button that leads to another page.
func (b *browser) press(label string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.context, patience)
	defer cancel()
	found := fmt.Sprintf(`//*[self::a or self::button][normalize-space()=%[1]q or b[normalize-space()=%[1]q]][not(ancestor::*[@inert])]`, label)
	if _, err := chromedp.RunResponse(ctx, chromedp.Click(chromedp.Search(found))); err != nil {
		b.t.Fatalf("the browser could not press %q: %v", label, err)
	}
}

// choose ticks or chooses what has this label, and looks whether it did: a page
// that still moves while it is being drawn can slip away below the mouse.
func (b *browser) choose(label string) {
	b.t.Helper()
	found := fmt.Sprintf(`//label[.//b[normalize-space()=%[1]q] or normalize-space()=%[1]q]`, label)
	chosen := chromedp.Evaluate[bool](fmt.Sprintf(
		`document.evaluate(%q, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue?.control?.checked === true`, found))
	eventually(b.t, "“"+label+"” was chosen", func() bool {
		b.do("choose "+label, chromedp.Click(chromedp.Search(found)))
		ctx, cancel := context.WithTimeout(b.context, patience)
		defer cancel()
		is, err := chromedp.Run(ctx, chosen)
		return err == nil && is
	})
}

// fill types into the field with this label.
func (b *browser) fill(label, text string) {
	b.t.Helper()
	found := fmt.Sprintf(`//input[@id=//label[normalize-space()=%q]/@for]`, label)
	b.do("fill in "+label, chromedp.SendKeys(chromedp.Search(found), text))
}

// read returns what stands in the field with this label.
func (b *browser) read(label string) string {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.context, patience)
	defer cancel()
	found := fmt.Sprintf(`//input[@id=//label[normalize-space()=%q]/@for]`, label)
	value, err := chromedp.Run(ctx, chromedp.Value(chromedp.Search(found)))
	if err != nil {
		b.t.Fatalf("the browser could not read %q: %v", label, err)
	}
	return value
}
