#!/bin/sh
# Runs the command given, which is govulncheck with what to look at. Known
# vulnerabilities that the program reaches fail; a database that cannot be
# reached from here does not, and is said.
output=$("$@" 2>&1)
code=$?
case $output in
*"fetching vulnerabilities"*)
	echo "The database of known vulnerabilities cannot be reached from here: not looked for."
	exit 0 ;;
esac
[ "$code" = 0 ] || echo "$output"
exit "$code"
