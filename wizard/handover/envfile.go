package handover

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/natefinch/atomic"

	"latchkey/wizard/files"
)

// maxEnvFile is the largest .env file that is changed, in bytes.
const maxEnvFile = 1 << 20

// lockTime is how long another Latchkey's writing is waited for.
const lockTime = 5 * time.Second

// EnvFileFault says why a .env file was left alone.
type EnvFileFault string

// The faults there are.
const (
	EnvFileLink     EnvFileFault = "link"      // a symbolic link: the token would go elsewhere
	EnvFileNotFile  EnvFileFault = "not_file"  // a folder, a device
	EnvFileNotText  EnvFileFault = "not_text"  // UTF-16, or no text at all
	EnvFileTooLarge EnvFileFault = "too_large" // over 1 MiB
	EnvFileNoFolder EnvFileFault = "no_folder" // the folder it should be in is missing
	EnvFileChanged  EnvFileFault = "changed"   // another program wrote it meanwhile
	EnvFileRefused  EnvFileFault = "refused"   // the system does not let it be read or written
	EnvFileOddToken EnvFileFault = "odd_token" // a value that not all readers would read the same
)

// AllEnvFileFaults lists why a .env file may be left alone.
func AllEnvFileFaults() []EnvFileFault {
	return []EnvFileFault{
		EnvFileLink, EnvFileNotFile, EnvFileNotText, EnvFileTooLarge, EnvFileNoFolder, EnvFileChanged, EnvFileRefused,
		EnvFileOddToken,
	}
}

// EnvFileError is a .env file that was left as it was.
type EnvFileError struct {
	Fault EnvFileFault
	Path  string
	Err   error // the system's own error, or nil
}

// Error says which file and why.
func (e *EnvFileError) Error() string { return fmt.Sprintf("%s was left alone: %s", e.Path, e.Fault) }

// Unwrap returns the system's own error.
func (e *EnvFileError) Unwrap() error { return e.Err }

// EnvFileRisk is what a person should know before a token goes into a file.
type EnvFileRisk string

// The risks there are, beside the one that a file always has.
const (
	// RiskGit: the file is in a git work tree that does not ignore it, so the
	// next commit may carry the token.
	RiskGit EnvFileRisk = "git"
	// RiskFolder: others on this computer may write in the folder, and so put
	// another file in this one's place.
	RiskFolder EnvFileRisk = "folder"
	// RiskReplaces: one of the variables has another value there, perhaps that of
	// another token.
	RiskReplaces EnvFileRisk = "replaces"
	// RiskReaders: others may read the file that is there. Once written it is
	// for its owner only; a program that runs as somebody else cannot read it
	// any more.
	RiskReaders EnvFileRisk = "readers"
)

// AllEnvFileRisks lists what EnvFileRisks can find.
func AllEnvFileRisks() []EnvFileRisk {
	return []EnvFileRisk{RiskGit, RiskFolder, RiskReplaces, RiskReaders}
}

// EnvFileRisks looks at where variables would be written into a .env file,
// without writing. Errors are *EnvFileError.
func EnvFileRisks(ctx context.Context, path string, variables []Variable) ([]EnvFileRisk, error) {
	text, err := readEnvFile(path)
	if err != nil {
		return nil, err
	}
	var risks []EnvFileRisk
	if replaces(text, variables) {
		risks = append(risks, RiskReplaces)
	}
	if inGit(ctx, path) {
		risks = append(risks, RiskGit)
	}
	if runtime.GOOS == "windows" {
		return risks, nil // there the modes say nothing
	}
	const othersWrite, othersRead = 0o022, 0o044
	if folder, err := os.Stat(filepath.Dir(path)); err == nil && folder.Mode()&othersWrite != 0 && folder.Mode()&fs.ModeSticky == 0 {
		risks = append(risks, RiskFolder)
	}
	if file, err := os.Stat(path); err == nil && file.Mode()&othersRead != 0 {
		risks = append(risks, RiskReaders)
	}
	return risks, nil
}

// WriteEnvFile sets the variables in a .env file, made if it is not there, and
// leaves everything else in it as it is. The file is replaced in one step and
// is then its owner's only (0600). In folder, which is Latchkey's own, is the
// lock that keeps a second one from writing meanwhile, and a note for the case that
// this run is killed. Errors are *EnvFileError, and *files.Error for the folder.
func WriteEnvFile(ctx context.Context, folder *files.Folder, path string, variables []Variable) error {
	unlock, err := folder.Lock(ctx, envFileLock, lockTime)
	if err != nil {
		return err
	}
	defer unlock()
	for _, variable := range variables {
		if !literalForm.MatchString(variable.Value.Reveal()) {
			return &EnvFileError{Fault: EnvFileOddToken, Path: path}
		}
	}
	before, err := readEnvFile(path)
	if err != nil {
		return err
	}
	defer endUnfinished(ctx, folder, path)
	unfinished, err := writeUnfinished(ctx, folder, path, setVariables(before, variables))
	if err != nil {
		return err
	}
	if now, err := readEnvFile(path); err != nil || now != before {
		return &EnvFileError{Fault: EnvFileChanged, Path: path, Err: err}
	}
	if err := atomic.ReplaceFile(unfinished, path); err != nil {
		return envFileError(path, err)
	}
	return nil
}

// readEnvFile returns the file's text, "" where there is none yet.
func readEnvFile(path string) (string, error) {
	if folder, err := os.Stat(filepath.Dir(path)); err != nil || !folder.IsDir() {
		return "", &EnvFileError{Fault: EnvFileNoFolder, Path: path, Err: err}
	}
	about, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	case err != nil:
		return "", envFileError(path, err)
	case about.Mode()&fs.ModeSymlink != 0:
		return "", &EnvFileError{Fault: EnvFileLink, Path: path}
	case !about.Mode().IsRegular():
		return "", &EnvFileError{Fault: EnvFileNotFile, Path: path}
	}
	file, err := os.Open(path)
	if err != nil {
		return "", envFileError(path, err)
	}
	defer func() { _ = file.Close() }()
	text, err := io.ReadAll(io.LimitReader(file, maxEnvFile+1))
	switch {
	case err != nil:
		return "", envFileError(path, err)
	case len(text) > maxEnvFile:
		return "", &EnvFileError{Fault: EnvFileTooLarge, Path: path}
	case strings.ContainsRune(string(text), 0):
		return "", &EnvFileError{Fault: EnvFileNotText, Path: path}
	}
	return string(text), nil
}

func envFileError(path string, err error) error {
	return &EnvFileError{Fault: EnvFileRefused, Path: path, Err: err}
}
