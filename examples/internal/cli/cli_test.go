package cli_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn/charset"
)

func TestHelp(t *testing.T) {
	help := cli.Help{Name: "đếm", About: "đếm âm tiết.", Synopsis: []string{"[flags] FILE", ""}, Text: "\nMột đoạn.\n", Examples: []string{"đếm bài.txt"}}
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.Int("n", 3, "at most this `number`")
	var out strings.Builder
	err := help.Parse(flags, cli.Std{Out: &out}, []string{"-h"})
	const want = `đếm đếm âm tiết.

Usage: đếm [flags] FILE
       đếm

Một đoạn.

Flags:
  -n number
    	at most this number (default 3)

Examples:
  đếm bài.txt

Exit status: 0 `
	if !errors.Is(err, flag.ErrHelp) || !strings.HasPrefix(out.String(), want) {
		t.Errorf("-h gives %v and\n%s", err, out.String())
	}
	for line := range strings.SplitSeq(out.String(), "\n") {
		if len([]rune(line)) > 80 {
			t.Errorf("a long line: %s", line)
		}
	}
	if err := help.Parse(flags, cli.Std{}, []string{"-x"}); cli.Status(err) != 2 || strings.Contains(err.Error(), "\n") {
		t.Errorf("-x gives %v", err)
	}
}

func TestStatus(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want int
	}{
		{nil, 0}, {flag.ErrHelp, 0}, {io.EOF, 1}, {cli.Misused("thiếu %s", "tên"), 2}, {fmt.Errorf("dừng: %w", cli.Interrupted(canceled())), 130}, {cli.Interrupted(context.Background()), 0},
	} {
		if got := cli.Status(tt.err); got != tt.want {
			t.Errorf("Status(%v) = %d, want %d", tt.err, got, tt.want)
		}
	}
}

func canceled() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

// TestMain is also the program that TestMainStatus runs.
func TestMain(m *testing.M) {
	if os.Getenv("CLI_TEST") != "" {
		cli.Main("thử", func(ctx context.Context, std cli.Std, args []string) error {
			data, err := std.ReadFile(ctx, "-")
			if err == nil {
				err = errors.New(string(data))
			}
			return err
		})
	}
	os.Exit(m.Run())
}

func TestMainStatus(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "CLI_TEST=1")
	cmd.Stdin = strings.NewReader("hỏng")
	out, _ := cmd.CombinedOutput()
	if string(out) != "thử: hỏng\n" || cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("%q, status %d", out, cmd.ProcessState.ExitCode())
	}
}

// TestReadFile holds that a reader that never ends does not keep a program from
// ending.
func TestReadFile(t *testing.T) {
	in, w := io.Pipe()
	defer w.Close()
	if _, err := (cli.Std{In: in}).ReadFile(canceled(), "-"); cli.Status(err) != 130 {
		t.Errorf("interrupted: %v", err)
	}
	name := filepath.Join(t.TempDir(), "không-có")
	if _, err := (cli.Std{}).ReadFile(context.Background(), name); err == nil || !strings.HasPrefix(err.Error(), name+": ") || strings.Count(err.Error(), name) != 1 {
		t.Errorf("a missing file: %v", err)
	}
}

func TestDecode(t *testing.T) {
	const text = "Tin ngắn\nSáng nay nhiều tuyến phố ở Hà Nội ngập.\n"
	encoded := func(label string) string {
		e, _ := charset.Lookup(label)
		s, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	utf16, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		flag, data, from string
		want             string // or the error
	}{
		{"", text, "utf-8", text},
		{"", encoded("tcvn3"), "tcvn3", text},
		{"", encoded("vni"), "vni", text},
		{"", utf16, "utf-16", text},
		{"csVISCII", encoded("viscii"), "viscii", text},
		{"tcvn3", text, "utf-8", text},
		{"viqr", encoded("viqr"), "viqr", text},
		{"", encoded("viqr"), "utf-8", encoded("viqr")},
		{"UTF-8", "Tin \xFF", "utf-8", "Tin \xFF"},
		{"", "Tin\n\nStra\xDFe", "", "line 3 is not UTF-8, and the encoding is unknown"},
		{"tcvn3", "Tin\nti\xAFng\n", "", "line 2 is not tcvn3"},
	} {
		var e cli.Encoding
		flags := flag.NewFlagSet("", flag.ContinueOnError)
		e.Flag(flags)
		if tt.flag != "" {
			if err := flags.Parse([]string{"-from", tt.flag}); err != nil {
				t.Fatal(err)
			}
		}
		got, from, err := e.Decode([]byte(tt.data))
		if tt.from == "" && (err == nil || !strings.HasPrefix(err.Error(), tt.want)) || tt.from != "" && (err != nil || string(got) != tt.want) || from != tt.from {
			t.Errorf("Decode(%q) with -from %q = %q, %q, %v, want %q, %q", tt.data, tt.flag, got, from, err, tt.want, tt.from)
		}
	}
	var e cli.Encoding
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	e.Flag(flags)
	if err := flags.Parse([]string{"-from", "latin1"}); err == nil {
		t.Error("-from latin1 is no error")
	}
}

func TestNoText(t *testing.T) {
	for in, want := range map[string]string{
		"": "empty", "\uFEFF \r\n": "empty", "Tin\n": "", "\x02n \x1E\f": "", "\xFF\xFET\x00": "", "Ti\xEAng": "",
		"Tin\nPK\x03\x04\x00": "no text: line 2 has a NUL", "\x00": "no text: line 1 has a NUL",
	} {
		if got := cli.NoText([]byte(in)); got != want {
			t.Errorf("NoText(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	ended := exec.Command(os.Args[0], "-test.run=^$")
	if err := ended.Run(); err != nil {
		t.Fatal(err)
	}
	put := func(name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	const stays = ".toasoan-của-tôi.tmp"
	parent := fmt.Sprintf(".toasoan-%d-1.tmp", os.Getppid())
	put(fmt.Sprintf(".toasoan-%d-7.tmp", ended.Process.Pid))
	put(fmt.Sprintf(".toasoan-%d-7.tmp", os.Getpid()))
	put(stays)
	put(parent)

	var files cli.Files
	first, err := files.Create(filepath.Join(dir, "a"), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if err := files.WriteFile(filepath.Join(dir, "b"), []byte("chữ")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "a")); err == nil {
		t.Error("a file that is not complete has its name")
	}
	if err := first.Commit(); err != nil {
		t.Error(err)
	}
	first.Abort()
	third, err := files.Create(filepath.Join(dir, "c"), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	third.Abort()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), parent+" "+stays+" a b"; got != want {
		t.Errorf("the folder has %s, want %s", got, want)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "b")); string(data) != "chữ" || err != nil {
		t.Errorf("b has %q, %v", data, err)
	}
}

// TestProgress holds that a log gets few lines.
func TestProgress(t *testing.T) {
	var out strings.Builder
	p := cli.NewProgress(&out, "files", 2, 1002)
	for i := range 1000 {
		p.Step()
		if i == 500 {
			p.Printf("%s: %d", "bài.txt", i)
		}
	}
	p.End()
	if got := out.String(); !strings.HasPrefix(got, "bài.txt: 500\n1002 of 1002 files, ") || strings.Count(got, "\n") != 2 {
		t.Errorf("a log has\n%s", got)
	}

	out.Reset()
	p = cli.NewProgress(&out, "files", 0, 9)
	p.OnTerminal()
	p.Step()
	p.Printf("bài.txt: hỏng")
	p.Printf("bài.txt: hỏng")
	p.End()
	got := strings.ReplaceAll(out.String(), "\x1B[K", "<")
	if lines := strings.Split(got, "\r"); len(lines) != 3 || !strings.HasPrefix(lines[1], "1 of 9 files, ") || !strings.HasPrefix(lines[2], "<bài.txt: hỏng\nbài.txt: hỏng\n1 of 9") {
		t.Errorf("a terminal gets %q", got)
	}
}
