package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/vn/charset"
)

// TestKill kills the program at random moments: each file is the old one or the new
// one, and the run that is let finish leaves nothing else behind.
func TestKill(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "js" {
		t.Skip("no SIGKILL on " + runtime.GOOS)
	}
	bin := filepath.Join(t.TempDir(), "recode")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	dir := t.TempDir()
	want := strings.Repeat(text, 2000)
	old := encode(t, charset.TCVN3, want)
	var files []string
	for i := range 60 {
		files = append(files, filepath.Join(dir, fmt.Sprintf("%02d.txt", i)))
		if err := os.WriteFile(files[i], []byte(old), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	for range 8 {
		cmd := exec.Command(bin, files...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(400 * time.Millisecond))
		cmd.Process.Kill()
		cmd.Wait()
		for _, file := range files {
			if got := get(t, file); got != old && got != want {
				t.Fatalf("%s has %d bytes, neither the old %d nor the new %d", file, len(got), len(old), len(want))
			}
		}
	}
	// One file stays to be recoded, so that the last run has to clean up.
	if err := os.WriteFile(files[59], []byte(old), 0o640); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(bin, files...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, file := range files {
		if get(t, file) != want {
			t.Errorf("%s is not recoded", file)
		}
	}
	if n := len(strings.Fields(names(t, dir))); n != len(files) {
		t.Errorf("%d files, want %d: %s", n, len(files), names(t, dir))
	}
}
