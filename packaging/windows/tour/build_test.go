package tour

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestBadInput: nothing is built from it, and it is said what to mend.
func TestBadInput(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) (path string) {
		path = filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	drawing, err := os.ReadFile(filepath.Join(root, "assets", "icon.svg"))
	if err != nil {
		t.Fatal(err)
	}
	dll := "MESA_DLL=" + write("opengl32.dll", "no library")
	for name, test := range map[string]struct {
		environment []string
		says        string
	}{
		"no version":         {[]string{"VERSION="}, "version"},
		"a word for version": {[]string{"VERSION=latest"}, "version"},
		"no date":            {[]string{"SOURCE_DATE_EPOCH="}, "SOURCE_DATE_EPOCH"},
		"half an icon":       {[]string{"ICON=" + write("half.svg", string(drawing[:len(drawing)/2]))}, "cannot be drawn"},
		"an empty icon":      {[]string{"ICON=" + write("empty.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)}, "shows nothing"},
		"Mesa unproved":      {[]string{dll, "MESA_SHA256="}, "set MESA_SHA256"},
		"another Mesa":       {[]string{dll, "MESA_SHA256=" + strings.Repeat("0", 64)}, "is not the file that MESA_SHA256 names"},
		"no Mesa":            {[]string{"MESA_DLL=" + folder + "/none.dll", "MESA_SHA256=" + strings.Repeat("0", 64)}, "was not to be had"},
		"no certificate":     {[]string{"SIGN_CERTIFICATE=" + folder + "/none.pfx"}, "could not be signed"},
	} {
		t.Run(name, func(t *testing.T) {
			environment, packages := builtInto("bad")
			said, err := build(append(environment, test.environment...)...)
			if err == nil || !strings.Contains(said, test.says) {
				t.Errorf("built with %v, it says: %s", err, said)
			}
			if built := files(packages); len(built) > 0 {
				t.Errorf("built were %v", built)
			}
		})
	}
}

// TestTwoBuildsAreTheSame, byte by byte.
func TestTwoBuildsAreTheSame(t *testing.T) {
	environment, packages := builtInto("again")
	if said, err := build(environment...); err != nil || !strings.Contains(said, "These are not signed") {
		t.Fatalf("%v: %s", err, said)
	}
	for _, ending := range []string{"_setup.exe", ".msi", ".zip"} {
		first, err := os.ReadFile(newest(ending))
		if err != nil {
			t.Fatal(err)
		}
		second, err := os.ReadFile(packaged(packages, version, ending))
		if err != nil || !bytes.Equal(first, second) {
			t.Errorf("%s differs from the one built before (%v)", ending, err)
		}
	}
}

// TestSignedWithMesa builds as a release may be: signed, with a stand-in for Mesa's
// library.
func TestSignedWithMesa(t *testing.T) {
	keys := makeKeys(t)
	dll := filepath.Join(keys, "opengl32.dll")
	openssl(t, "rand", "-out", dll, "4096")
	sum, err := exec.Command("sha256sum", dll).Output()
	if err != nil {
		t.Fatal(err)
	}
	environment, packages := builtInto("signed")
	said, err := build(append(environment, "MESA_DLL="+dll, "MESA_SHA256="+string(sum[:64]),
		"SIGN_CERTIFICATE="+keys+"/sign.pfx", "SIGN_PASSWORD_FILE="+keys+"/password", "SIGN_TIMESTAMP_URL="+stampTime(t, keys))...)
	if err != nil || strings.Contains(said, "These are not signed") {
		t.Fatalf("%v: %s", err, said)
	}
	setup := packaged(packages, version, "_setup.exe")
	install(t, setup)
	for _, file := range []string{setup, packaged(packages, version, ".msi"), folder() + "/Latchkey.exe", folder() + "/bin/latchkey.exe", folder() + "/uninstall.exe"} {
		said, code := verify(keys, file)
		if code != 0 || !strings.Contains(said, "CN=Latchkey tests") || !strings.Contains(said, "Timestamp Server Signature verification: ok") {
			t.Errorf("the signature of %s is verified with %d: %s", file, code, said)
		}
	}
	program, err := os.ReadFile(folder() + "/Latchkey.exe")
	if err != nil {
		t.Fatal(err)
	}
	program[len(program)/2] ^= 1
	tampered := filepath.Join(keys, "tampered.exe")
	if err := os.WriteFile(tampered, program, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, code := verify(keys, tampered); code == 0 {
		t.Errorf("the signature of a changed program is verified: %s", said)
	}

	with := append([]string{"LICENSE.txt", "Latchkey.exe", "bin/latchkey.exe", "mesa/LICENSE.txt", "mesa/opengl32.dll"}, "uninstall.exe")
	if got := files(folder()); fmt.Sprint(got) != fmt.Sprint(with) {
		t.Errorf("with Mesa are installed %v", got)
	}
	pc.must(t, newest("_setup.exe"), "/S") // which has none
	if got := files(folder()); fmt.Sprint(got) != fmt.Sprint(installed) {
		t.Errorf("after an upgrade without Mesa are installed %v", got)
	}
}

func verify(keys, file string) (said string, code int) {
	return pc.ask("", "osslsigncode", "verify", "-CAfile", keys+"/sign.crt", "-TSA-CAfile", keys+"/stamp.crt", "-in", file)
}

// makeKeys makes a certificate to sign programs with, and one to stamp the time with.
func makeKeys(t testing.TB) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, use := range map[string]string{"sign": "codeSigning", "stamp": "critical,timeStamping"} {
		openssl(t, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Latchkey tests",
			"-addext", "extendedKeyUsage="+use, "-keyout", folder+"/"+name+".key", "-out", folder+"/"+name+".crt")
	}
	for name, text := range map[string]string{
		"password": "made up",
		"serial":   "01",
		"stamp.cnf": `[tsa]
default_tsa = test
[test]
serial = ` + folder + `/serial
signer_cert = ` + folder + `/stamp.crt
signer_key = ` + folder + `/stamp.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
`,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	openssl(t, "pkcs12", "-export", "-in", folder+"/sign.crt", "-inkey", folder+"/sign.key",
		"-passout", "file:"+folder+"/password", "-out", folder+"/sign.pfx")
	return folder
}

// stampTime answers requests for a time stamp (RFC 3161), and returns where.
func stampTime(t testing.TB, keys string) (address string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query := filepath.Join(keys, "query")
		asked, err := io.ReadAll(r.Body)
		if err == nil {
			err = os.WriteFile(query, asked, 0o600)
		}
		if err != nil {
			t.Error(err)
		}
		openssl(t, "ts", "-reply", "-config", keys+"/stamp.cnf", "-queryfile", query, "-out", query+".answer")
		w.Header().Set("Content-Type", "application/timestamp-reply")
		http.ServeFile(w, r, query+".answer")
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func openssl(t testing.TB, arguments ...string) {
	t.Helper()
	if output, err := exec.Command("openssl", arguments...).CombinedOutput(); err != nil {
		t.Errorf("openssl %v: %v\n%s", arguments, err, output)
	}
}
