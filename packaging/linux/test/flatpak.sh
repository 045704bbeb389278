# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# The manifest for a Flatpak, whose runtime is not fetched here: it is read by
# flatpak-builder, and what it lists is enough to build without a network.

test_flatpak() {
	archive=$(package "latchkey_${VERSION}_linux_flatpak.tar.xz")
	say "flatpak: the manifest"
	tar -xf "$archive" -C "$scratch"
	manifest=$scratch/flatpak/$id.yml
	(cd "$scratch" && flatpak-builder --show-manifest "$manifest") >"$scratch/manifest.json"
	! grep -n '@[A-Z_]*@' "$manifest" || fail "This was not filled in."
	grep -q -- '--talk-name=org.freedesktop.secrets' "$scratch/manifest.json" || fail "It may not ask the keychain."
	! grep -n -- '--filesystem\|--share=all\|--socket=session-bus' "$scratch/manifest.json" || fail "It may see more than it needs."

	say "flatpak: a build from the listed modules alone"
	cache=$(go env GOMODCACHE)/cache/download
	awk -F '"' '$2 == "url" { url = $4 } $2 == "sha256" { sum = $4 } $2 == "dest" { dest = $4 } $2 == "dest-filename" { print sum, dest, $4, url }' \
		"$scratch/flatpak/go-modules.json" | while read -r sum dest name url; do
		mkdir -p "$scratch/$dest"
		cp "$cache/${url#https://proxy.golang.org/}" "$scratch/$dest/$name"
		echo "$sum  $scratch/$dest/$name" >>"$scratch/sums"
	done
	sha256sum --quiet --check "$scratch/sums" || fail "The list has another checksum."
	# Every package is found and read, those that need C too.
	GOMODCACHE=$scratch/modcache GOPROXY=file://$scratch/modules GOSUMDB=off GOTOOLCHAIN=local GOFLAGS='-mod=readonly -modcacherw' \
		go list -deps -tags migrated_fynedo,no_emoji . "./$here/papers" >"$scratch/listed"
	grep -q '^fyne.io/fyne/v2/app$' "$scratch/listed" || fail "The window is not found: the search is broken."
}
