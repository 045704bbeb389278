#!/bin/sh
# Installs Latchkey for you alone, below ~/.local, or removes it again:
#
#   ./install.sh
#   ./install.sh --remove
#
# Nothing outside your home is touched. Settings and saved tokens stay where they are.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
id=app.latchkey.Latchkey

say() { printf '%s\n' "$@"; }
refuse() {
	say "$@" >&2
	exit 1
}

[ "$(id -u)" != 0 ] || refuse "This installs Latchkey for one person, and you are root." \
	"Run it as yourself, without sudo. For everybody on this computer there is a package."
[ -d "${HOME:-}" ] || refuse "It is not known where your home is: set HOME to it."

bin=$HOME/.local/bin
share=${XDG_DATA_HOME:-$HOME/.local/share}
list=$share/latchkey/installed # what was put where, so that exactly that is removed

# Where there is a cache of icons, it has to hear of ours.
refresh() {
	if [ -f "$share/icons/hicolor/icon-theme.cache" ]; then
		gtk-update-icon-cache -q -t "$share/icons/hicolor" 2>/dev/null || true
	fi
}

# remove takes files away, one a line, and folders in which nothing is left.
remove() {
	while IFS= read -r file; do
		rm -f -- "$file"
		below=$HOME
		case $file in "$HOME"/*) ;; *) below=$share ;; esac
		folder=$(dirname "$file")
		(cd "$below" && rmdir -p -- "${folder#"$below"/}" 2>/dev/null) || true
	done
}

case ${1:-} in
--remove)
	[ -f "$list" ] || [ -f "$list.new" ] || refuse "Latchkey is not installed below $share."
	{
		cat "$list" "$list.new" 2>/dev/null || true # the latter is of an installation that was cut short
		printf '%s\n' "$list.new" "$list"
	} >"$list.all"
	printf '%s\n' "$list.all" >>"$list.all"
	remove <"$list.all"
	refresh
	say "Latchkey is removed. Your settings and the tokens in your keychain are still there." \
		"To remove those too, install it again and run: latchkey saved remove --all"
	exit
	;;
'') ;;
*) refuse "usage: $0 [--remove]" ;;
esac

for needed in bin/latchkey share/applications/$id.desktop; do
	[ -f "$here/$needed" ] || refuse "$here/$needed is missing. Unpack the whole archive and run install.sh in it."
done
if ! "$here/bin/latchkey" version >/dev/null 2>&1; then
	say "Latchkey does not start on this computer:" >&2
	"$here/bin/latchkey" version 2>&1 | head -n 5 >&2 || true
	refuse "Install what is named there with your system's package manager, then try again." \
		"Where it names GLIBC, this system is older than the program: take latchkey-terminal, which runs anywhere."
fi

# place puts a file where it belongs, by a new name first: a program that runs is not
# written over.
place() {
	mkdir -p -- "$(dirname "$2")"
	cp -- "$1" "$2.new"
	mv -f -- "$2.new" "$2"
	printf '%s\n' "$2" >>"$list.new"
}

mkdir -p -- "$share/latchkey"
: >"$list.new"
place "$here/bin/latchkey" "$bin/latchkey"
chmod 755 "$bin/latchkey"
(cd "$here/share" && find . -type f | LC_ALL=C sort) | while IFS= read -r file; do
	place "$here/share/$file" "$share/${file#./}"
done

# A menu does not look into ~/.local/bin everywhere. Quoted as the specification says
# (https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
quoted=$(printf '%s' "$bin/latchkey" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g')
replacement=$(printf '%s' "$quoted" | sed 's/[\\|&]/\\&/g')
entry=$share/applications/$id.desktop
sed "s|^Exec=latchkey|Exec=\"$replacement\"|; /^TryExec=/d" "$here/share/applications/$id.desktop" >"$entry"
# An upgrade takes away what the version before had and this one has not.
if [ -f "$list" ]; then
	grep -vxF -f "$list.new" "$list" | remove
fi
mv -f -- "$list.new" "$list"
refresh

say "Latchkey is installed. It is in your menu, and in a terminal: latchkey" \
	"To remove it: $here/install.sh --remove"
case :${PATH:-}: in
*:"$bin":*) ;;
*) say "Your shell does not look into $bin yet. Sign out and in again, or add it to PATH." ;;
esac
