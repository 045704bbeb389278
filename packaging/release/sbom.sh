#!/bin/sh
# Leaves a bill of materials for each system, build/packages/latchkey_VERSION_SYSTEM.cdx.json
# (CycloneDX): the modules that the window's program is made of, their licences and
# checksums. The terminal program is made of fewer of them.
set -eu
cd "$(dirname "$0")/../.."
packages=$PWD/build/packages
tool=$PWD/build/tools/cyclonedx-gomod
mkdir -p "$packages"

# The tool asks Git for the version and knows neither worktrees nor a version without
# its tag, so it gets the commit's files in a repository of their own, with the tag.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packaging/release/source.sh "$work"
(
	cd "$work"
	git init -q
	git -c user.name=Latchkey -c user.email= -c commit.gpgsign=false commit -q --allow-empty -m "$COMMIT"
	git tag "v$VERSION"
)
for system in linux_amd64 windows_amd64 macos_universal; do
	case $system in
	linux_amd64) target='GOOS=linux GOARCH=amd64' ;;
	windows_amd64) target='GOOS=windows GOARCH=amd64' ;;
	macos_universal) target='GOOS=darwin GOARCH=arm64' ;;
	esac
	# shellcheck disable=SC2086 # two words are meant
	env $target CGO_ENABLED=1 GOFLAGS="$GOFLAGS -tags=${WINDOW_TAGS#-tags }" \
		"$tool" app -json -noserial -notimestamp -licenses -assert-licenses -std \
		-output "$packages/latchkey_${VERSION}_$system.cdx.json" "$work"
done
