#!/bin/sh
# Leaves build/packages/latchkey_VERSION_vendor.tar.xz: the source of the commit, and
# every module it is built and tested with, so that it builds without a network. The
# same commit gives the same archive. make vendor calls it.
set -eu
cd "$(dirname "$0")/../.."
packaging/check-tree.sh
umask 022

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source=latchkey-$VERSION
packaging/release/source.sh "$work/$source"
(cd "$work/$source" && go mod vendor)
# Names sorted, nobody's files, the commit's date: nothing of this computer is in it.
tar -C "$work" --sort=name --format=ustar --owner=0 --group=0 --numeric-owner \
	--mode=u+rwX,go+rX,go-w --mtime="@$SOURCE_DATE_EPOCH" -cf "$work/$source.tar" "$source"
mkdir -p build/packages
xz -9 -T1 -c "$work/$source.tar" >"build/packages/latchkey_${VERSION}_vendor.tar.xz"
