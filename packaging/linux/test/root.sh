# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# A clean Debian 12, in which a package is installed.

roots=build/roots

# clean_root makes a folder with a system in which nothing is installed that is not
# always there, and mounts what programs expect.
clean_root() {
	root=$scratch/root
	if [ ! -d $roots/bookworm ]; then
		rm -rf $roots/bookworm.new
		mkdir -p $roots
		debootstrap --variant=minbase bookworm $roots/bookworm.new http://deb.debian.org/debian >"$scratch/debootstrap.log" ||
			fail "No clean Debian could be made:" "$(tail -n 5 "$scratch/debootstrap.log")"
		mv $roots/bookworm.new $roots/bookworm
	fi
	mkdir -p "$root" $roots/archives/partial
	cp -a --reflink=auto $roots/bookworm/. "$root"
	cp /etc/resolv.conf "$root/etc/resolv.conf"
	# Downloads are kept for the next time.
	echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' >"$root/etc/apt/apt.conf.d/keep"
	bound /proc
	bound /dev
	bound /tmp/.X11-unix
	bound "$scratch/shared"
	shell_of in_root chroot "$root" env HOME="$session_home" XDG_RUNTIME_DIR="$session_home/run" BROWSER=true
	bound "$PWD/$roots/archives" /var/cache/apt/archives
	inside apt-get update -q >"$scratch/apt.log" 2>&1 || fail "apt-get update:" "$(tail -n 5 "$scratch/apt.log")"
}

# bound mounts a folder into the root, at the same place unless another is named.
bound() {
	mkdir -p "$1" "$root${2:-$1}"
	mount --bind "$1" "$root${2:-$1}"
	mounted="$root${2:-$1} $mounted"
}

inside() { chroot "$root" "$@"; }

# apt runs apt-get in the root.
apt() {
	inside env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 "$@" >"$scratch/apt.log" 2>&1 ||
		fail "apt-get $*:" "$(tail -n 20 "$scratch/apt.log")"
}

# install_deb installs a package file with what it depends on, and no more.
install_deb() {
	cp "$1" "$root/var/tmp/latchkey.deb"
	apt install --no-install-recommends /var/tmp/latchkey.deb
	rm "$root/var/tmp/latchkey.deb"
}
