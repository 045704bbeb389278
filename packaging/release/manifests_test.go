//go:build linux

// Package release_test holds the manifests against what winget and Scoop ask of them.
package release_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

const project = "https://example.org/latchkey"

// write runs manifests.sh over a folder that holds the packages named, and returns
// the folder of the manifests and what was said.
func write(t *testing.T, packages ...string) (folder, said string) {
	t.Helper()
	// Looked at here, so that go test runs anew when one of them has changed.
	for _, path := range append(glob(t, "manifests/*"), "manifests.sh") {
		if _, err := os.Stat(path); err != nil {
			t.Fatal(err)
		}
	}
	folder = t.TempDir()
	for _, name := range packages {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("./manifests.sh", folder)
	command.Env = append(os.Environ(), "VERSION=1.2.3", "PROJECT="+project, "SOURCE_DATE_EPOCH=1790000000")
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("manifests.sh: %v\n%s", err, output)
	}
	return filepath.Join(folder, "manifests"), string(output)
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

const (
	setup = "latchkey_1.2.3_windows_amd64_setup.exe"
	zip   = "latchkey_1.2.3_windows_amd64.zip"
	image = "latchkey_1.2.3_macos_universal.dmg"
)

func checksum(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:])
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	if left := regexp.MustCompile(`@[A-Z0-9]+@`).FindString(string(text)); left != "" {
		t.Errorf("%s: %s is not filled in", filepath.Join(path...), left)
	}
	return string(text)
}

// field says what a schema asks of a field: the pattern its text has to match, or
// what has to hold for each part of it. One that is needed has to be there.
type field struct {
	needed  bool
	pattern string
	parts   schema
}

type schema map[string]field

// check names what of a document is not as the schema asks, unknown fields too: the
// real schemas let most of them pass, and a misspelt one would do nothing.
func (s schema) check(document map[string]any) (faults []string) {
	for name, asked := range s {
		if _, there := document[name]; asked.needed && !there {
			faults = append(faults, name+" is missing")
		}
	}
	for name, value := range document {
		asked, known := s[name]
		if !known {
			faults = append(faults, name+" is not known")
			continue
		}
		many, list := value.([]any)
		if !list {
			many = []any{value}
		}
		for _, one := range many {
			if object, nested := one.(map[string]any); nested {
				for _, fault := range asked.parts.check(object) {
					faults = append(faults, name+": "+fault)
				}
			} else if text := fmt.Sprint(one); asked.parts != nil || !regexp.MustCompile(asked.pattern).MatchString(text) {
				faults = append(faults, fmt.Sprintf("%s: %q is not as asked", name, text))
			}
		}
	}
	slices.Sort(faults)
	return faults
}

// What winget's schemas 1.6.0 ask of the fields in use (microsoft/winget-cli,
// schemas/JSON/manifests/v1.6.0), read in November 2026.
var (
	identifier = field{needed: true, pattern: `^[^\.\s\\/:*?"<>|]{1,32}(\.[^\.\s\\/:*?"<>|]{1,32}){1,7}$`}
	version    = field{needed: true, pattern: `^[^\\/:*?"<>|]{1,128}$`}
	locale     = field{needed: true, pattern: `^[a-zA-Z]{2,3}(-[a-zA-Z]{1,8})*$`}
	address    = field{pattern: `^https?://.+$`}
	text       = field{pattern: `^(?s).{3,256}$`}
	neededText = field{needed: true, pattern: text.pattern}
	tag        = field{pattern: `^.{1,40}$`}
	switches   = field{parts: schema{"Custom": {pattern: `^.{1,512}$`}}}
	manifest   = func(kind string) field { return field{needed: true, pattern: "^" + kind + "$"} }
	winget     = map[string]schema{
		"": {
			"PackageIdentifier": identifier, "PackageVersion": version, "DefaultLocale": locale,
			"ManifestType": manifest("version"), "ManifestVersion": manifest(`1\.6\.0`),
		},
		".locale.en-US": {
			"PackageIdentifier": identifier, "PackageVersion": version, "PackageLocale": locale,
			"Publisher": neededText, "PublisherUrl": address, "PublisherSupportUrl": address,
			"PackageName": neededText, "PackageUrl": address, "License": neededText, "LicenseUrl": address,
			"ShortDescription": neededText, "Description": {pattern: `^(?s).{3,1000}$`},
			"Moniker": tag, "Tags": tag, "ReleaseNotesUrl": address,
			"ManifestType": manifest("defaultLocale"), "ManifestVersion": manifest(`1\.6\.0`),
		},
		".installer": {
			"PackageIdentifier": identifier, "PackageVersion": version,
			"Platform":         {pattern: `^Windows\.(Desktop|Universal)$`},
			"MinimumOSVersion": {pattern: `^[0-9]{1,5}(\.[0-9]{1,5}){0,3}$`},
			"InstallerType":    {needed: true, pattern: `^nullsoft$`},
			"InstallModes":     {pattern: `^(interactive|silent|silentWithProgress)$`}, "InstallerSwitches": switches,
			"ExpectedReturnCodes": {parts: schema{
				"InstallerReturnCode": {needed: true, pattern: `^[1-9][0-9]*$`},
				"ReturnResponse":      {needed: true, pattern: `^(packageInUse|downgrade|cancelledByUser|systemNotSupported)$`},
			}},
			"UpgradeBehavior": {pattern: `^(install|uninstallPrevious)$`},
			"Commands":        tag, "ProductCode": {pattern: `^.{1,255}$`},
			"ReleaseDate": {pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`},
			"Installers": {needed: true, parts: schema{
				"Architecture": {needed: true, pattern: `^(x86|x64|arm|arm64|neutral)$`}, "Scope": {pattern: `^(user|machine)$`},
				"InstallerUrl":         {needed: true, pattern: address.pattern},
				"InstallerSha256":      {needed: true, pattern: `^[A-Fa-f0-9]{64}$`},
				"InstallerSwitches":    switches,
				"ElevationRequirement": {pattern: `^(elevationRequired|elevationProhibited|elevatesSelf)$`},
			}},
			"ManifestType": manifest("installer"), "ManifestVersion": manifest(`1\.6\.0`),
		},
	}
)

// What Scoop's schema (ScoopInstaller/Scoop, schema.json) asks of the fields in use,
// and its bucket besides: description, homepage and license.
var scoop = schema{
	"version": {needed: true, pattern: `^[\w\-.+]+$`}, "description": neededText,
	"homepage": {needed: true, pattern: address.pattern}, "license": {needed: true, pattern: `^MIT$`}, "notes": {},
	"architecture": {needed: true, parts: schema{"64bit": {needed: true, parts: schema{
		"url":  {needed: true, pattern: `^https://[^$]+$`}, // Scoop fills in $version only in autoupdate
		"hash": {needed: true, pattern: `^[a-fA-F0-9]{64}$`}, "extract_dir": {},
	}}}},
	"bin": {}, "shortcuts": {}, "checkver": {parts: schema{"github": address}},
	"autoupdate": {parts: schema{"architecture": {parts: schema{"64bit": {parts: schema{
		"url": {needed: true, pattern: `\$version.*\$version`},
	}}}}}},
}

func TestWingetTakesTheManifests(t *testing.T) {
	folder, _ := write(t, setup)
	for part, asked := range winget {
		name := "Latchkey.Latchkey" + part + ".yaml"
		var document map[string]any
		if err := yaml.Unmarshal([]byte(read(t, folder, "winget", name)), &document); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if faults := asked.check(document); faults != nil {
			t.Errorf("%s: %s", name, strings.Join(faults, "; "))
		}
	}
	installer := read(t, folder, "winget", "Latchkey.Latchkey.installer.yaml")
	for _, told := range []string{checksum(setup), project + "/releases/download/v1.2.3/" + setup, `ReleaseDate: "2026-09-21"`} {
		if !strings.Contains(installer, told) {
			t.Errorf("the installer's manifest lacks %s", told)
		}
	}
}

func TestScoopTakesTheManifest(t *testing.T) {
	folder, _ := write(t, zip)
	var document map[string]any
	told := read(t, folder, "scoop", "latchkey.json")
	if err := json.Unmarshal([]byte(told), &document); err != nil {
		t.Fatal(err)
	}
	if faults := scoop.check(document); faults != nil {
		t.Error(strings.Join(faults, "; "))
	}
	if !strings.Contains(told, checksum(zip)) {
		t.Error("the checksum of the archive is missing")
	}
	now, later := project+"/releases/download/v1.2.3/"+zip, project+"/releases/download/v$version/latchkey_$version_windows_amd64.zip"
	if !strings.Contains(told, now) || !strings.Contains(told, later) || strings.ReplaceAll(later, "$version", "1.2.3") != now {
		t.Error("the next version would not be found where this one is")
	}
}

func TestCaskNamesTheImage(t *testing.T) {
	folder, _ := write(t, image)
	cask := read(t, folder, "homebrew", "latchkey.rb")
	address := strings.ReplaceAll(regexp.MustCompile(`url "(.*)"`).FindStringSubmatch(cask)[1], "#{version}", "1.2.3")
	if address != project+"/releases/download/v1.2.3/"+image {
		t.Errorf("the image is looked for at %s", address)
	}
	if !strings.Contains(cask, `sha256 "`+checksum(image)+`"`) || !strings.Contains(cask, `version "1.2.3"`) {
		t.Errorf("the checksum or the version is missing:\n%s", cask)
	}
}

// TestMissingPackageGetsNoManifest: a checksum is never made up, and what is missing
// is told.
func TestMissingPackageGetsNoManifest(t *testing.T) {
	folder, said := write(t, zip)
	if left := glob(t, filepath.Join(folder, "*", "*")); len(left) != 1 || filepath.Base(left[0]) != "latchkey.json" {
		t.Errorf("left were %v", left)
	}
	for _, missing := range []string{setup, image} {
		if !strings.Contains(said, "There is no "+missing) {
			t.Errorf("that %s is missing is not said:\n%s", missing, said)
		}
	}
}
