package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"

	"github.com/toasoan/toasoan/vn/charset"
)

const text = "Sáng nay, nhiều tuyến phố ở Hà Nội bị ngập. Người dân đi lại khó khăn.\n"

func encode(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// put writes a file with the mode 0640.
func put(t *testing.T, b []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "tin.txt")
	if err := os.WriteFile(file, b, 0o640); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestFiles(t *testing.T) {
	viqr := encode(t, charset.VIQR, text)
	tests := []struct {
		name    string
		from    string
		dry     bool
		in      []byte
		want    string // of the file; "" if it must stay
		out     string // in the output
		wantErr string
	}{
		{"tcvn3", "", false, encode(t, charset.TCVN3, text), text, "tcvn3 to utf-8, 15 of 15 words legal (100%)", ""},
		{"vni", "", false, encode(t, charset.VNI, text), text, "vni to utf-8", ""},
		{"dry", "", true, encode(t, charset.VNI, text), "", "vni to utf-8", ""},
		{"from", "csVISCII", false, encode(t, charset.VISCII, text), text, "viscii to utf-8", ""},
		{"viqr", "viqr", false, viqr, text, "viqr to utf-8", ""},
		{"viqr not detected", "", false, viqr, "", "utf-8 already", ""},
		{"utf-8", "", false, []byte(text), "", "utf-8 already", ""},
		{"twice", "tcvn3", false, []byte(text), "", "utf-8 already", ""},
		{"unknown", "", false, []byte("stra\xDFe"), "", "", "encoding is unknown"},
		{"unassigned", "tcvn3", false, []byte("ti\xAFng"), "", "", "not tcvn3: 1 bytes"},
		{"label", "latin1", false, []byte("x"), "", "", `unknown encoding "latin1"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := put(t, tt.in)
			var out strings.Builder
			err := run(tt.from, tt.dry, []string{file}, nil, &out)
			if (err == nil) != (tt.wantErr == "") || err != nil && !strings.Contains(err.Error(), tt.wantErr) {
				t.Fatalf("error %v, want %q", err, tt.wantErr)
			}
			if !strings.Contains(out.String(), tt.out) {
				t.Errorf("output %q, want %q", out.String(), tt.out)
			}
			want := tt.want
			if want == "" {
				want = string(tt.in)
			}
			got, err := os.ReadFile(file)
			if err != nil || string(got) != want {
				t.Errorf("the file is %q, %v; want %q", got, err, want)
			}
			if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
				t.Errorf("the file's mode is %v, %v", info.Mode(), err)
			}
			if files, _ := os.ReadDir(filepath.Dir(file)); len(files) != 1 {
				t.Errorf("%d files are left", len(files))
			}
		})
	}
}

func TestLinkAndMissing(t *testing.T) {
	file := put(t, encode(t, charset.VPS, text))
	link := filepath.Join(filepath.Dir(file), "link.txt")
	if err := os.Symlink("tin.txt", link); err != nil {
		t.Skip(err)
	}
	missing := filepath.Join(filepath.Dir(file), "không-có.txt")
	if err := run("", false, []string{missing, link}, nil, new(strings.Builder)); err == nil {
		t.Error("no error for a missing file")
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
	if got, _ := os.ReadFile(file); string(got) != text {
		t.Errorf("the file is %q", got)
	}
}

func TestStream(t *testing.T) {
	var out strings.Builder
	if err := run("", false, nil, bytes.NewReader(encode(t, charset.Windows1258, text)), &out); err != nil || out.String() != text {
		t.Errorf("%q, %v", out.String(), err)
	}
	out.Reset()
	if err := run("", true, nil, bytes.NewReader(encode(t, charset.Windows1258, text)), &out); err != nil || !strings.HasPrefix(out.String(), "standard input: windows-1258") {
		t.Errorf("%q, %v", out.String(), err)
	}
}

// TestCommand runs the program.
func TestCommand(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "recode.exe")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	cmd := exec.Command(bin)
	cmd.Stdin = strings.NewReader("stra\xDFe")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	err := cmd.Run()
	if cmd.ProcessState.ExitCode() != 1 || stderr.String() != "recode: standard input: the encoding is unknown; give it with -from\n" {
		t.Errorf("%v, %q", err, stderr.String())
	}
	cmd = exec.Command(bin, "-from", "viqr")
	cmd.Stdin = strings.NewReader("tie^'ng Vie^.t")
	if out, err := cmd.Output(); err != nil || string(out) != "tiếng Việt" {
		t.Errorf("%q, %v", out, err)
	}
}
