# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# The archive for one person's home, by a person who is not root and whose home has a
# space in its path.

test_portable() {
	archive=$(package "latchkey_${VERSION}_linux_amd64.tar.xz")
	session
	say "portable: installed"
	tar -xf "$archive" -C "$scratch"
	unpacked=$scratch/latchkey-$VERSION
	sound "$unpacked"
	[ -s "$unpacked/LICENCES" ] || fail "The licences are missing."
	! "$unpacked/install.sh" >/dev/null 2>&1 || fail "Root may install it."
	person="$scratch/shared/A person"
	mkdir "$person"
	echo kept >"$person/note"
	chown -R 65534:65534 "$person" "$session_home"
	shell_of as_person setpriv --reuid=65534 --regid=65534 --clear-groups \
		env HOME="$person" XDG_RUNTIME_DIR="$session_home/run" BROWSER=true PATH=/usr/bin:/bin
	"$shell" "$unpacked/install.sh" >"$scratch/install.log" || fail "$(cat "$scratch/install.log")"
	grep -q "does not look into $person/.local/bin" "$scratch/install.log" || fail "It is not told that the shell does not find the program."
	entry=$person/.local/share/applications/$id.desktop
	desktop-file-validate "$entry"
	"$shell" "\"$person/.local/bin/latchkey\" version" | grep -qx "latchkey $VERSION.*" || fail "It has another version."

	say "portable: the menu opens the window"
	opens_from_menu "$entry" "$shell"

	say "portable: a damaged archive changes nothing; a newer one replaces"
	mv "$unpacked/bin/latchkey" "$unpacked/bin/aside"
	! "$shell" "$unpacked/install.sh" >/dev/null 2>&1 || fail "A part of the archive was installed."
	[ -x "$person/.local/bin/latchkey" ] || fail "What was installed before is gone."
	mv "$unpacked/bin/aside" "$unpacked/bin/latchkey"
	mv "$unpacked/share/man/man1/latchkey-check.1.gz" "$unpacked/share/man/man1/latchkey-newer.1.gz"
	"$shell" "$unpacked/install.sh" >/dev/null
	[ -e "$person/.local/share/man/man1/latchkey-newer.1.gz" ] || fail "The newer version is not there."
	[ ! -e "$person/.local/share/man/man1/latchkey-check.1.gz" ] || fail "The version before was not taken away."

	say "portable: removed"
	"$shell" "$unpacked/install.sh --remove" | grep -q 'latchkey saved remove --all' || fail "It is not told what is still there."
	# What the program itself keeps: settings, and caches of the graphics driver.
	left=$(cd "$person" && find . -type f ! -path './.config/*' ! -path './.cache/*')
	[ "$left" = ./note ] || fail "This is left:" "$left"
	chown -R 0:0 "$session_home"
}
