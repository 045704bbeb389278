package terminal

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// AppID names the program to the system, and to Fyne.
const AppID = "app.latchkey.Latchkey"

// windowFolders are where Fyne keeps the window's look, and what it remembers to draw
// faster. They hold no name and no token.
func windowFolders() []string {
	var folders []string
	config, err := os.UserConfigDir()
	if home, homeless := os.UserHomeDir(); runtime.GOOS == "darwin" && homeless == nil {
		config = filepath.Join(home, "Library", "Preferences")
	}
	if err == nil && filepath.IsAbs(config) {
		folders = append(folders, filepath.Join(config, "fyne", AppID))
	}
	if cache, err := os.UserCacheDir(); err == nil && filepath.IsAbs(cache) {
		folders = append(folders, filepath.Join(cache, "fyne", AppID))
	}
	return folders
}

// WindowClosed removes what Fyne writes when it ends although there is nothing to
// remember, so that nothing comes back of what was removed.
func (t *Terminal) WindowClosed() {
	for _, folder := range t.WindowFolders {
		look := filepath.Join(folder, "preferences.json")
		if text, err := os.ReadFile(look); err == nil && strings.TrimSpace(string(text)) == "{}" {
			_ = os.Remove(look)
		}
		// Refused where something lies in it.
		_ = os.Remove(folder)
		_ = os.Remove(filepath.Dir(folder))
	}
}
