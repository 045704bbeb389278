# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# What every package with the window has to hold, however it is packed.

# sound looks at what lies below a folder: bin/ and share/.
sound() {
	for needed in bin/latchkey share/applications/$id.desktop share/metainfo/$id.metainfo.xml \
		share/icons/hicolor/scalable/apps/$id.svg share/bash-completion/completions/latchkey \
		share/fish/vendor_completions.d/latchkey.fish; do
		[ -s "$1/$needed" ] || fail "$1/$needed is missing."
	done
	for size in 16 22 24 32 48 64 128 256 512; do
		[ "$(identify -format '%wx%h' "$1/share/icons/hicolor/${size}x$size/apps/$id.png")" = "${size}x$size" ] ||
			fail "The icon of $size pixels is missing or has another size."
	done
	desktop-file-validate "$1/share/applications/$id.desktop"
	appstreamcli validate --no-net "$1/share/metainfo/$id.metainfo.xml" >"$scratch/appstream.log" || fail "$(cat "$scratch/appstream.log")"
	runs_anywhere "$1/bin/latchkey"
	manual "$1/share/man"
	completes "$1/share/bash-completion/completions/latchkey"
}

# runs_anywhere holds a program to the oldest C library that is promised.
runs_anywhere() {
	floor=$(sed -n 's/^glibc //p' "$here/libraries")
	objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -Vu >"$scratch/glibc"
	[ -s "$scratch/glibc" ] || fail "No symbol of the C library is found: the search is broken."
	[ "$(tail -n 1 "$scratch/glibc")" = "$(printf '%s\n' "$floor" "$(tail -n 1 "$scratch/glibc")" | sort -V | head -n 1)" ] ||
		fail "$1 needs glibc $(tail -n 1 "$scratch/glibc"), and $floor is promised."
	# Debian 12 has 2.36, Ubuntu 22.04 has 2.35.
	[ "$(printf '%s\n' "$floor" 2.35 | sort -V | tail -n 1)" = 2.35 ] || fail "glibc $floor is promised: that is newer than Ubuntu 22.04's."
}

# manual renders each page, and takes no warning.
manual() {
	[ -s "$1/man1/latchkey.1.gz" ] || fail "There is no manual page in $1."
	for page in "$1"/man1/*.gz "$1"/*/man1/*.gz; do
		[ -e "$page" ] || continue
		MANWIDTH=80 man --warnings -E UTF-8 -l "$page" >"$scratch/page" 2>"$scratch/warnings" || true
		[ ! -s "$scratch/warnings" ] || fail "$page:" "$(cat "$scratch/warnings")"
		grep -q 'latchkey' "$scratch/page" || fail "$page renders to nothing."
	done
	MANWIDTH=80 man -l "$1/man1/latchkey-check.1.gz" | grep -q -- '--json' || fail "The manual of check does not tell of --json."
}

# completes loads what bash is to complete.
completes() {
	bash --norc -c '. "$1" && complete -p latchkey' bash "$1" >/dev/null || fail "bash does not take $1."
}
