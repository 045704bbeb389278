#!/bin/sh
# Installs, uses and removes every package for Linux in build/packages/, which
# packaging/linux/build.sh has made. As root, since a package is installed into a clean
# Debian: that lies below build/roots/, and is kept for the next time.
#
#   packaging/linux/test.sh                all
#   packaging/linux/test.sh deb portable   some: deb others portable terminal flatpak refused
set -eu
cd "$(dirname "$0")/../.."
if [ "$(id -u)" != 0 ]; then
	exec sudo -E env "PATH=$PATH" "HOME=$HOME" "$0" "$@"
fi

here=packaging/linux
packages=$PWD/build/packages
export id=app.latchkey.Latchkey

# Everything that is only for this run lies here, clean roots too. The path is short:
# sockets lie below it, whose paths have room for 107 characters.
scratch=$(mktemp -d /tmp/latchkey-XXXXXX)
mkdir "$scratch/shared"
chmod 755 "$scratch"
started='' # processes that are to be ended
mounted='' # what is mounted, the last first

finish() {
	for one in $started; do kill -KILL "$one" 2>/dev/null || true; done
	sleep 0.2 # they may still be writing
	for one in $mounted; do umount "$one" || umount --lazy "$one"; done
	rm -rf --one-file-system "$scratch"
}
trap finish EXIT
trap 'exit 130' INT TERM

say() { printf '== %s\n' "$@"; }
fail() {
	printf '%s\n' "$@" >&2
	exit 1
}

# package is the path of one, and fails where it is not there.
package() {
	[ -f "$packages/$1" ] || fail "$packages/$1 is missing: make packages-linux"
	echo "$packages/$1"
}

for piece in "$here"/test/*.sh; do
	# shellcheck source=/dev/null
	. "$piece"
done

[ $# -gt 0 ] || set -- refused flatpak terminal portable others deb
for piece; do
	begun=$(date +%s)
	"test_$piece"
	say "$piece: $(($(date +%s) - begun)) s"
done
