package theme

import (
	"context"

	"github.com/godbus/dbus/v5"
)

// SystemTells asks the desktop whether it says if it is light or dark; where it does not, Fyne
// takes it for dark. The answer is the portal's: org.freedesktop.portal.Settings.
func SystemTells(ctx context.Context) bool {
	bus, err := dbus.SessionBus() // shared with Fyne, and so not closed here
	if err != nil {
		return false
	}
	var scheme dbus.Variant
	portal := bus.Object("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
	return portal.CallWithContext(ctx, "org.freedesktop.portal.Settings.Read", 0,
		"org.freedesktop.appearance", "color-scheme").Store(&scheme) == nil
}
