package tour

import (
	"archive/zip"
	"bytes"
	"debug/pe"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

const megabyte = 1 << 20

// TestForEveryone: into the folder of all programs, and an upgrade stays there.
func TestForEveryone(t *testing.T) {
	install(t, newest("_setup.exe"), "/AllUsers")
	everywhere := filepath.Join(pc.prefix, "drive_c", "Program Files", "Latchkey")
	menu := filepath.Join(pc.prefix, "drive_c", "ProgramData", "Microsoft", "Windows", "Start Menu", "Programs", "Latchkey.lnk")
	pc.must(t, newest("_setup.exe"), "/S")
	if diff := cmp.Diff(installed, files(everywhere)); diff != "" {
		t.Errorf("installed (-want +got):\n%s", diff)
	}
	if pc.registry(mine) != nil || exists(folder()) || !exists(menu) || exists(menuEntry()) {
		t.Error("an upgrade for everyone became one person's")
	}
	uninstall(t)
	if exists(everywhere) || exists(menu) {
		t.Errorf("%v are still there", files(everywhere))
	}
}

// TestPortable: the archive is unpacked and used where it lies.
func TestPortable(t *testing.T) {
	unpacked := filepath.Join(pc.prefix, "drive_c", "portable")
	archive, err := zip.OpenReader(newest(".zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	size := uint64(0)
	for _, file := range archive.File {
		size += file.UncompressedSize64
		if err := unpack(file, unpacked); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"Latchkey/LICENSE.txt", "Latchkey/Latchkey.exe", "Latchkey/bin/latchkey.exe"}, files(unpacked)); diff != "" {
		t.Errorf("in the archive (-want +got):\n%s", diff)
	}
	if size > 30*megabyte {
		t.Errorf("unpacked it takes %d bytes", size)
	}
	if said := pc.must(t, pc.named(filepath.Join(unpacked, "Latchkey", "bin", "latchkey.exe")), "version"); !strings.HasSuffix(said, version) {
		t.Errorf("it says %q", said)
	}
}

func unpack(file *zip.File, folder string) error {
	path := filepath.Join(folder, filepath.FromSlash(file.Name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	from, err := file.Open()
	if err != nil {
		return err
	}
	content, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o755)
}

// TestInstallerIsSmall beside those of comparable programs.
func TestInstallerIsSmall(t *testing.T) {
	found, err := os.Stat(newest("_setup.exe"))
	if err != nil {
		t.Fatal(err)
	}
	if found.Size() > 12*megabyte {
		t.Errorf("the installer has %d bytes", found.Size())
	}
}

// TestWindowsInstaller: the package for msiexec holds the same, the command on PATH too.
func TestWindowsInstaller(t *testing.T) {
	packages, err := olderPackages()
	if err != nil {
		t.Fatal(err)
	}
	install(t, newest("_setup.exe"))
	if _, code := pc.windows("", "msiexec", "/i", newest(".msi"), "/qn"); code == 0 {
		t.Error("it installs over what the installer installed")
	}
	isListed(t, version)
	uninstall(t)

	pc.set(t, environment, "Path", "REG_SZ", `C:\One`)
	pc.must(t, "msiexec", "/i", packaged(packages, older, ".msi"), "/qn", "ADDLOCAL=ALL")
	pc.must(t, "msiexec", "/i", newest(".msi"), "/qn", "ADDLOCAL=ALL")
	if diff := cmp.Diff(installed[:3], files(folder())); diff != "" {
		t.Errorf("installed (-want +got):\n%s", diff)
	}
	if said := pc.must(t, command(), "version"); !strings.HasSuffix(said, version) {
		t.Errorf("after the upgrade it says %q", said)
	}
	if got, want := onPath(), []string{`C:\One`, pc.named(filepath.Join(folder(), "bin")) + `\`}; !slices.Equal(got, want) {
		t.Errorf("on PATH are %q, not %q", got, want)
	}
	openFromMenu(t).close()
	pc.must(t, "msiexec", "/x", newest(".msi"), "/qn")
	if got := onPath(); exists(folder()) || exists(menuEntry()) || !slices.Equal(got, []string{`C:\One`}) {
		t.Errorf("%v are still there, and %q on PATH", files(folder()), got)
	}
}

// onPath are the folders on PATH. Wine's own Windows Installer, which puts them there
// from the package, leaves semicolons behind.
func onPath() []string {
	return strings.FieldsFunc(path().text, func(r rune) bool { return r == ';' })
}

// TestProgramsSayWhatTheyAre, in their properties; and only the command is of a console.
func TestProgramsSayWhatTheyAre(t *testing.T) {
	laid := filepath.Join(root, "build", "windows", "Latchkey")
	for name, subsystem := range map[string]uint16{
		"Latchkey.exe":     pe.IMAGE_SUBSYSTEM_WINDOWS_GUI,
		"bin/latchkey.exe": pe.IMAGE_SUBSYSTEM_WINDOWS_CUI,
	} {
		content, err := os.ReadFile(filepath.Join(laid, name))
		if err != nil {
			t.Fatal(err)
		}
		read, err := pe.NewFile(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		if got := read.OptionalHeader.(*pe.OptionalHeader64).Subsystem; got != subsystem {
			t.Errorf("%s is of the subsystem %d, not %d", name, got, subsystem)
		}
		resources := read.Section(".rsrc")
		if resources == nil {
			t.Fatalf("%s has neither icon nor version", name)
		}
		held, _ := resources.Data()
		for _, want := range []string{
			"PerMonitorV2", ">UTF-8<", "asInvoker", "longPathAware", "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}",
			wide("ProductVersion\x00"), wide(version + "\x00"), wide(filepath.Base(name) + "\x00"), "\x89PNG",
		} {
			if !bytes.Contains(held, []byte(want)) {
				t.Errorf("%s does not tell %q", name, want)
			}
		}
	}
}

// wide is a text as Windows writes it.
func wide(text string) string {
	var written bytes.Buffer
	_ = binary.Write(&written, binary.LittleEndian, utf16.Encode([]rune(text)))
	return written.String()
}
