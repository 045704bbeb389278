# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# What must not become a package, tried in a clone.

test_refused() {
	clone=$scratch/clone
	git clone -q --shared . "$clone"
	say "refused: a tree that no commit holds"
	touch "$clone/assets/languages/xx.json"
	refused "$here/build.sh" 'xx.json' 'git stash'
	rm "$clone/assets/languages/xx.json"
	say "refused: no version, no commit, no date"
	(VERSION='' refused "$here/build.sh" 'FyneApp.toml')
	(VERSION=newest refused "$here/build.sh" 'FyneApp.toml')
	(COMMIT='' refused "$here/build.sh" 'which commit')
	(SOURCE_DATE_EPOCH='' refused "$here/build.sh" 'SOURCE_DATE_EPOCH')
	(VERSION=99.0.0 refused "$papers" 'CHANGELOG.md tells nothing of version 99.0.0')

	say "refused: a damaged icon"
	head -c 200 assets/icon.svg >"$clone/assets/icon.svg"
	refused "$papers" 'assets/icon.svg cannot be drawn'
	echo '<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"/>' >"$clone/assets/icon.svg"
	refused "$papers" 'assets/icon.svg is damaged'
	cp assets/icon.svg "$clone/assets/icon.svg"

	say "refused: a menu entry that lacks a language"
	echo '{"app.name": "Latchkey", "package.kind": "Assistent"}' >"$clone/assets/languages/de.json"
	(cd "$clone" && CGO_ENABLED=0 go run ./packaging/languages)
	refused "$papers" 'de.json has no "package.summary"'
	git -C "$clone" checkout -q -- assets/languages

	say "refused: a library that is not listed, and a C library that is too new"
	cp build/linux/root/usr/bin/latchkey "$scratch/stranger"
	printf '\0libstranger.so.9\0' >>"$scratch/stranger"
	refused "$here/depends.sh $scratch/stranger" 'libstranger.so.9'
	sed -i 's/^glibc .*/glibc 2.17/' "$clone/$here/libraries"
	refused "$here/depends.sh $PWD/build/linux/root/usr/bin/latchkey" 'Build them on Debian 12'
}

papers="env CGO_ENABLED=0 go run ./$here/papers window $scratch/papers"

# refused runs a line in the clone, which has to fail and to say each of the texts.
refused() {
	line=$1
	shift
	if (cd "$clone" && sh -c "$line") >"$scratch/refused" 2>&1; then fail "This was not refused: $line"; fi
	for text; do
		grep -qF "$text" "$scratch/refused" || fail "$line does not say \"$text\":" "$(cat "$scratch/refused")"
	done
}
