#!/bin/sh
# Tries what the window does with and without OpenGL, with and without Mesa beside it,
# under Wine in virtual displays. Mesa is not to be had here: a stand-in for it notes
# what it is asked.
#
#   packaging/windows/test-graphics.sh FOLDER
#
# FOLDER holds Latchkey.exe and bin/latchkey.exe as they are installed; WINEPREFIX is
# a Windows of Wine's in which programs of Go's run. Neither is changed but for the
# settings that a start leaves.
set -eu
cd "$(dirname "$0")/../.."

if ! [ -f "${1:-}/Latchkey.exe" ] || ! [ -f "$1/bin/latchkey.exe" ] || [ -z "${WINEPREFIX:-}" ]; then
	echo "usage: WINEPREFIX=… $0 FOLDER, with Latchkey.exe and bin/latchkey.exe in it" >&2
	exit 2
fi
work=$(mktemp -d)
cp -r "$1" "$work/Latchkey"
program=$work/Latchkey/Latchkey.exe
notes=$work/Latchkey/mesa/opengl32.txt
servers=

end() {
	wineserver -k 2>/dev/null || true
	for server in $servers; do kill "$server" 2>/dev/null || true; done
	rm -rf "$work"
}
trap end EXIT
trap 'exit 1' INT TERM

fail() {
	printf '%s\n' "$@" >&2
	cat "$work/said" >&2 || true
	exit 1
}

# display ARGUMENTS… starts a display with them and leaves its name in DISPLAY.
display() {
	: >"$work/number"
	Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset "$@" 3>"$work/number" 2>/dev/null &
	servers="$servers $!"
	until [ -s "$work/number" ]; do sleep 0.1; done
	DISPLAY=:$(cat "$work/number")
	export DISPLAY
}

# Wine has an opengl32.dll of its own for every path, unless it is told otherwise.
# Without a console of its own, cmd.exe is shown in a window.
start() {
	: >"$work/said"
	WINEDEBUG=-all WINEDLLOVERRIDES='opengl32=n,b' timeout 120 wine "$program" </dev/null >"$work/said" 2>&1 &
	started=$!
}

# until_true WHAT COMMAND… tries a command until it succeeds.
until_true() {
	what=$1
	shift
	tries=0
	until "$@" >"$work/found" 2>/dev/null; do
		tries=$((tries + 1))
		[ $tries -lt 300 ] || fail "In a minute there was not $what."
		sleep 0.2
	done
}

# seen NAME waits for a window of that name, a regular expression.
seen() {
	until_true "a window named $1" xdotool search --onlyvisible --name "$1"
	window=$(head -n 1 "$work/found")
}

# ends CODE waits for the program's end.
ends() {
	code=0
	wait "$started" || code=$?
	[ $code = "$1" ] || fail "The program ended with $code and not with $1."
}

said() {
	tr -s '\r\n' ' ' <"$work/said" | grep -qF "$1" || fail "It did not say: $1"
}

echo "== no OpenGL: the box, and no"
display -extension GLX
start
seen '^Latchkey$'
said "Latchkey cannot draw its window on this computer."
said "the graphics driver offers none"
xdotool key --window "$window" n
ends 1

echo "== no OpenGL: the box, and yes: the setup, in a console"
start
seen '^Latchkey$'
xdotool key --window "$window" y
ends 0
seen 'cmd\.exe|latchkey\.exe'
wineserver -k || true

echo "== no OpenGL, and Mesa beside it: it is drawn by Mesa"
mkdir "$work/Latchkey/mesa"
x86_64-w64-mingw32-gcc -shared -Os -s -Wall -Wextra -Werror -o "$work/Latchkey/mesa/opengl32.dll" packaging/windows/testdata/opengl32.c
start
until_true "a question to Mesa for its version" grep '^glGetString GL_VERSION' "$notes"
until_true "a way to draw taken from Mesa" grep '^wglGetProcAddress wglCreateContext' "$notes"
wineserver -k || true

echo "== no OpenGL, and a Mesa that is none: the box"
: >"$work/Latchkey/mesa/opengl32.dll"
start
seen '^Latchkey$'
xdotool key --window "$window" n
ends 1
wineserver -k || true

echo "== OpenGL: Mesa is left alone"
x86_64-w64-mingw32-gcc -shared -Os -s -o "$work/Latchkey/mesa/opengl32.dll" packaging/windows/testdata/opengl32.c
rm -f "$notes"
display
start
seen '– Latchkey$'
[ ! -e "$notes" ] || fail "Mesa was asked although there is OpenGL: $(cat "$notes")"
echo "Graphics: every way went as it should."
