#!/bin/sh
# Refuses to make packages of what nobody could build again: a tree that is not
# what a commit holds, or one without a version, a commit or a date. make hands
# in VERSION, COMMIT and SOURCE_DATE_EPOCH; scripts that make packages call this
# before anything else.
set -eu
cd "$(dirname "$0")/.."

refuse() {
	printf '%s\n' "$@" >&2
	exit 1
}

printf '%s\n' "${VERSION:-}" | grep -Eqx '[0-9]+\.[0-9]+\.[0-9]+(-[0-9a-z.]+)?' ||
	refuse "There is no version to name the packages by, or it is none: \"${VERSION:-}\"." \
		"Write it into FyneApp.toml, as in Version = \"1.2.3\", and build with make."
printf '%s\n' "${COMMIT:-}" | grep -Eqx '[0-9a-f]{40}|[0-9a-f]{64}' ||
	refuse "It is not known which commit this is: \"${COMMIT:-}\"." \
		"Build with make in a clone of the project. Where Git refuses to read the clone, git status tells why." \
		"From an archive without .git: make packages COMMIT=… SOURCE_DATE_EPOCH=…, both as they were published."
printf '%s\n' "${SOURCE_DATE_EPOCH:-}" | grep -Eqx '[0-9]+' ||
	refuse "The date of the commit is missing, which files in packages get: \"${SOURCE_DATE_EPOCH:-}\"." \
		"Build with make; from an archive without .git, add SOURCE_DATE_EPOCH=seconds since 1970."

[ -e .git ] || exit 0 # an archive holds what was put into it
[ "$(git rev-parse HEAD)" = "$COMMIT" ] ||
	refuse "COMMIT is $COMMIT, but Git has $(git rev-parse HEAD) checked out." \
		"Leave COMMIT to make, or check that commit out first."
changed=$(git status --porcelain --untracked-files=normal)
[ -z "$changed" ] ||
	refuse "These files are not as commit $COMMIT has them, so nobody could build the packages again:" \
		"$changed" \
		"Commit them, put them aside with git stash --include-untracked, or take away what is not needed. Then try again."
