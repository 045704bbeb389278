#!/bin/sh
# Tests what a release has beside its packages, and that all of build/packages can be
# made again, byte by byte. make test-packages-release calls it, after make packages.
set -eu
cd "$(dirname "$0")/../.."
packages=$PWD/build/packages
work=$(mktemp -d)
# The caches of modules are written without the right to remove them.
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT

fail() {
	printf '%s\n' "$@" >&2
	exit 1
}

# quietly runs a command and shows what it said only where it fails.
quietly() {
	"$@" >"$work/said" 2>&1 || {
		cat "$work/said" >&2
		fail "This failed: $*"
	}
}

echo "== release: scripts"
shellcheck packaging/*.sh packaging/release/*.sh packaging/macos/*.sh packaging/macos/testdata/*
build/tools/actionlint
# The cask is one with or without a Mac's image.
touch "$work/latchkey_${VERSION}_macos_universal.dmg"
quietly packaging/release/manifests.sh "$work"
quietly ruby -c "$work/manifests/homebrew/latchkey.rb"

echo "== release: checksums"
[ -e "$packages/SHA256SUMS" ] || fail "There are no packages here yet. Run: make packages"
(cd "$packages" && sha256sum --check --strict --quiet SHA256SUMS) || fail "SHA256SUMS is not of what lies there."
for file in "$packages"/latchkey*; do
	grep -q " $(basename "$file")\$" "$packages/SHA256SUMS" || fail "SHA256SUMS lacks $file."
done
grep -rhoE '\b[0-9a-f]{64}\b' "$packages/manifests" 2>/dev/null | sort -u | while read -r sum; do
	grep -q "^$sum " "$packages/SHA256SUMS" || fail "A manifest names a checksum that is of no package: $sum"
done

echo "== release: bills of materials"
quietly make --no-print-directory build
for system in linux_amd64 windows_amd64 macos_universal; do
	sbom=$packages/latchkey_${VERSION}_$system.cdx.json
	grep -q '"bomFormat": "CycloneDX"' "$sbom" || fail "$sbom is no bill of materials."
	grep -q "\"bom-ref\": \"pkg:golang/latchkey@v$VERSION?" "$sbom" || fail "$sbom is not of version $VERSION."
done
# What Go wrote into the program is what it is made of.
go version -m build/latchkey | awk '$1 == "dep" { print $2 "@" $3 }' >"$work/modules"
[ "$(wc -l <"$work/modules")" -gt 20 ] || fail "The modules of build/latchkey cannot be read."
while read -r module; do
	grep -q "\"bom-ref\": \"pkg:golang/$module?" "$packages/latchkey_${VERSION}_linux_amd64.cdx.json" ||
		fail "The bill of materials lacks $module."
done <"$work/modules"

echo "== release: the source with its modules builds without a network"
tar -C "$work" -xf "$packages/latchkey_${VERSION}_vendor.tar.xz"
(
	cd "$work/latchkey-$VERSION"
	quietly env GOPROXY=off GOFLAGS=-mod=vendor GOMODCACHE="$work/none" \
		make --no-print-directory build-terminal COMMIT="$COMMIT"
	build/latchkey-terminal version | grep -qF "$VERSION" || fail "The program built from it does not know its version."
)

echo "== release: built again elsewhere, by somebody else"
# Another folder, and another account's ways: where it matters, files would differ.
again=$work/somewhere/quite/else
git clone -q "$PWD" "$again"
mkdir -p "$again/build/packages"
# Only a Mac makes an image, and a signed one never twice alike.
cp "$packages"/latchkey*_macos_universal.dmg "$again/build/packages/" 2>/dev/null || :
(
	umask 077
	cd "$again"
	quietly env TZ=Asia/Kathmandu LC_ALL=C.UTF-8 make --no-print-directory packages
	# What was compiled in the first folder is taken from the cache. This is not.
	quietly make --no-print-directory build-terminal GOCACHE="$work/cache"
)
quietly make --no-print-directory build-terminal
cmp build/latchkey-terminal "$again/build/latchkey-terminal" ||
	fail "The terminal program differs when it is compiled in another folder."
diff -r --brief "$packages" "$again/build/packages" ||
	fail "These differ between two builds of $COMMIT." "If build/packages is of an earlier commit, run make packages, then try again."
echo "$(find "$packages" -type f | wc -l) files are the same, byte by byte."

packaging/macos/test.sh
