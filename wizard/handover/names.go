package handover

import (
	"errors"
	"regexp"
	"slices"
	"strings"
)

// ErrName is a name that the token's variable cannot have.
var ErrName = errors.New("no name for an environment variable: up to 64 letters, digits and underscores, no digit first")

// ErrMeansMore is the name of a variable that systems, shells or languages read
// for themselves: they would take the token for a path or an option, and many
// print it.
var ErrMeansMore = errors.New("this variable has a meaning of its own")

var nameForm = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,63}$`)

// ownMeaning are variables that are read wherever they stand, "*" for every name
// that begins so. Source: env_delete of sudo (sudoers.5), and glibc's list of
// unsecure variables; beside them those that name a program to start, a proxy, or
// this person's places.
var ownMeaning = strings.Fields(`
	LD_* DYLD_* _RLD* LIBPATH SHLIB_PATH GCONV_PATH GETCONF_DIR GLIBC_* HOSTALIASES LOCALDOMAIN LOCPATH MALLOC_*
	NIS_PATH NLSPATH PATH_LOCALE RES_OPTIONS RESOLV_* TZ TZDIR KRB5_* LANG LANGUAGE LC_* TERM TERMINFO* TERMPATH TERMCAP
	PATH PATHEXT IFS CDPATH ENV BASH_* BASHOPTS SHELLOPTS GLOBIGNORE PS1 PS2 PS3 PS4 PROMPT_COMMAND FPATH NULLCMD READNULLCMD ZDOTDIR TMPPREFIX
	PYTHON* PERL* RUBYLIB RUBYOPT GEM_* NODE_* NPM_* JAVA_* _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH PHPRC PHP_INI_* LUA_* TCLLIBPATH
	GODEBUG GOTRACEBACK GOFLAGS DOTNET_* GIT_* SSH_* EDITOR VISUAL PAGER BROWSER LESS LESSOPEN LESSCLOSE MANPAGER
	HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY FTP_PROXY SSL_* CURL_* OPENSSL_* REQUESTS_CA_BUNDLE
	HOME USER LOGNAME SHELL PWD OLDPWD TMPDIR TMP TEMP MAIL XDG_* DBUS_* DISPLAY WAYLAND_DISPLAY
	SYSTEMROOT WINDIR COMSPEC USERPROFILE USERNAME USERDOMAIN APPDATA LOCALAPPDATA PROGRAMDATA PROGRAMFILES PSMODULEPATH SYSTEMDRIVE`)

// meansMore reports whether a variable is one of those; Windows reads it in
// any case, and the proxies' are read in both.
func meansMore(name string) bool {
	name = strings.ToUpper(name)
	return slices.ContainsFunc(ownMeaning, func(known string) bool {
		stem, open := strings.CutSuffix(known, "*")
		return name == known || open && strings.HasPrefix(name, stem)
	})
}
