#!/bin/sh
# Signs a program, in its place: sign.sh FILE. build.sh says which variables tell with what.
set -eu
file=$1
signed=$file.signed
rm -f "$signed"

set -- -h sha256 -n Latchkey -i "$PROJECT"
case $SIGN_CERTIFICATE in
*.pfx | *.p12) set -- "$@" -pkcs12 "$SIGN_CERTIFICATE" ;;
*) set -- "$@" -certs "$SIGN_CERTIFICATE" -key "${SIGN_KEY:?is the .pem of the key of SIGN_CERTIFICATE, and not set}" ;;
esac
if [ -n "${SIGN_TIMESTAMP_URL:-}" ]; then
	set -- "$@" -ts "$SIGN_TIMESTAMP_URL"
else
	set -- "$@" -time "$SOURCE_DATE_EPOCH" # so that two builds are the same
fi

# The password comes by standard input: others can read a program's arguments.
if [ -n "${SIGN_PASSWORD_FILE:-}" ]; then
	cat "$SIGN_PASSWORD_FILE"
else
	printf '%s' "${SIGN_PASSWORD:-}"
fi | osslsigncode sign "$@" -readpass - -in "$file" -out "$signed" >&2 || {
	echo "$file could not be signed: see above. Are certificate, key and password right?" >&2
	exit 1
}
chmod 755 "$signed"
mv "$signed" "$file"
