#!/bin/sh
# Installs what is missing on this computer, by group:
#
#   packaging/install-needs.sh make      make itself
#   packaging/install-needs.sh window    to build the window and open it
#   packaging/install-needs.sh tests     for the tests and the tour, besides: a
#                                        virtual display, a keychain, a browser
#   packaging/install-needs.sh packages  to make packages, those for Windows too
#   packaging/install-needs.sh package-tests  to install, use and remove them
#
# Several groups may be named. Where nothing is missing it neither touches the
# network nor asks for a password.
#
# shellcheck disable=SC2046 # a list of packages is meant to fall into words
set -eu

# One need a line: its group; any one sign that it is there (a command, a path,
# or a pkg-config module, ending in .pc); its packages for apt, dnf and pacman.
needs='
make    make                                make                make                     make
window  gcc                                 gcc                 gcc                      gcc
window  /usr/include/stdlib.h               libc6-dev           glibc-devel              glibc
window  pkg-config                          pkg-config          pkgconf-pkg-config       pkgconf
window  gl.pc                               libgl1-mesa-dev     mesa-libGL-devel         libglvnd
window  x11.pc                              libx11-dev          libX11-devel             libx11
window  xcursor.pc                          libxcursor-dev      libXcursor-devel         libxcursor
window  xi.pc                               libxi-dev           libXi-devel              libxi
window  xinerama.pc                         libxinerama-dev     libXinerama-devel        libxinerama
window  xrandr.pc                           libxrandr-dev       libXrandr-devel          libxrandr
window  xxf86vm.pc                          libxxf86vm-dev      libXxf86vm-devel         libxxf86vm
window  wayland-client.pc                   libwayland-dev      wayland-devel            wayland
window  xkbcommon.pc                        libxkbcommon-dev    libxkbcommon-devel       libxkbcommon
window  /usr/lib*/dri/*,/usr/lib/*/dri/*    libgl1-mesa-dri     mesa-dri-drivers         mesa
window  xdg-open                            xdg-utils           xdg-utils                xdg-utils
tests   Xvfb                                xvfb                xorg-x11-server-Xvfb     xorg-server-xvfb
tests   openbox                             openbox             openbox                  openbox
tests   dbus-run-session                    dbus                dbus-daemon              dbus
tests   gnome-keyring-daemon                gnome-keyring       gnome-keyring            gnome-keyring
tests   keepassxc                           keepassxc           keepassxc                keepassxc
tests   secret-tool                         libsecret-tools     libsecret                libsecret
tests   xdotool                             xdotool             xdotool                  xdotool
tests   import                              imagemagick         ImageMagick              imagemagick
tests   xclip                               xclip               xclip                    xclip
tests   chromium,chromium-browser           chromium            chromium                 chromium
tests   /usr/share/fonts/*/*[nN]oto*        fonts-noto-core     google-noto-sans-fonts   noto-fonts
packages  x86_64-w64-mingw32-gcc            gcc-mingw-w64-x86-64 mingw64-gcc             mingw-w64-gcc
packages  makensis                          nsis                mingw32-nsis             nsis
packages  wixl                              wixl                msitools                 msitools
packages  msibuild                  msitools            msitools                 msitools
packages  osslsigncode                      osslsigncode        osslsigncode             osslsigncode
packages  rsvg-convert                      librsvg2-bin        librsvg2-tools           librsvg
packages  xz                                xz-utils            xz                       xz
packages  curl                      curl                curl                     curl
packages  zip                               zip                 zip                      zip
packages  desktop-file-validate             desktop-file-utils  desktop-file-utils       desktop-file-utils
packages  appstreamcli                      appstream           appstream                appstream
package-tests  debootstrap                  debootstrap         debootstrap              debootstrap
package-tests  lintian                      lintian             lintian                  lintian
package-tests  xprop                        x11-utils            xprop                    xorg-xprop
package-tests  man                          man-db              man-db                   man-db
package-tests  rpm2cpio                     rpm2cpio            rpm                      rpm-tools
package-tests  rpm                          rpm                  rpm                      rpm-tools
package-tests  cpio                         cpio                cpio                     cpio
package-tests  bsdtar                       libarchive-tools    bsdtar                   libarchive
package-tests  zstd                         zstd                zstd                     zstd
package-tests  objdump                      binutils            binutils                 binutils
package-tests  flatpak-builder              flatpak-builder     flatpak-builder          flatpak-builder
package-tests  shellcheck                   shellcheck          ShellCheck               shellcheck
package-tests  wine64,/usr/lib/wine/wine64  wine64              wine-core                wine
package-tests  msiinfo                      msitools            msitools                 msitools
package-tests  7z                           p7zip-full          p7zip-plugins            p7zip
package-tests  openssl                      openssl             openssl                  openssl
package-tests  icns2png                   icnsutils           libicns-utils            libicns
package-tests  python3                    python3             python3                  python
package-tests  ruby                       ruby                ruby                     ruby
'

say() { printf '%s\n' "$@" >&2; }

# found succeeds when any of the signs, separated by commas, is there.
found() {
	signs=$(printf '%s' "$1" | tr ',' ' ')
	for sign in $signs; do # unquoted: wildcards in a path are meant
		case $sign in
		/*) [ -e "$sign" ] && return 0 ;;
		*.pc) pkg-config --exists "${sign%.pc}" 2>/dev/null && return 0 ;;
		*) command -v "$sign" >/dev/null 2>&1 && return 0 ;;
		esac
	done
	return 1
}

# missing prints one column of the needs, in the groups named, that are not
# there: 2 the signs, 3 the packages for apt, 4 for dnf, 5 for pacman.
missing() {
	column=$1
	shift
	printf '%s' "$needs" | while read -r group signs apt dnf pacman; do
		case " $* " in *" $group "*) ;; *) continue ;; esac
		found "$signs" && continue
		case $column in
		2) echo "$signs" ;;
		3) echo "$apt" ;;
		4) echo "$dnf" ;;
		5) echo "$pacman" ;;
		esac
	done
}

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_with_apt() {
	# On Ubuntu the browser's package is named otherwise.
	if grep -q '^ID=ubuntu' /etc/os-release; then
		set -- $(printf '%s ' "$@" | sed 's/\bchromium\b/chromium-browser/')
	fi
	as_root apt-get update -q || say "Some package lists could not be read; going on with the others."
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
		-o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
}

install_on_linux() {
	lacking=$(missing 2 "$@" | tr '\n' ' ')
	[ -n "$lacking" ] || return 0
	if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
		say "Missing: $lacking" "As root, run: $0 $*"
		exit 1
	fi
	say "Installing what is missing: $lacking"
	if command -v apt-get >/dev/null 2>&1; then
		install_with_apt $(missing 3 "$@")
	elif command -v dnf >/dev/null 2>&1; then
		as_root dnf install -y --setopt=install_weak_deps=False $(missing 4 "$@")
	elif command -v pacman >/dev/null 2>&1; then
		as_root pacman -Sy --needed --noconfirm $(missing 5 "$@")
	else
		say "Install these with your system's package manager, then try again."
		exit 1
	fi
	lacking=$(missing 2 "$@" | tr '\n' ' ')
	if [ -n "$lacking" ]; then
		say "Still missing after installing: $lacking"
		exit 1
	fi
}

require_go() {
	# Where Go's own instructions put it, in case the shell does not look there.
	PATH=$PATH:/usr/local/go/bin
	if ! (cd "$(dirname "$0")/.." && go list -m >/dev/null); then
		say "Latchkey is built with Go 1.26 or newer. Get it at https://go.dev/dl/, then try again."
		exit 1
	fi
}

case $(uname -s) in
Linux)
	install_on_linux "$@"
	;;
Darwin)
	if ! xcode-select -p >/dev/null 2>&1; then
		say "Apple's compiler is missing. Run: xcode-select --install"
		exit 1
	fi
	;;
*)
	if ! found make,mingw32-make || ! found gcc; then
		say "A C compiler or make is missing. Install MSYS2 (winget install MSYS2.MSYS2), then in its UCRT64 shell:"
		say "pacman -S --needed make mingw-w64-ucrt-x86_64-gcc"
		exit 1
	fi
	;;
esac
case " $* " in *" window "*) require_go ;; esac
