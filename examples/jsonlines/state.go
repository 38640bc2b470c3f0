package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn"
)

// A state says what run an output belongs to. It stands beside the output in a file
// of its own, so that the output has lines of articles only.
type state struct {
	Program string       `json:"program"` // "jsonlines"
	Version string       `json:"version"` // see version
	Folder  string       `json:"folder"`  // the whole path
	Tone    vn.ToneStyle `json:"tone"`
	From    string       `json:"from"` // "" is detected
}

// stateFile returns the name of the state of an output.
func stateFile(out string) string { return out + ".state" }

// state returns the state of an output that this run begins.
func (j *job) state() (*state, error) {
	folder, err := filepath.Abs(j.dir)
	if err != nil {
		return nil, err
	}
	v, err := version()
	return &state{"jsonlines", v, folder, j.parser.Form.Tone, j.from.Name}, err
}

// readState returns the state of an output, nil if there is none.
func readState(out string) (*state, error) {
	name := stateFile(out)
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, cli.Named(name, err)
	}
	s := new(state)
	if err := json.Unmarshal(data, s); err != nil || s.Program != "jsonlines" {
		return nil, fmt.Errorf("%s was not written by jsonlines: it stays as it is", name)
	}
	return s, nil
}

// write writes the state of an output.
func (s *state) write(out string) error {
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	var files cli.Files
	return files.WriteFile(stateFile(out), append(data, '\n'))
}

// differs returns an error that says in what the run before was another one.
func (s *state) differs(before *state) error {
	for _, d := range []struct{ what, now, before string }{
		{"of the folder", s.Folder, before.Folder},
		{"with -tone", s.Tone.String(), before.Tone.String()},
		{"with -from", s.From, before.From},
		{"by version", s.Version, before.Version},
	} {
		if d.now != d.before {
			return fmt.Errorf("was made %s %q, not %q", d.what, d.before, d.now)
		}
	}
	return nil
}

// version returns what tells one build of this program from another: the version of
// the module if it has a fixed one, else a hash of the program itself.
var version = sync.OnceValues(func() (string, error) {
	if info, ok := debug.ReadBuildInfo(); ok {
		v := info.Main.Version
		if v != "" && v != "(devel)" && !strings.HasSuffix(v, "+dirty") {
			return v, nil
		}
	}
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("devel-%x", h.Sum(nil)[:8]), nil
})
