package parts

import (
	"os"
	"path/filepath"
	"strings"

	"latchkey/graph/value"

	"github.com/natefinch/atomic"
)

// WriteToDownloads writes a file into the person's folder for downloads, or
// their home where there is none.
func WriteToDownloads(name, text string) (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return name, err
	}
	folder := filepath.Join(home, "Downloads")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		folder = home
	}
	path := filepath.Join(folder, name)
	return path, atomic.WriteFile(path, strings.NewReader((*value.Guard)(nil).Text(text)))
}
