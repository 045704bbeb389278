#!/bin/sh
# Prints what the packages of a program depend on, as nfpm reads it, and refuses a
# program that names a library that is not in the list, or that needs a newer C library
# than the list promises.
#
#   packaging/linux/depends.sh PROGRAM
set -eu
program=$1
list=$(dirname "$0")/libraries

refuse() {
	printf '%s\n' "$@" >&2
	exit 1
}

libraries() { sed '/^#/d; /^glibc /d; /^$/d' "$list"; }

# Linked to, and named to be loaded later.
named=$({
	objdump -p "$program" | sed -n 's/^ *NEEDED *//p'
	strings -n 6 "$program" | grep -Ex 'lib[A-Za-z0-9_+-]+\.so\.[0-9]+'
} | sort -u)
for library in $named; do
	libraries | grep -q "^$library " ||
		refuse "The program names $library, which $list does not have." \
			"Add it there, with what it is for and the packages that have it."
done

floor=$(sed -n 's/^glibc //p' "$list")
needed=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -Vu | tail -n 1)
[ "$(printf '%s\n' "$floor" "$needed" | sort -V | tail -n 1)" = "$floor" ] ||
	refuse "The program needs glibc $needed; packages promise to run with $floor." \
		"Build them on Debian 12 or Ubuntu 22.04, or raise the first line of $list."

# chosen prints a column of the libraries that are needed (or wanted) and named.
chosen() {
	libraries | while read -r library how deb arch; do
		printf '%s\n' "$named" | grep -qx "$library" || continue
		[ "$how" = "$1" ] || continue
		case $2 in
		deb) echo "$deb" ;;
		rpm) echo "$library()(64bit)" ;;
		arch) echo "$arch" ;;
		esac
	done | sort -u | sed "s/^libc6$/libc6 (>= $floor)/; s/^glibc$/glibc>=$floor/; s/^libc.so.6()(64bit)$/libc.so.6(GLIBC_$floor)(64bit)/"
}

items() { sed 's/.*/      - "&"/'; }

# Something has to keep the token: whatever answers as org.freedesktop.secrets.
cat <<END

overrides:
  deb:
    depends:
$(chosen needs deb | items)
    recommends:
$({ printf '%s\n' 'gnome-keyring | kwalletmanager | keepassxc' xdg-utils; chosen wants deb; } | items)
  rpm:
    depends:
$(chosen needs rpm | items)
    recommends:
$({ printf '%s\n' '(gnome-keyring or kwalletmanager or kwalletmanager5 or keepassxc)' xdg-utils; chosen wants rpm; } | items)
  archlinux:
    depends:
$(chosen needs arch | items)
END
