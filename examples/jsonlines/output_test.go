package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/examples/internal/cli"
)

// TestForeign holds that a file which is not of jsonlines is never touched.
func TestForeign(t *testing.T) {
	dir := pages(t, 2)
	const ours = `{"version":1,"id":"00/tin-00000.txt","title":"Bản tin"}` + "\n"
	tmp := t.TempDir()
	if _, _, err := jsonlines("", "-o", filepath.Join(tmp, "real"), dir); err != nil {
		t.Fatal(err)
	}
	state := get(t, filepath.Join(tmp, "real.state"))
	for name, tt := range map[string]struct{ text, state string }{
		"no state":                 {ours, ""},
		"a text":                   {"một dòng", state},
		"a text with a line break": {"một dòng\n", state},
		"a text behind lines":      {ours + "một dòng\n" + ours, state},
		"a text at the end":        {ours + "một dòng", state},
		"an article without id":    {`{"version":1,"title":"Bản tin"}` + "\n", state},
		"an id without end":        {`{"version":1,"id":"00/tin` + "\n", state},
		"a foreign state":          {ours, `{"version":1}`},
		"a state that is a text":   {ours, "một dòng"},
		"only a foreign state":     {"", "một dòng"},
	} {
		for _, args := range [][]string{{"-o"}, {"-restart", "-o"}} {
			out := filepath.Join(t.TempDir(), "out")
			if tt.text != "" {
				put(t, filepath.Dir(out), "out", tt.text)
			}
			if tt.state != "" {
				put(t, filepath.Dir(out), "out.state", tt.state)
			}
			_, _, err := jsonlines("", append(slices.Clone(args), out, dir)...)
			if cli.Status(err) != 1 {
				t.Errorf("%s: %q gives %v", name, args, err)
			}
			text, _ := os.ReadFile(out)
			state, _ := os.ReadFile(out + ".state")
			if string(text) != tt.text || string(state) != tt.state {
				t.Errorf("%s: %q makes %q, %q of it", name, args, text, state)
			}
		}
	}
}

// TestOtherOptions holds that lines of two kinds never come into one file.
func TestOtherOptions(t *testing.T) {
	dir, other := pages(t, 3), pages(t, 4)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	if _, _, err := jsonlines("", "-o", out, dir); err != nil {
		t.Fatal(err)
	}
	want := get(t, out)
	for _, args := range [][]string{{"-tone", "old", "-o", out, dir}, {"-from", "vni", "-o", out, dir}, {"-o", out, other}} {
		if _, _, err := jsonlines("", args...); cli.Status(err) != 1 || !strings.Contains(err.Error(), "-restart begins it anew") {
			t.Errorf("%q: %v", args, err)
		}
	}
	state := out + ".state"
	v, err := version()
	if err != nil || !strings.Contains(get(t, state), v) {
		t.Fatalf("the state lacks the version %q, %v", v, err)
	}
	put(t, filepath.Dir(state), filepath.Base(state), strings.Replace(get(t, state), v, "v0.0.1", 1))
	if _, _, err := jsonlines("", "-o", out, dir); cli.Status(err) != 1 || !strings.Contains(err.Error(), `"v0.0.1"`) {
		t.Errorf("another version: %v", err)
	}
	if got := get(t, out); got != want {
		t.Errorf("the output is another one: %s", got)
	}
	if _, _, err := jsonlines("", "-restart", "-tone", "old", "-o", out, dir); err != nil || get(t, out) != strings.ReplaceAll(want, "thuỷ", "thủy") {
		t.Errorf("-restart: %v, %s", err, get(t, out))
	}
}

// TestTwoAtOnce holds that a second run does not write between the lines of the
// first.
func TestTwoAtOnce(t *testing.T) {
	dir, out := pages(t, 2), filepath.Join(t.TempDir(), "out.jsonl")
	if _, _, err := jsonlines("", "-o", out, dir); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := lock(f); err != nil {
		t.Fatal(err)
	}
	if g, err := os.Open(out); err != nil || lock(g) == nil {
		t.Skip("no locks on " + runtime.GOOS)
	}
	want := get(t, out)
	for _, args := range [][]string{{"-o", out, dir}, {"-restart", "-o", out, dir}} {
		if _, _, err := jsonlines("", args...); cli.Status(err) != 1 || !strings.Contains(err.Error(), "another jsonlines") || get(t, out) != want {
			t.Errorf("%q beside another: %v", args, err)
		}
	}
	f.Close()
	if _, _, err := jsonlines("", "-restart", "-o", out, dir); err != nil || get(t, out) != want {
		t.Errorf("after the other: %v", err)
	}
}

// TestOutputInFolder holds that the output is no page, nor is a page that comes
// between two runs missed.
func TestOutputInFolder(t *testing.T) {
	dir := pages(t, 3)
	out := filepath.Join(dir, "00", "all.txt")
	for i := range 3 {
		if _, report, err := jsonlines("", "-o", out, dir); err != nil {
			t.Fatal(err, report)
		}
		if got := ids(t, get(t, out)); len(got) != 3+i {
			t.Fatalf("run %d: %q", i, got)
		}
		put(t, dir, []string{"00/a.txt", "zz.txt", "a"}[i], "Tin mới "+string(rune('A'+i)))
	}
	stdout := filepath.Join(dir, "stdout.txt")
	f, err := os.Create(stdout)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var report strings.Builder
	if err := run(t.Context(), cli.Std{Out: f, Err: &report}, []string{"-o", "-", dir}); err != nil || strings.Contains(get(t, stdout), "stdout.txt") {
		t.Errorf("standard output is a page: %v, %s", err, get(t, stdout))
	}
}

// TestBrokenEnd cuts the output at many places and lets it be finished.
func TestBrokenEnd(t *testing.T) {
	dir := pages(t, 3)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	if _, _, err := jsonlines("", "-o", out, dir); err != nil {
		t.Fatal(err)
	}
	want := get(t, out)
	first := strings.IndexByte(want, '\n')
	for n := 0; n < len(want); n += 17 + n/first*70 {
		put(t, filepath.Dir(out), "out.jsonl", want[:n])
		if _, _, err := jsonlines("", "-o", out, dir); err != nil {
			t.Fatal(err)
		}
		if get(t, out) != want {
			t.Fatalf("cut at %d: another output", n)
		}
	}
}

// TestKill kills the program at random moments. What it has written when it
// is let finish is what an undisturbed run writes.
func TestKill(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "js" {
		t.Skip("no SIGKILL on " + runtime.GOOS)
	}
	tmp := t.TempDir()
	bin := filepath.Join(tmp, "jsonlines")
	if b, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, b)
	}
	dir := pages(t, 3000)
	whole, broken := filepath.Join(tmp, "whole.jsonl"), filepath.Join(tmp, "broken.jsonl")
	begun := time.Now()
	if b, err := exec.Command(bin, "-o", whole, dir).CombinedOutput(); err != nil {
		t.Fatalf("undisturbed: %v\n%s", err, b)
	}
	took := min(time.Since(begun), 4*time.Second) // bounds the test on a busy machine
	for range 10 {
		cmd := exec.Command(bin, "-o", broken, dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took / 4))
		cmd.Process.Kill()
		cmd.Wait()
	}
	if b, err := exec.Command(bin, "-o", broken, dir).CombinedOutput(); err != nil {
		t.Fatalf("after the kills: %v\n%s", err, b)
	}
	got, want := []byte(get(t, broken)), []byte(get(t, whole))
	if !bytes.Equal(got, want) {
		t.Errorf("%d lines, %d bytes after the kills; want %d lines, %d bytes",
			bytes.Count(got, []byte("\n")), len(got), bytes.Count(want, []byte("\n")), len(want))
	}

	// Begun anew with other options, it never has lines that its state does not
	// tell of.
	for i := range 8 {
		tone := []string{"old", "new"}[i%2]
		cmd := exec.Command(bin, "-restart", "-tone", tone, "-o", broken, dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took / 4))
		cmd.Process.Kill()
		cmd.Wait()
		lines, state := get(t, broken), get(t, broken+".state")
		for tone, other := range map[string]string{"old": "thuỷ", "new": "thủy", "keep": "thủy"} {
			if strings.Contains(state, `"`+tone+`"`) && strings.Contains(lines, other) {
				t.Fatalf("%s among lines with -tone %s", other, tone)
			}
		}
	}
	if b, err := exec.Command(bin, "-restart", "-o", broken, dir).CombinedOutput(); err != nil || get(t, broken) != string(want) {
		t.Errorf("-restart after the kills: %v\n%s", err, b)
	}
	files, _ := filepath.Glob(filepath.Join(tmp, ".*"))
	if len(files) > 0 {
		t.Errorf("left behind: %q", files)
	}
}
