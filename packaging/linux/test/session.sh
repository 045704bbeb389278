# shellcheck shell=sh disable=SC2154 # test.sh sets what is used here
# What a person's session has: a bus, a keychain, a screen.

# session starts a bus with an unlocked keychain, and a screen, and exports where they
# are; all of it lies where a clean root sees it too.
session() {
	[ -z "${session_home:-}" ] || return 0
	session_home=$scratch/shared/home # where a clean root sees it too
	mkdir -p "$session_home/run"
	chmod 700 "$session_home/run"
	# One that starts nothing by itself: asking for secrets would start the computer's.
	cat >"$scratch/bus.conf" <<-END
		<busconfig><type>session</type><listen>unix:path=$scratch/shared/bus</listen><auth>EXTERNAL</auth>
		<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
		<allow user="*"/></policy></busconfig>
	END
	dbus-daemon --config-file="$scratch/bus.conf" --nofork >/dev/null &
	started="$! $started"
	until [ -S "$scratch/shared/bus" ]; do sleep 0.1; done
	export DBUS_SESSION_BUS_ADDRESS="unix:path=$scratch/shared/bus" LC_ALL=C.UTF-8
	printf test | HOME=$session_home XDG_RUNTIME_DIR=$session_home/run \
		gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
	started="$! $started"
	within 20 "the keychain" sh -c 'printf test | secret-tool store --label=Test service latchkey-test username test'

	# The file comes before the number in it.
	Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3>"$scratch/display" >/dev/null 2>&1 &
	started="$! $started"
	within 20 "the screen" test -s "$scratch/display"
	DISPLAY=:$(cat "$scratch/display")
	export DISPLAY LIBGL_ALWAYS_SOFTWARE=1
}

# within runs a command again and again until it succeeds, for so many seconds.
within() {
	seconds=$1
	what=$2
	shift 2
	deadline=$(($(date +%s) + seconds))
	until "$@" >/dev/null 2>&1; do
		[ "$(date +%s)" -lt "$deadline" ] || fail "Waited $seconds s in vain for $what."
		sleep 0.1
	done
}

# titled prints the window that shows the page of this title, step or not, if it is seen.
titled() { xdotool search --onlyvisible --name "^(.*: )?$(printf '%s' "$1" | sed 's/[][?()+*.]/./g') – Latchkey\$"; }

# say_id is the English text of an id.
say_id() { sed -n "s/^  \"$1\": \"\(.*\)\",*\$/\1/p" assets/languages/en.json; }

# menu prints the command of a menu entry, or of one of its actions.
menu() {
	sed -n "/^\[Desktop ${2:-Entry}\]/,/^\$/s/^Exec=//p" "$1"
}

# opens_from_menu starts what a menu entry says, and its actions, as a desktop does; its
# second argument is as for practises. The actions lead the open window to their page, and start no other.
opens_from_menu() {
	entry=$1
	"$2" "exec $(menu "$entry")" >"$scratch/window.log" 2>&1 &
	window=$!
	started="$window $started"
	within 60 "the window" titled "$(say_id home.title)"
	class=$(xprop -id "$(titled "$(say_id home.title)")" WM_CLASS | sed 's/.*"\(.*\)"$/\1/')
	grep -qx "StartupWMClass=$class" "$entry" || fail "The window's class is $class, and $entry says another: it would have no icon."
	"$2" "exec $(menu "$entry" 'Action check')"
	within 20 "the page that checks a token" titled "$(say_id desk.title)"
	"$2" "exec $(menu "$entry" 'Action setup')"
	within 20 "the setup" titled "$(say_id step.business.title)"
	[ "$(xdotool search --onlyvisible --name ' – Latchkey$' | wc -l)" = 1 ] || fail "An action of the menu opened a second window."
	ends "$window"
	# Where none is open, an action opens it at its page.
	"$2" "exec $(menu "$entry" 'Action check')" >"$scratch/window.log" 2>&1 &
	window=$!
	started="$window $started"
	within 60 "the window at its page" titled "$(say_id desk.title)"
	ends "$window"
}

# ends asks the window to end, as a session does that is left, and waits for it.
ends() {
	kill "$1"
	tries=0
	while kill -0 "$1" 2>/dev/null; do
		tries=$((tries + 1))
		[ $tries -lt 900 ] || fail "The window does not end:" "$(cat "$scratch/window.log")"
		sleep 0.1
	done
}

# practises walks through the setup of the terminal, with the pretend Meta, to the end:
# Enter takes what is offered, t makes a practice token. Its argument runs a line in the
# shell of the place that has the program.
practises() {
	printf '%s\n' 1 '' '' '' '' '' '' t 1 '' '' '' | script --quiet --return --command "'$1' 'latchkey setup --practice'" /dev/null >"$scratch/setup.log" ||
		fail "The practice setup did not end well:" "$(tail -n 20 "$scratch/setup.log")"
	kept >/dev/null || fail "After the setup the keychain holds no token:" "$(tail -n 20 "$scratch/setup.log")"
}

# kept prints the practice token that the keychain holds.
kept() { secret-tool lookup service 'Latchkey practice' username 'Corner Bakery'; }

# forgets takes it out of the keychain, and the settings away.
forgets() {
	secret-tool clear service 'Latchkey practice' username 'Corner Bakery'
	rm -rf "${session_home:?}/.config/latchkey"
}

# shell_of writes a command of this name that runs a line in a shell, with these words
# before it, as a person in the session does.
shell_of() {
	shell=$scratch/$1
	shift
	{
		echo '#!/bin/sh'
		printf 'exec'
		for word; do
			printf " '%s'" "$word"
		done
		# shellcheck disable=SC2016 # for the shell that runs it
		echo ' sh -c "$1"'
	} >"$shell"
	chmod 755 "$shell"
}
