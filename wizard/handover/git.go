package handover

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// gitTime bounds the question to git.
const gitTime = 5 * time.Second

// inGit reports whether a file is, or would be, in a git work tree that does
// not ignore it. Where git itself is missing, every work tree counts: only git
// knows its rules.
func inGit(ctx context.Context, path string) bool {
	path, err := filepath.Abs(path)
	if err != nil || !inWorkTree(filepath.Dir(path)) {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, gitTime)
	defer cancel()
	// git check-ignore ends with 0 for an ignored file and 1 for another, one
	// that is committed already among them (git-scm.com, git-check-ignore). The
	// setting keeps it from starting a program that the repository names.
	git := exec.CommandContext(ctx, "git", "-c", "core.fsmonitor=false", "check-ignore", "--quiet", "--", filepath.Base(path))
	git.Dir = filepath.Dir(path)
	// Of a git that started this program, which may be about another tree.
	git.Env = slices.DeleteFunc(os.Environ(), func(line string) bool { return strings.HasPrefix(line, "GIT_") })
	// A git that cannot tell, or is not there, leaves the file at risk.
	return git.Run() != nil
}

// inWorkTree reports whether a folder or one above it holds .git, which is a
// file in a linked work tree or a submodule.
func inWorkTree(folder string) bool {
	for {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil {
			return true
		}
		above := filepath.Dir(folder)
		if above == folder {
			return false
		}
		folder = above
	}
}
