// Package release is what a release has beside its packages: checksums, bills of materials, and
// manifests for winget, Scoop and Homebrew. Its tests hold those to what is asked of them.
package release
