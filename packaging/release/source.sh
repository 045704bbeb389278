#!/bin/sh
# source.sh FOLDER: lays the files of the commit into a folder that it makes.
set -eu
cd "$(dirname "$0")/../.."
mkdir -p "$1"
git archive -o "$1.tar" HEAD
tar -C "$1" -xf "$1.tar"
rm "$1.tar"
