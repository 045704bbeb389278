#!/bin/sh
# Makes build/packages/latchkey_VERSION_macos_universal.dmg, on a Mac with Xcode's
# command line tools. make packages-macos calls it. README.md beside it tells of
# the credentials, which it takes from the environment, and what to do without.
set -eu
cd "$(dirname "$0")/../.."
packaging/check-tree.sh

say() { printf '%s\n' "$@" >&2; }

identity=${MACOS_IDENTITY:-}
key=${MACOS_NOTARY_KEY:-}
for name in MACOS_NOTARY_KEY MACOS_NOTARY_KEY_ID MACOS_NOTARY_ISSUER; do
	eval "value=\${$name:-}"
	if [ -n "$key" ] && [ -z "$value" ]; then
		say "MACOS_NOTARY_KEY is set and $name is not: Apple wants the key, its ID and its issuer." \
			"Set all three, or none to build without notarising."
		exit 1
	fi
	if [ -n "$value" ] && [ -z "$identity" ]; then
		say "$name is set and MACOS_IDENTITY is not: Apple notarises only what is signed." \
			"Name the identity; security find-identity -v -p codesigning lists them."
		exit 1
	fi
	if [ -n "$value" ] && [ -z "$key" ]; then
		say "$name is set and MACOS_NOTARY_KEY is not: it is the path of the key's .p8 file."
		exit 1
	fi
done
if [ -n "$key" ] && [ ! -r "$key" ]; then
	say "There is no key at MACOS_NOTARY_KEY, $key. It is the path of a .p8 file from App Store Connect."
	exit 1
fi

work=$PWD/build/macos
app=$work/image/Latchkey.app
image=$PWD/build/packages/latchkey_${VERSION}_macos_universal.dmg
rm -rf "$work" "$image"
mkdir -p "$work/image" build/packages

# The oldest macOS that Go 1.26 makes programs for: https://go.dev/doc/go1.26
export MACOSX_DEPLOYMENT_TARGET=12.0
for processor in amd64 arm64; do
	GOOS=darwin GOARCH=$processor CGO_ENABLED=1 make --no-print-directory build OUT="$work/$processor"
done
lipo -create -output "$work/latchkey" "$work/amd64" "$work/arm64"
lipo "$work/latchkey" -verify_arch x86_64 arm64

# Fyne's tool makes the bundle with its icon. It counts each run in the FyneApp.toml
# beside it and asks for Go code there, so it works in a folder of its own.
cp FyneApp.toml go.mod assets/icon.png "$work"
echo 'package main' >"$work/main.go"
(cd "$work" && GOWORK=off go run fyne.io/tools/cmd/fyne@v1.7.2 package \
	-os darwin -name Latchkey -executable latchkey -icon icon.png)
rm "$work/main.go" "$work/go.mod"
mv "$work/Latchkey.app" "$app"
sed -e "s|@VERSION@|$VERSION|" -e "s|@NUMBER@|${VERSION%%-*}|" -e "s|@MACOS@|$MACOSX_DEPLOYMENT_TARGET|" \
	-e "s|@COPYRIGHT@|$(sed -n 's/^Copyright //p' LICENSE), MIT licence|" \
	packaging/macos/Info.plist >"$app/Contents/Info.plist"
cp LICENSE "$app/Contents/Resources/"

# Without an identity, "-" seals the bundle without saying who made it: Macs with
# Apple's processors run nothing less.
if [ -n "$identity" ]; then
	codesign --force --timestamp --options runtime \
		--entitlements packaging/macos/entitlements.plist --sign "$identity" "$app"
else
	codesign --force --sign - "$app"
fi
codesign --verify --strict --deep "$app"

ln -s /Applications "$work/image/Applications"
hdiutil create -quiet -volname Latchkey -srcfolder "$work/image" -fs HFS+ -format UDZO "$image"

if [ -z "$identity" ]; then
	say "$image is unsigned, not notarised." \
		"macOS will say that it cannot check Latchkey. Whoever trusts it anyway opens System Settings >" \
		"Privacy & Security, and presses Open Anyway. To sign, see packaging/macos/README.md."
	exit 0
fi
codesign --force --timestamp --sign "$identity" "$image"
if [ -z "$key" ]; then
	say "$image is signed, not notarised." \
		"macOS will say that it cannot check Latchkey. To notarise, see packaging/macos/README.md."
	exit 0
fi
xcrun notarytool submit "$image" --wait \
	--key "$key" --key-id "$MACOS_NOTARY_KEY_ID" --issuer "$MACOS_NOTARY_ISSUER"
# Fails where Apple has refused: there is no ticket then.
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature "$image"
say "$image is signed and notarised."
