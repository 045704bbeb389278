# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# The .deb in a clean Debian 12: installed over an older version, used, removed.

test_deb() {
	deb=$(package "latchkey_${VERSION}_linux_amd64.deb")
	say "deb: lintian, size"
	lintian --fail-on error "$deb" || fail "lintian finds errors."
	[ "$(stat -c %s "$deb")" -le $((12 << 20)) ] || fail "The package is larger than 12 MB."

	say "deb: an older version in a clean Debian"
	session
	clean_root
	build/tools/nfpm package --config - --packager deb --target "$scratch/older.deb" <<-END >/dev/null
		$(sed -e 's/^version: .*/version: 0.0.1/' -e '/^contents:/a\  - {src: packaging/linux/libraries, dst: /usr/share/latchkey/only-in-the-older}' build/linux/deb.yaml)
	END
	install_deb "$scratch/older.deb"
	[ -e "$root/usr/share/latchkey/only-in-the-older" ] || fail "The older version lacks its file: the test is broken."
	practises "$scratch/in_root"
	token=$(kept)

	say "deb: the upgrade keeps what a person has"
	install_deb "$deb"
	[ "$(inside dpkg-query --show latchkey | cut -f 2)" = "$(dpkg-deb -f "$deb" Version)" ] || fail "It was not upgraded."
	[ ! -e "$root/usr/share/latchkey" ] || fail "The upgrade left what only the older version had."
	"$scratch/in_root" 'latchkey saved --practice' | grep -q 'Corner Bakery' || fail "The upgrade lost the list of saved tokens."
	[ "$(kept)" = "$token" ] || fail "The upgrade lost the token."
	forgets

	say "deb: it has what it loads, and what is in it is sound"
	sed -n 's/ *needs .*//p' "$here/libraries" | while read -r library; do
		inside ldconfig -p | grep -q "^[[:space:]]*$library " || fail "Nothing that the package depends on has $library."
	done
	mkdir "$scratch/deb"
	dpkg-deb -x "$deb" "$scratch/deb"
	sound "$scratch/deb/usr"
	zcat "$scratch/deb/usr/share/doc/latchkey/changelog.gz" | head -n 1 | grep -q "^latchkey ($VERSION)" || fail "The change log does not begin with this version."
	"$scratch/in_root" 'latchkey version' | grep -qx "latchkey $VERSION.*" || fail "The installed program has another version."
	"$scratch/in_root" 'latchkey __complete sav' | grep -q '^saved' || fail "The shell completes no command."

	say "deb: the menu opens the window"
	opens_from_menu "$root/usr/share/applications/$id.desktop" "$scratch/in_root"

	say "deb: the whole setup in the window, with the pretend Meta in a browser"
	apt install --no-install-recommends xdg-utils # it is recommended: pages are opened with it
	printf '#!/bin/sh\nexec chroot %s /usr/bin/latchkey "$@"\n' "$root" >"$scratch/latchkey"
	chmod 755 "$scratch/latchkey"
	TMPDIR=$scratch/shared LATCHKEY_BINARY=$scratch/latchkey go test ./ui/tour -run '^TestJourney$' -count=1

	say "deb: removed"
	inside dpkg -L latchkey >"$scratch/installed"
	apt purge latchkey
	while read -r path; do
		if [ -d "$root$path" ]; then
			inside dpkg -S "$path" >/dev/null 2>&1 || fail "$path is left, and nobody's."
		elif [ -e "$root$path" ]; then
			fail "$path is left."
		fi
	done <"$scratch/installed"
	left=$(find "$root" -xdev -iname '*latchkey*' ! -path "$root/tmp/*")
	[ -z "$left" ] || fail "This is left:" "$left"
}
