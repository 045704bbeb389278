#!/bin/sh
# Builds what people install on Windows, on Linux: an installer, a package for Windows
# Installer and a portable archive, in build/packages/. Called by: make packages-windows
#
#   VERSION PROJECT COMMIT SOURCE_DATE_EPOCH WINDOW_TAGS LINK   from the Makefile
#   MESA_DLL             Mesa's opengl32.dll, by path or https address
#   MESA_SHA256          its checksum, without which it is not taken
#   SIGN_CERTIFICATE     to sign: a .pfx or .p12, or a .pem with SIGN_KEY
#   SIGN_KEY             the .pem of the certificate's key
#   SIGN_PASSWORD_FILE   a file that holds the key's password; or SIGN_PASSWORD
#   SIGN_TIMESTAMP_URL   who stamps the time on signatures (RFC 3161)
#   PACKAGES, WORK       folders for what is built (build/packages), and on the way
#                        there (build/windows)
#   ICON                 the icon's drawing (assets/icon.svg)
set -eu
umask 022 # archives tell who may read a file
export TZ=UTC # msibuild writes the hour of here
cd "$(dirname "$0")/../.."

here=packaging/windows
name=latchkey_${VERSION:-}_windows_amd64
sides='16 20 24 32 40 48 64 256'

say() { printf '%s\n' "$@" >&2; }
fail() {
	say "$@"
	exit 1
}

check_version() {
	printf '%s\n' "${VERSION:-}" | grep -Eqx '[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.-]+)?' ||
		fail "VERSION is '${VERSION:-}', which is no version: it must be like 1.2.3. FyneApp.toml has it; build by: make packages-windows"
	for needed in PROJECT SOURCE_DATE_EPOCH WINDOW_TAGS LINK; do
		eval "[ -n \"\${$needed:-}\" ]" || fail "$needed is not set. Build by: make packages-windows"
	done
	numbers=${VERSION%%[-+]*}
}

# generate is a small program of the project, run on this computer.
generate() {
	CGO_ENABLED=0 GOOS='' GOARCH='' go run ./$here/generate "$@"
}

draw_icon() {
	pictures=''
	for side in $sides; do
		rsvg-convert -w "$side" -h "$side" -o "$work/icon-$side.png" "${ICON:-assets/icon.svg}" ||
			fail "The icon ${ICON:-assets/icon.svg} cannot be drawn. Is it a whole SVG?"
		pictures="$pictures $work/icon-$side.png"
	done
	# shellcheck disable=SC2086 # a list of files
	generate icon "$work/latchkey.ico" $pictures ||
		fail "The icon ${ICON:-assets/icon.svg} makes no icon for Windows: see above."
	generate side "$work/side.bmp" "$work/icon-64.png"
}

# describe FILE makes an object for the linker of what Windows shows of FILE.
describe() {
	x86_64-w64-mingw32-windres -I "$work" -D NAME="\\\"$1\\\"" -D VERSION="\\\"$VERSION\\\"" \
		-D COPYRIGHT="\\\"$copyright\\\"" -D NUMBERS="$(printf %s "$numbers" | tr . ,)" \
		$here/latchkey.rc "$2"
}

# The description goes to the linker from beside main.go: the only way that go build has.
build_program() {
	description=description_windows_amd64.syso
	trap 'rm -f $description' EXIT
	describe Latchkey.exe $description
	# shellcheck disable=SC2086 # WINDOW_TAGS is an option and its value
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc \
		go build $WINDOW_TAGS -ldflags "$LINK -H windowsgui" -o "$laid/Latchkey.exe" .
	rm -f $description
}

build_command() {
	describe latchkey.exe "$work/command.o"
	x86_64-w64-mingw32-gcc -municode -Os -s -Wall -Wextra -Werror -Wl,--no-insert-timestamp \
		-o "$laid/bin/latchkey.exe" $here/console.c "$work/command.o"
}

lay_texts() {
	sed 's/$/\r/' LICENSE >"$laid/LICENSE.txt"
}

# Without Mesa the window needs a graphics driver; with it, none.
lay_mesa() {
	[ -n "${MESA_DLL:-}" ] || return 0
	[ -n "${MESA_SHA256:-}" ] || fail "MESA_DLL is not taken without its checksum: set MESA_SHA256."
	mkdir -p "$laid/mesa"
	case $MESA_DLL in
	https://*) curl --fail --location --proto '=https' --silent --show-error -o "$laid/mesa/opengl32.dll" "$MESA_DLL" ;;
	*) cp "$MESA_DLL" "$laid/mesa/opengl32.dll" ;;
	esac || fail "Mesa was not to be had from $MESA_DLL."
	printf '%s  %s\n' "$MESA_SHA256" "$laid/mesa/opengl32.dll" | sha256sum --check --status ||
		fail "$MESA_DLL is not the file that MESA_SHA256 names: its checksum is $(sha256sum <"$laid/mesa/opengl32.dll" | cut -d ' ' -f 1)."
	sed 's/$/\r/' $here/mesa.txt >"$laid/mesa/LICENSE.txt"
}

sign() {
	[ -z "${SIGN_CERTIFICATE:-}" ] || $here/sign.sh "$1"
}

# Every file that is laid has the commit's date, also within archives.
set_dates() {
	find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

build_installer() {
	generate words "$work/words.nsh" $here/*.nsi $here/*.nsh
	set -- -V2 -WX -INPUTCHARSET UTF8 -DVERSION="$VERSION" -DNUMBERS="$numbers" -DPROJECT="$PROJECT" \
		-DCOPYRIGHT="$copyright" -DFOLDER="$laid" -DWORDS="$work/words.nsh" \
		-DOUTPUT="$packages/${name}_setup.exe"
	[ ! -d "$laid/mesa" ] || set -- "$@" -DMESA
	[ -z "${SIGN_CERTIFICATE:-}" ] || set -- "$@" -DSIGN="$PWD/$here/sign.sh"
	makensis "$@" $here/latchkey.nsi
}

build_archive() {
	archive=$packages/$name.zip
	rm -f "$archive"
	(cd "$work" && find Latchkey -type f | LC_ALL=C sort | TZ=UTC zip -q -X -9 "$archive" -@)
}

# Windows Installer wants a code for each package, and each time the same one.
code_of() {
	printf '%s' "$PROJECT $VERSION ${COMMIT:-} $1" | sha256sum | tr a-f A-F |
		sed -E 's/^(.{8})(.{4})(.{3})(.{3})(.{12}).*/{\1-\2-5\3-8\4-\5}/'
}

build_msi() {
	msi=$packages/$name.msi
	mesa=no
	[ ! -d "$laid/mesa" ] || mesa=yes
	newer=$(generate say installer.newer_msi)
	by_installer=$(generate say installer.by_installer)
	wxs=$PWD/$here/latchkey.wxs
	# wixl takes only paths from where it runs.
	(cd "$work" && wixl -a x64 -D Version="$numbers" -D Product="$(code_of product)" -D Project="$PROJECT" \
		-D Folder=Latchkey -D Mesa=$mesa -D Newer="$newer" -D ByInstaller="$by_installer" -o "$msi" "$wxs")
	put_on_path
	fix_summary
	sign "$msi"
}

# put_on_path adds what wixl does not know. In the name of a variable = writes it and
# - removes it with the package; in its value [~] is what is there already:
# https://learn.microsoft.com/windows/win32/msi/environment-table
put_on_path() {
	printf '%s\t%s\t%s\t%s\r\n' >"$work/Environment.idt" \
		Environment Name Value Component_ s72 l255 L255 s72 Environment Environment '' '' \
		Path =-PATH '[~];[Bin]' Path
	sed -i '3s/\t\t\r/\r/' "$work/Environment.idt"
	msibuild "$msi" -i "$work/Environment.idt" \
		-q "INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('RemoveEnvironmentStrings', 3300)" \
		-q "INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('WriteEnvironmentStrings', 5200)"
}

# fix_summary gives the package (9) a code, and dates (12, 13), that stay the same.
fix_summary() {
	made=$(date -u -d "@$SOURCE_DATE_EPOCH" '+%Y\/%m\/%d %H:%M:%S')
	msiinfo export "$msi" _SummaryInformation |
		sed "s/^9\t[^\r]*/9\t$(code_of package)/; s/^\(1[23]\)\t[^\r]*/\1\t$made/" >"$work/summary.idt"
	msibuild "$msi" -i "$work/summary.idt"
}

# absolute makes a folder and prints its whole path.
absolute() {
	mkdir -p "$1"
	(cd "$1" && pwd)
}

check_version
if [ -x packaging/check-tree.sh ]; then packaging/check-tree.sh; fi
copyright=$(sed -n 's/^Copyright/Copyright/p' LICENSE)
rm -rf "${WORK:-build/windows}"
work=$(absolute "${WORK:-build/windows}")
packages=$(absolute "${PACKAGES:-build/packages}")
laid=$work/Latchkey # what is installed, as it lies on the person's disk
mkdir -p "$laid/bin"
draw_icon
sed "s/@NUMBERS@/$numbers/" $here/latchkey.manifest >"$work/latchkey.manifest"
lay_mesa
lay_texts
build_program
build_command
sign "$laid/Latchkey.exe"
sign "$laid/bin/latchkey.exe"
set_dates "$laid"
build_installer
build_archive
build_msi
[ -n "${SIGN_CERTIFICATE:-}" ] ||
	say "These are not signed: Windows will warn whoever downloads them. Set SIGN_CERTIFICATE to sign them."
ls -l "$packages/$name"* >&2
