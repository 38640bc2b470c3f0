//go:build unix

package main

import (
	"os"
	"syscall"
	"testing"

	"github.com/toasoan/toasoan/vn/charset"
)

// TestOwner needs a user who may give files away.
func TestOwner(t *testing.T) {
	file := put(t, encode(t, charset.TCVN3, text))
	if err := os.Chown(file, 4242, 4343); err != nil {
		t.Skip(err)
	}
	if err := os.Chmod(file, 0o640|os.ModeSetgid); err != nil {
		t.Fatal(err)
	}
	if _, errs, err := program("", file); err != nil || get(t, file) != text {
		t.Fatal(err, errs)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if s := info.Sys().(*syscall.Stat_t); s.Uid != 4242 || s.Gid != 4343 || info.Mode() != 0o640|os.ModeSetgid {
		t.Errorf("the file is of %d:%d with the mode %v", s.Uid, s.Gid, info.Mode())
	}
}
