package main

import (
	"context"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"

	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn/charset"
)

const text = "Sáng nay, nhiều tuyến phố ở Hà Nội bị ngập. Người dân đi lại khó khăn.\n"

// written is when the files of the tests were written.
var written = time.Date(1999, 9, 2, 7, 30, 0, 0, time.UTC)

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// put writes a file with the mode 0640, of that time, in a new folder.
func put(t *testing.T, s string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "tin.txt")
	if err := os.WriteFile(file, []byte(s), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, written, written); err != nil {
		t.Fatal(err)
	}
	return file
}

func get(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// names returns the names of the files in a folder.
func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// program runs the program with its standard streams as strings.
func program(in string, args ...string) (out, errs string, err error) {
	var o, e strings.Builder
	err = run(context.Background(), cli.Std{In: strings.NewReader(in), Out: &o, Err: &e}, args)
	return o.String(), e.String(), err
}

func TestFiles(t *testing.T) {
	viqr := encode(t, charset.VIQR, text)
	tests := []struct {
		name, from string
		in         string
		want       string // of the file; "" if it must stay
		out        string // in the output
		wantErr    string
	}{
		{"tcvn3", "", encode(t, charset.TCVN3, text), text, "tcvn3 to utf-8, 15 of 15 words legal (100%)", ""},
		{"vni", "", encode(t, charset.VNI, text), text, "vni to utf-8", ""},
		{"from", "csVISCII", encode(t, charset.VISCII, text), text, "viscii to utf-8", ""},
		{"letters among control characters", "viscii", encode(t, charset.VISCII, "Ỵ Ẵ đỏ"), "Ỵ Ẵ đỏ", "viscii to utf-8", ""},
		{"viqr", "viqr", viqr, text, "viqr to utf-8", ""},
		{"viqr not detected", "", viqr, "", "utf-8 already", ""},
		{"utf-8", "", text, "", "utf-8 already", ""},
		{"empty", "", "", "", "utf-8 already", ""},
		{"twice", "tcvn3", text, "", "utf-8 already", ""},
		{"unknown", "", "Tin\nstra\xDFe", "", "", "line 2 is not UTF-8, and the encoding is unknown"},
		{"unassigned", "tcvn3", "tin\n\nti\xAFng", "", "", "line 3 is not tcvn3"},
		{"not utf-8", "utf-8", "ti\xAFng", "", "", "line 1 is not UTF-8"},
		{"a picture", "tcvn3", "\xFF\xD8\xFF\xE0\x00\x10JFIF", "", "", "no text: line 1"},
	}
	for _, tt := range tests {
		for _, dry := range []bool{true, false} {
			file := put(t, tt.in)
			args := []string{file}
			if tt.from != "" {
				args = append([]string{"-from", tt.from}, args...)
			}
			if dry {
				args = append([]string{"-n"}, args...)
			}
			out, errs, err := program("", args...)
			wantOut, wantErrs, status := file+": "+tt.out, "", 0
			if tt.wantErr != "" {
				wantOut, wantErrs, status = "", file+": "+tt.wantErr, 1
			}
			if cli.Status(err) != status || !strings.HasPrefix(out, wantOut) || !strings.HasPrefix(errs, wantErrs) || strings.Count(out+errs, "\n") != 1 {
				t.Errorf("%s, -n %t: output %q, %q, error %v, want %q, %q", tt.name, dry, out, errs, err, wantOut, wantErrs)
			}
			want := tt.want
			if want == "" || dry {
				want = tt.in
			}
			if got := get(t, file); got != want {
				t.Errorf("%s, -n %t: the file is %q, want %q", tt.name, dry, got, want)
			}
			checkFile(t, file)
			if got := names(t, filepath.Dir(file)); got != "tin.txt" {
				t.Errorf("%s, -n %t: the folder has %s", tt.name, dry, got)
			}
		}
	}
}

// checkFile holds that a file has the mode and the time of put.
func checkFile(t *testing.T, file string) {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode() != 0o640 || !info.ModTime().Equal(written) {
		t.Errorf("%s has the mode %v and the time %v", file, info.Mode(), info.ModTime())
	}
}

func TestBackup(t *testing.T) {
	old := encode(t, charset.TCVN3, text)
	file := put(t, old)
	if _, errs, err := program("", "-backup", ".cũ", file); err != nil {
		t.Fatal(err, errs)
	}
	if get(t, file) != text || get(t, file+".cũ") != old || names(t, filepath.Dir(file)) != "tin.txt tin.txt.cũ" {
		t.Errorf("%q, backup %q, in %s", get(t, file), get(t, file+".cũ"), names(t, filepath.Dir(file)))
	}
	checkFile(t, file)
	checkFile(t, file+".cũ")

	// A backup is never written over.
	if err := os.WriteFile(file, []byte(old), 0o640); err != nil {
		t.Fatal(err)
	}
	_, errs, err := program("", "-backup", ".cũ", file)
	if cli.Status(err) != 1 || !strings.Contains(errs, "is there already") || get(t, file) != old {
		t.Errorf("a second backup: %v, %q", err, errs)
	}

	// A run that was killed may have made the backup and nothing else.
	file = put(t, old)
	if err := os.Link(file, file+".cũ"); err != nil {
		t.Skip(err)
	}
	if _, errs, err := program("", "-backup", ".cũ", file); err != nil || get(t, file) != text || get(t, file+".cũ") != old {
		t.Errorf("after a run that was killed: %v, %q", err, errs)
	}
}

func TestOtherFolder(t *testing.T) {
	old := encode(t, charset.VNI, text)
	a, b, utf8 := put(t, old), put(t, old), put(t, text)
	dir := filepath.Join(t.TempDir(), "mới", "utf-8")
	for _, again := range []bool{false, true} {
		if out, errs, err := program("", "-o", dir, a); err != nil || get(t, a) != old || get(t, filepath.Join(dir, "tin.txt")) != text {
			t.Errorf("again %t: %q, %q, %v", again, out, errs, err)
		}
	}
	checkFile(t, filepath.Join(dir, "tin.txt"))
	if _, errs, err := program("", "-o", t.TempDir(), a, b); cli.Status(err) != 1 || !strings.HasPrefix(errs, b+": ") || !strings.Contains(errs, "from "+a) {
		t.Errorf("two files of a name: %v, %q", err, errs)
	}
	if err := os.WriteFile(filepath.Join(dir, "tin.txt"), []byte("khác"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, errs, err := program("", "-o", dir, a); cli.Status(err) != 1 || !strings.Contains(errs, "with another text") || get(t, filepath.Join(dir, "tin.txt")) != "khác" {
		t.Errorf("a foreign file: %v, %q", err, errs)
	}
	dir = t.TempDir()
	if _, errs, err := program("", "-o", dir, utf8); err != nil || get(t, filepath.Join(dir, "tin.txt")) != text {
		t.Errorf("UTF-8 is not copied: %v, %q", err, errs)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if _, _, err := program("", "-n", "-o", dir, a); err != nil || names(t, filepath.Dir(dir)) == filepath.Base(dir) {
		t.Errorf("-n makes a folder: %v", err)
	}
}

func TestLinkAndMissing(t *testing.T) {
	file := put(t, encode(t, charset.VPS, text))
	link := filepath.Join(filepath.Dir(file), "link.txt")
	if err := os.Symlink("tin.txt", link); err != nil {
		t.Skip(err)
	}
	missing := filepath.Join(filepath.Dir(file), "không-có.txt")
	_, errs, err := program("", missing, filepath.Dir(file), link)
	if cli.Status(err) != 1 || !strings.HasPrefix(errs, missing+": ") || strings.Count(errs, "\n") != 2 {
		t.Errorf("a missing file and a folder: %v, %q", err, errs)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
	if got := get(t, file); got != text {
		t.Errorf("the file is %q", got)
	}
}

// TestChanged changes a file after it was read, in ways that keep its size or its
// time.
func TestChanged(t *testing.T) {
	old := encode(t, charset.TCVN3, text)
	for name, change := range map[string]func(file string) error{
		"text": func(file string) error {
			if err := os.WriteFile(file, []byte(strings.Replace(old, "d", "D", 1)), 0o640); err != nil {
				return err
			}
			return os.Chtimes(file, written, written)
		},
		"mode": func(file string) error { return os.Chmod(file, 0o600) },
		"another file": func(file string) error {
			if err := os.WriteFile(file+"~", []byte(old), 0o640); err != nil {
				return err
			}
			return os.Rename(file+"~", file)
		},
		"gone": os.Remove,
	} {
		file := put(t, old)
		src, err := openSource(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := change(file); err != nil {
			t.Fatal(err)
		}
		j := job{backup: ".cũ"}
		want, _ := os.ReadFile(file)
		if err := j.replace(src, []byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
		if got, _ := os.ReadFile(file); string(got) != string(want) {
			t.Errorf("%s: the file is %q", name, got)
		}
		if got := names(t, filepath.Dir(file)); got != "tin.txt" && got != "" {
			t.Errorf("%s: the folder has %s", name, got)
		}
	}
}

func TestStream(t *testing.T) {
	old := encode(t, charset.Windows1258, text)
	for _, args := range [][]string{nil, {"-"}} {
		if out, _, err := program(old, args...); err != nil || out != text {
			t.Errorf("recode %q writes %q, %v", args, out, err)
		}
	}
	if out, _, err := program(old, "-n"); err != nil || !strings.HasPrefix(out, "standard input: windows-1258") {
		t.Errorf("-n writes %q, %v", out, err)
	}
	if out, _, err := program("tie^'ng Vie^.t", "-from", "viqr"); err != nil || out != "tiếng Việt" {
		t.Errorf("-from viqr writes %q, %v", out, err)
	}
	if out, _, err := program("stra\xDFe"); cli.Status(err) != 1 || !strings.HasPrefix(err.Error(), "standard input: line 1 ") || out != "" {
		t.Errorf("an unknown encoding: %q, %v", out, err)
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{
		{"-from", "latin1", "x"}, {"-x"}, {"-backup", ".cũ", "-o", "y", "x"}, {"-backup", ".cũ"}, {"-o", "y", "-"}, {"-backup", "/x", "y"},
	} {
		out, errs, err := program("", args...)
		if cli.Status(err) != 2 || out+errs != "" || strings.Contains(err.Error(), "\n") {
			t.Errorf("recode %q = %v, output %q; want one line and the status 2", args, err, out+errs)
		}
	}
	out, _, err := program("", "-h")
	if !errors.Is(err, flag.ErrHelp) || !strings.Contains(out, "It replaces them!") {
		t.Errorf("-h: %v, %s", err, out)
	}
}

func TestInterrupt(t *testing.T) {
	old := encode(t, charset.TCVN3, text)
	file := put(t, old)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out strings.Builder
	if err := run(ctx, cli.Std{Out: &out, Err: &out}, []string{file}); cli.Status(err) != 130 || get(t, file) != old || out.Len() > 0 {
		t.Errorf("interrupted: %v, %q", err, out.String())
	}
}
