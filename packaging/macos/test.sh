#!/bin/sh
# Checks on Linux what can be of the package for macOS: build.sh runs in a clone with
# stand-ins for Apple's tools and for the compiling of the window, and everything else
# real. make test-packages-release calls it.
set -eu
cd "$(dirname "$0")/../.."
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
	printf '%s\n' "$@" >&2
	[ ! -e "$work/calls" ] || sed 's/^/	called: /' "$work/calls" >&2
	[ ! -e "$work/said" ] || sed 's/^/	said: /' "$work/said" >&2
	exit 1
}

git clone -q "$here" "$work/clone"
mkdir "$work/tools"
for tool in codesign hdiutil lipo spctl xcrun; do
	cp packaging/macos/testdata/stand-in "$work/tools/$tool"
done
cp packaging/macos/testdata/go "$work/tools/go"
REAL_GO=$(command -v go)
CALLS=$work/calls
export REAL_GO CALLS

# build runs build.sh with what is given added to the environment.
build() {
	rm -rf "$CALLS"
	(cd "$work/clone" && env "$@" PATH="$work/tools:$PATH" packaging/macos/build.sh) >"$work/said" 2>&1
}

# told succeeds when build.sh said the words.
told() { grep -qF "$1" "$work/said" || fail "build.sh did not say: $1"; }

# called fails unless the tools were called as the patterns say, in their order, and
# no more of them.
called() {
	set -- "$@" ""
	while read -r line; do
		# shellcheck disable=SC2254 # a pattern is meant
		case $line in
		$1) shift ;;
		*) fail "Called was: $line" "Expected was: $1" ;;
		esac
	done <"$CALLS"
	[ -z "$1" ] || fail "Never called: $1"
}

image=latchkey_${VERSION}_macos_universal.dmg

echo "== macOS: without credentials"
build || fail "build.sh failed without credentials."
called 'go amd64 1' 'go arm64 1' 'lipo -create -output *' 'lipo *-verify_arch x86_64 arm64' \
	'codesign --force --sign - *Latchkey.app' 'codesign --verify --strict --deep *Latchkey.app' \
	"hdiutil create *$image"
told "unsigned, not notarised"
told "Open Anyway"

echo "== macOS: the bundle"
app=$work/clone/build/macos/image/Latchkey.app
python3 - "$app/Contents/Info.plist" "$VERSION" <<'END' || fail "Info.plist is not right."
import plistlib, re, sys

with open(sys.argv[1], "rb") as file:
    info = plistlib.load(file)
left = [key for key, value in info.items() if "@" in str(value)]
assert not left, f"not filled in: {left}"
assert info["CFBundleShortVersionString"] == sys.argv[2], info
assert re.fullmatch(r"\d+(\.\d+){0,2}", info["CFBundleVersion"]), info
assert info["CFBundleIdentifier"] == "app.latchkey.Latchkey", info
assert info["CFBundleExecutable"] == "latchkey" and info["CFBundleIconFile"] == "icon.icns", info
END
python3 -c 'import plistlib, sys; plistlib.load(open(sys.argv[1], "rb"))' packaging/macos/entitlements.plist
[ -x "$app/Contents/MacOS/latchkey" ] || fail "The bundle holds no program."
[ "$(cat "$app/Contents/MacOS/latchkey")" = "$(printf 'amd64\narm64')" ] || fail "The bundle's program is not that of both processors."
icns2png -x -o "$work" "$app/Contents/Resources/icon.icns" >/dev/null 2>&1 || fail "The icon cannot be read back."
for size in 1024 512 256; do
	[ -s "$work/icon_${size}x${size}x32.png" ] || fail "The icon lacks $size pixels."
done
[ -L "$work/clone/build/macos/image/Applications" ] || fail "The image lacks the way to Applications."

echo "== macOS: signed"
build MACOS_IDENTITY="Developer ID Application: Made Up (AB12CD34EF)" || fail "build.sh failed with an identity."
called 'go amd64 1' 'go arm64 1' 'lipo *' 'lipo *' \
	'codesign * --options runtime *--entitlements packaging/macos/entitlements.plist --sign Developer ID Application: Made Up (AB12CD34EF) *Latchkey.app' \
	'codesign --verify *Latchkey.app' "hdiutil create *$image" \
	"codesign *--timestamp --sign Developer ID *$image"
told "signed, not notarised"

echo "== macOS: notarised"
touch "$work/key.p8"
set -- MACOS_IDENTITY="Developer ID Application: Made Up (AB12CD34EF)" \
	MACOS_NOTARY_KEY="$work/key.p8" MACOS_NOTARY_KEY_ID=MADEUPKEY1 MACOS_NOTARY_ISSUER=made-up-issuer
build "$@" || fail "build.sh failed with all credentials."
called 'go amd64 1' 'go arm64 1' 'lipo *' 'lipo *' 'codesign *Latchkey.app' 'codesign --verify *' 'hdiutil *' "codesign *$image" \
	"xcrun notarytool submit *$image --wait --key *key.p8 --key-id MADEUPKEY1 --issuer made-up-issuer" \
	"xcrun stapler staple *$image" "spctl --assess *$image"
told "signed and notarised"

echo "== macOS: what goes wrong is not passed over"
for tool in lipo codesign hdiutil "xcrun notarytool" "xcrun stapler" spctl; do
	if build "$@" FAILING="$tool"; then fail "build.sh went on although $tool failed."; fi
	if grep -q "signed and notarised" "$work/said"; then fail "$tool failed, and build.sh says notarised."; fi
done
for half in MACOS_NOTARY_KEY="$work/key.p8" MACOS_NOTARY_ISSUER=made-up-issuer; do
	if build "$half"; then fail "build.sh went on with $half alone."; fi
	told "MACOS_IDENTITY is not"
done
if build "$1" "$2"; then fail "build.sh went on with a key and no ID of it."; fi
told "MACOS_NOTARY_KEY_ID is not"
if build "$1" MACOS_NOTARY_KEY="$work/gone.p8" "$3" "$4"; then fail "build.sh went on without the key's file."; fi
told "There is no key at MACOS_NOTARY_KEY"
[ ! -e "$CALLS" ] || fail "Something was built although the credentials were not whole."

echo "== macOS: the terminal program, for both processors"
for processor in amd64 arm64; do
	(cd "$work/clone" && GOOS=darwin GOARCH=$processor make --no-print-directory build-terminal >"$work/said" 2>&1) ||
		fail "The terminal program does not build for macOS on $processor."
	# go version reads a program's headers: of Mach-O and no other here.
	[ "$(od -An -N4 -tx1 "$work/clone/build/latchkey-terminal")" = " cf fa ed fe" ] ||
		fail "The terminal program for $processor is no program of macOS."
	go version -m "$work/clone/build/latchkey-terminal" | grep -q "GOARCH=$processor" ||
		fail "The terminal program is not for $processor."
done
