#!/bin/sh
# Installs, uses and removes what build.sh builds, under Wine, in a Windows and on a
# screen of its own below build/windows-tour. Called by: make test-packages-windows
set -eu
cd "$(dirname "$0")/../.."
packaging/windows/build.sh
shellcheck packaging/windows/*.sh
# Half an hour, for a busy machine: alone, Wine takes eight minutes of it.
CGO_ENABLED=0 nice go test ./packaging/windows/... -count=1 -timeout 30m

# Without a graphics driver, in the Windows that the tour leaves behind.
rm -rf build/windows-tour/graphics
mkdir build/windows-tour/graphics
bsdtar -xf "build/packages/latchkey_${VERSION}_windows_amd64.zip" -C build/windows-tour/graphics
WINEPREFIX=$PWD/build/windows-tour/wine WINEDEBUG=-all nice packaging/windows/test-graphics.sh build/windows-tour/graphics/Latchkey
