package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// command runs a command and returns what it prints.
func command(name string, args ...string) ([]byte, error) {
	out, err := exec.Command(name, args...).Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return nil, fmt.Errorf("%s %s: %w\n%s%s", name, strings.Join(args, " "), err, exit.Stderr, out)
	}
	return out, err
}

// describe writes where and with what the benchmarks run, as lines of
// configuration.
func describe(w io.Writer) error {
	modules, err := command("go", "list", "-m", "-f", "{{if not (or .Main .Indirect .Replace)}}{{.Path}}@{{.Version}}{{end}}", "all")
	if err != nil {
		return err
	}
	env, err := command("go", "env", "GOVERSION", "GOAMD64")
	if err != nil {
		return err
	}
	lines := [][2]string{
		{"date", time.Now().UTC().Format(time.DateOnly)},
		{"os", system()},
		{"cores", fmt.Sprint(runtime.NumCPU())},
		{"toolchain", strings.Join(strings.Fields(string(env)), ", GOAMD64=")},
		{"modules", strings.Join(strings.Fields(string(modules)), " ")},
	}
	if revision, err := command("git", "rev-parse", "--short", "HEAD"); err == nil {
		lines = append(lines, [2]string{"revision", string(bytes.TrimSpace(revision))})
	}
	for _, l := range lines {
		if _, err := fmt.Fprintf(w, "%s: %s\n", l[0], l[1]); err != nil {
			return err
		}
	}
	return nil
}

// system returns the name of the operating system.
func system() string {
	data, err := os.ReadFile("/etc/os-release")
	if err != nil {
		return runtime.GOOS
	}
	for line := range strings.Lines(string(data)) {
		if name, ok := strings.CutPrefix(line, "PRETTY_NAME="); ok {
			return runtime.GOOS + ", " + strings.Trim(strings.TrimSpace(name), `"`)
		}
	}
	return runtime.GOOS
}

// sizes builds the programs in testdata/size and writes how large they are, as
// results of benchmarks.
func sizes(w io.Writer, dir string) error {
	for _, name := range []string{"empty", "vn"} {
		program := filepath.Join(dir, name)
		if _, err := command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, "./testdata/size/"+name); err != nil {
			return err
		}
		info, err := os.Stat(program)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "BenchmarkSize/%s 1 %d bytes\n", name, info.Size()); err != nil {
			return err
		}
	}
	return nil
}
