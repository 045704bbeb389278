#!/bin/sh
# Installs, uses and removes what build.sh builds, under Wine, in a Windows and on a
# screen of its own below build/windows-tour. Called by: make test-packages-windows
set -eu
cd "$(dirname "$0")/../.."
packaging/windows/build.sh
shellcheck packaging/windows/*.sh
CGO_ENABLED=0 exec nice go test ./packaging/windows/... -count=1
