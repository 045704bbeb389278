#!/bin/sh
# Makes what is installed on Linux, below build/packages/:
#
#   latchkey_VERSION_linux_amd64.deb, .rpm, .pkg.tar.zst
#   latchkey_VERSION_linux_amd64.tar.xz           for one person's home, with install.sh
#   latchkey-terminal_VERSION_linux_ARCH.tar.xz   the terminal alone, static
#   latchkey_VERSION_linux_flatpak.tar.xz         the manifest to build a Flatpak by
#
# Two runs for the same commit give the same bytes.
set -eu
umask 022
cd "$(dirname "$0")/../.."
packaging/check-tree.sh
if [ "$(go env GOHOSTARCH)" != amd64 ]; then
	echo "Packages with a window are built on amd64: there is no compiler for it here." >&2
	exit 1
fi

work=build/linux
root=$work/root # as it lies below / once installed
name=latchkey_${VERSION}_linux_amd64
rm -rf $work "build/packages/latchkey_${VERSION}_linux_"* "build/packages/latchkey-terminal_${VERSION}_linux_"*
mkdir -p $root/usr/bin build/packages

# papers are what lies beside the program.
papers() { CGO_ENABLED=0 go run ./packaging/linux/papers "$@"; }

# archive packs a folder of $work, with the dates and the owner that everybody gets.
archive() {
	tar --create --directory $work --sort=name --format=ustar --mtime="@$SOURCE_DATE_EPOCH" \
		--owner=0 --group=0 --numeric-owner "$2" | xz -9 --threads=1 >"build/packages/$1.tar.xz"
}

# tidy puts what a package has in its own places to where somebody looks who unpacks.
tidy() {
	mv "$1/share/licenses/latchkey/LICENCES" "$1"
	rm -r "$1/share/licenses" "$1/share/doc"
}

# filled prints a file with what stands between at signs filled in.
filled() {
	sed -e "s|@VERSION@|$VERSION|g; s|@COMMIT@|$COMMIT|g; s|@PROJECT@|$PROJECT|g" \
		-e "s|@SOURCE_DATE_EPOCH@|$SOURCE_DATE_EPOCH|g; s|@ROOT@|$root|g; s|@LICENCES@|$licences|g" "$1"
}

# Position independent, so that its code lies elsewhere each time: distributions ask for it.
make --no-print-directory build MODE=-buildmode=pie OUT=$root/usr/bin/latchkey
papers window $root
# As SPDX writes it; what Debian calls Expat is its MIT.
licences=$(sed -n 's/^License: //p' $root/usr/share/licenses/latchkey/LICENCES | sed 's/^Expat$/MIT/' | sort -u | sed ':a; N; $!ba; s/\n/ AND /g')
desktop-file-validate --no-hints $root/usr/share/applications/*.desktop
appstreamcli validate --no-net $root/usr/share/metainfo/*.xml

{
	filled packaging/linux/nfpm.yaml
	packaging/linux/depends.sh $root/usr/bin/latchkey
} >$work/nfpm.yaml
# package makes one. Debian's control file knows no licence, and Arch no long description.
package() {
	build/tools/nfpm package --config - --packager "$1" --target "build/packages/$name.$2" <$work/"$1.yaml"
}
sed '/^license:/d' $work/nfpm.yaml >$work/deb.yaml
cp $work/nfpm.yaml $work/rpm.yaml
sed '/^description:/,/^$/ { /^  set up/! { /^description:/! { /^$/!d } } }' $work/nfpm.yaml >$work/archlinux.yaml
package deb deb
package rpm rpm
package archlinux pkg.tar.zst

folder=$work/latchkey-$VERSION
mkdir "$folder"
cp -R $root/usr/bin $root/usr/share packaging/linux/install.sh "$folder"
tidy "$folder"
archive "$name" "latchkey-$VERSION"

for arch in amd64 arm64; do
	folder=$work/latchkey-terminal-$VERSION
	GOOS=linux GOARCH=$arch make --no-print-directory build-terminal OUT="$folder/latchkey"
	papers terminal "$folder"
	mv "$folder/usr/share" "$folder/share"
	rmdir "$folder/usr"
	tidy "$folder"
	archive "latchkey-terminal_${VERSION}_linux_$arch" "latchkey-terminal-$VERSION"
	rm -r "$folder"
done

mkdir $work/flatpak
filled packaging/linux/flatpak/app.latchkey.Latchkey.yml >$work/flatpak/app.latchkey.Latchkey.yml
papers flatpak $work/flatpak/go-modules.json
archive "latchkey_${VERSION}_linux_flatpak" flatpak
