#!/bin/sh
# Writes the manifests for winget, Homebrew and Scoop from the templates beside it,
# with the checksums of the packages that lie in a folder, into manifests/ there:
#
#	manifests.sh FOLDER
#
# A manifest whose package is not there is not written, which is said.
set -eu
packages=$(cd "$1" && pwd)
cd "$(dirname "$0")/manifests"
rm -rf "$packages/manifests"

# write fills the template $1 with the package that ends in $2, as manifests/$3.
write() {
	file=latchkey_${VERSION}_$2
	if [ ! -e "$packages/$file" ]; then
		echo "There is no $file here, so there is no $3." >&2
		return
	fi
	mkdir -p "$packages/manifests/$(dirname "$3")"
	sed -e "s|@VERSION@|$VERSION|g" -e "s|@PROJECT@|$PROJECT|g" \
		-e "s|@URL@|$PROJECT/releases/download/v$VERSION/$file|g" \
		-e "s|@SHA256@|$(sha256sum <"$packages/$file" | cut -d ' ' -f 1)|g" \
		-e "s|@DATE@|$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)|g" \
		"$1" >"$packages/manifests/$3"
}

for part in .installer .locale.en-US ''; do
	write "winget$part.yaml" windows_amd64_setup.exe "winget/Latchkey.Latchkey$part.yaml"
done
write scoop.json windows_amd64.zip scoop/latchkey.json
write homebrew.rb macos_universal.dmg homebrew/latchkey.rb
