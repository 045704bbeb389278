# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# The terminal alone, for servers.

test_terminal() {
	session
	for arch in amd64 arm64; do
		archive=$(package "latchkey-terminal_${VERSION}_linux_$arch.tar.xz")
		say "terminal, $arch"
		tree=$scratch/terminal-$arch
		mkdir "$tree"
		tar -xf "$archive" -C "$tree" --strip-components=1
		manual "$tree/share/man"
		completes "$tree/share/bash-completion/completions/latchkey"
		[ -s "$tree/LICENCES" ] || fail "The licences are missing."
		readelf -l "$tree/latchkey" | grep -q INTERP && fail "It is not static."
		case $arch in
		amd64) machine='X86-64' ;;
		arm64) machine='AArch64' ;;
		esac
		readelf -h "$tree/latchkey" | grep -q "Machine:.*$machine" || fail "It is for another processor."
	done

	# The other one cannot be run on this processor.
	tree=$scratch/terminal-amd64
	mkdir "$tree/empty"
	cp "$tree/latchkey" "$tree/empty"
	chroot "$tree/empty" /latchkey version | grep -qx "latchkey $VERSION.*" || fail "It does not run where there is nothing else."
	shell_of beside env HOME="$session_home" XDG_RUNTIME_DIR="$session_home/run" BROWSER=true PATH="$tree:$PATH"
	practises "$shell"
	forgets
}
