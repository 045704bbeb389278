#!/bin/sh
# What a release has beside its packages, in build/packages: the source with all its
# modules, bills of materials, manifests for winget, Homebrew and Scoop, and the
# checksums of all that lies there. So it comes last. make packages-release calls it.
set -eu
cd "$(dirname "$0")/../.."
umask 022
packaging/release/vendor.sh
packaging/release/sbom.sh
packaging/release/manifests.sh build/packages
cd build/packages
rm -f SHA256SUMS
# In the C order whatever the language here is, so that the file is the same everywhere.
LC_ALL=C
export LC_ALL
find . -maxdepth 1 -type f | sed 's|^\./||' | sort | xargs sha256sum >../SHA256SUMS
mv ../SHA256SUMS .
