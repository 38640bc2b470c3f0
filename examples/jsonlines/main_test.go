package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

// pages writes n pages into a new directory and returns its name.
func pages(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("Bản tin số %d của ấp Bến Đình\n\nSáng nay tổ thuỷ lợi mở cống số %d.\n\n%s\n",
			i, i%7, strings.Repeat("Nước về đủ cho cả cánh đồng, bà con xuống giống đúng lịch. ", 20))
		name := filepath.Join(dir, fmt.Sprintf("%02d", i%3), fmt.Sprintf("tin-%05d.txt", i))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	dir := pages(t, 60)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	var report strings.Builder
	if err := run([]string{"-o", out, "-tone", "old", "-validate", "-warnings", "-notes", dir}, &report); err != nil {
		t.Fatal(err)
	}
	names, err := list(dir)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var got []string
	for a, err := range article.ReadLines(f) {
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(a.PlainText(), "tổ thủy lợi") {
			t.Errorf("%s is not in the old style: %s", a.ID, a.PlainText())
		}
		got = append(got, a.ID)
	}
	if !slices.Equal(got, names) {
		t.Errorf("ids = %q, want %q", got, names)
	}
	if !strings.Contains(report.String(), "60 of 60 articles") {
		t.Errorf("report lacks the count:\n%s", report.String())
	}
}

func TestRunReports(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"1.txt": "",
		"2.txt": "Khánh thành cầu\n\nNhà thầu xây dựng dựng cầu trong 9 tháng, giao thông trong vùng thuận lợi hơn trước.\n\nPhản hồi\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var report strings.Builder
	err := run([]string{"-o", filepath.Join(t.TempDir(), "out.jsonl"), "-validate", "-warnings", "-notes", dir}, &report)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1.txt: invalid: /title: ", "2.txt: warning: /body/0", "2.txt:5: note: ", "2 of 2 articles"} {
		if !strings.Contains(report.String(), want) {
			t.Errorf("report lacks %q:\n%s", want, report.String())
		}
	}
}

func TestRunErrors(t *testing.T) {
	dir := pages(t, 1)
	strange := filepath.Join(t.TempDir(), "strange.jsonl")
	if err := os.WriteFile(strange, []byte("một dòng\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.jsonl")
	if err := os.WriteFile(other, []byte(`{"version":1,"id":"khac.txt"}`+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	tests := [][]string{
		{}, {dir, dir}, {"-tone", "mới", dir}, {"-x", dir}, {"-o", dir, dir},
		{filepath.Join(dir, "none")}, {"-o", strange, dir}, {"-o", other, dir},
	}
	t.Chdir(t.TempDir())
	for _, args := range tests {
		err := run(args, &strings.Builder{})
		if err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("run(%q) = %v, want an error of one line", args, err)
		}
	}
}

// TestKill kills the program at random moments. What it has written when it
// is let finish is what an undisturbed run writes.
func TestKill(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "js" {
		t.Skip("no SIGKILL on " + runtime.GOOS)
	}
	bin := filepath.Join(t.TempDir(), "jsonlines")
	if b, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, b)
	}
	dir := pages(t, 3000)
	tmp := t.TempDir()
	whole, broken := filepath.Join(tmp, "whole.jsonl"), filepath.Join(tmp, "broken.jsonl")
	begun := time.Now()
	if b, err := exec.Command(bin, "-o", whole, dir).CombinedOutput(); err != nil {
		t.Fatalf("undisturbed: %v\n%s", err, b)
	}
	took := time.Since(begun)
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
	want, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(broken)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%d lines, %d bytes after the kills; want %d lines, %d bytes",
			bytes.Count(got, []byte("\n")), len(got), bytes.Count(want, []byte("\n")), len(want))
	}
}

// TestBrokenEnd cuts the output at many places and lets it be finished.
func TestBrokenEnd(t *testing.T) {
	dir := pages(t, 3)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	if err := run([]string{"-o", out, dir}, &strings.Builder{}); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	first := bytes.IndexByte(want, '\n')
	for n := 0; n < len(want); n += 1 + n/first*7 {
		if err := os.WriteFile(out, want[:n], 0o666); err != nil {
			t.Fatal(err)
		}
		if err := run([]string{"-o", out, dir}, &strings.Builder{}); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Fatalf("cut at %d: another output", n)
		}
	}
}
