# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# The packages for Fedora, openSUSE and Arch, which cannot be installed here: unpacked,
# looked at and run where they lie.

test_others() {
	session
	for kind in rpm pkg.tar.zst; do
		file=$(package "latchkey_${VERSION}_linux_amd64.$kind")
		say "$kind: contents"
		[ "$(stat -c %s "$file")" -le $((12 << 20)) ] || fail "The package is larger than 12 MB."
		tree=$scratch/$kind
		mkdir "$tree"
		case $kind in
		rpm)
			rpm2cpio "$file" | bsdtar -xf - -C "$tree" # cpio would follow the names to /usr
			told=$(rpm -qp --nosignature --qf '[%{REQUIRENAME}\n]' "$file")
			wanted='libGL.so.1()(64bit)'
			;;
		*)
			bsdtar -xf "$file" -C "$tree"
			told=$(sed -n 's/^depend = //p' "$tree/.PKGINFO")
			wanted=libglvnd
			;;
		esac
		printf '%s\n' "$told" | grep -qxF "$wanted" || fail "It does not depend on $wanted:" "$told"
		sound "$tree/usr"
		[ -s "$tree/usr/share/zsh/site-functions/_latchkey" ] || fail "zsh completes nothing."
		[ -s "$tree/usr/share/licenses/latchkey/LICENCES" ] || fail "The licences are missing."
		find "$tree" ! -type d -perm /022 | grep . && fail "Others may write this."
		find "$tree" -type f -perm /111 ! -path "$tree/usr/bin/latchkey" | grep . && fail "This is no program."

		say "$kind: run where it lies"
		shell_of in_place env HOME="$session_home" XDG_RUNTIME_DIR="$session_home/run" BROWSER=true PATH="$tree/usr/bin:$PATH"
		"$shell" "latchkey version" | grep -qx "latchkey $VERSION.*" || fail "It has another version."
		practises "$shell"
		forgets
		opens_from_menu "$tree/usr/share/applications/$id.desktop" "$shell"
		rm -rf "${session_home:?}/.config"
	done
}
