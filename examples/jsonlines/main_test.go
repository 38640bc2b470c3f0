package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn/charset"
)

// pages writes n pages into a new folder and returns its name.
func pages(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("Bản tin số %d của ấp Bến Đình\n\nSáng nay tổ thuỷ lợi mở cống số %d.\n\n%s\n",
			i, i%7, strings.Repeat("Nước về đủ cho cả cánh đồng, bà con xuống giống đúng lịch. ", 20))
		put(t, dir, fmt.Sprintf("%02d/tin-%05d.txt", i%3, i), text)
	}
	return dir
}

// put writes a file, and the folders above it.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// jsonlines runs the program with its standard streams as strings.
func jsonlines(in string, args ...string) (out, report string, err error) {
	var o, e strings.Builder
	err = run(context.Background(), cli.Std{In: strings.NewReader(in), Out: &o, Err: &e}, args)
	return o.String(), e.String(), err
}

// ids returns the ids of the articles in JSON Lines.
func ids(t *testing.T, lines string) (ids []string) {
	t.Helper()
	for a, err := range article.ReadLines(strings.NewReader(lines)) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, a.ID)
	}
	return ids
}

func TestRun(t *testing.T) {
	dir := pages(t, 60)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	_, report, err := jsonlines("", "-o", out, "-tone", "old", "-validate", "-warnings", "-notes", dir)
	if err != nil {
		t.Fatal(err)
	}
	l, err := list(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(l.names, ids(t, get(t, out))); diff != "" || len(l.names) != 60 {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	if n := strings.Count(get(t, out), "tổ thủy lợi"); n != 60 {
		t.Errorf("%d pages in the old style, want 60", n)
	}
	if !strings.Contains(report, "60 of 60 files") || strings.Count(report, "\n") != 1 {
		t.Errorf("report is more or less than the count:\n%s", report)
	}
	if stdout, _, err := jsonlines("", "-o", "-", "-tone", "old", dir); err != nil || stdout != get(t, out) {
		t.Errorf("-o - writes another text, or the error %v", err)
	}
}

func TestReports(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "1.txt", "Phản hồi\n")
	put(t, dir, "2.txt", "Khánh thành cầu\n\nNhà thầu xây dựng dựng cầu trong 9 tháng, giao thông trong vùng thuận lợi hơn trước.\n\nPhản hồi\n")
	tcvn3, err := charset.TCVN3.NewEncoder().String("Chợ đêm mở lại\n\nTiểu thương dọn hàng từ chiều, khách tới đông hơn mọi năm.\n")
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "3.txt", tcvn3)
	put(t, dir, "4.txt", "\xFF\xFEC\x00h\x00\xE3\x1E \x00")
	_, report, err := jsonlines("", "-o", filepath.Join(t.TempDir(), "out.jsonl"), "-validate", "-warnings", "-notes", dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"2.txt: warning: /body/0", "2.txt:5: note: ", "3.txt: decoded from tcvn3", "4.txt: decoded from utf-16", "4 of 4 files",
	} {
		if !strings.Contains(report, want) {
			t.Errorf("report lacks %q:\n%s", want, report)
		}
	}
}

// TestLeftOut holds that what is not in the output is named, and when the run fails
// for it.
func TestLeftOut(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.txt", "Tin đầu trang\n")
	put(t, dir, "empty.txt", "\uFEFF \n\n")
	put(t, dir, "picture.txt", "\xFF\xD8\xFF\xE0\x00\x10JFIF")
	put(t, dir, "z.html", "không đọc")
	out := filepath.Join(t.TempDir(), "out.jsonl")
	_, report, err := jsonlines("", "-o", out, dir)
	if err != nil || !strings.Contains(report, "empty.txt: left out: empty") || !strings.Contains(report, "picture.txt: left out: no text: line 1 ") {
		t.Errorf("%v, %s", err, report)
	}
	if _, report, err = jsonlines("", "-strict", "-o", out, dir); cli.Status(err) != 1 || !strings.Contains(report, "empty.txt: ") {
		t.Errorf("-strict: %v, want a failure; %s", err, report)
	}
	put(t, dir, "b.txt", "Stra\xDFe")
	_, report, err = jsonlines("", "-o", out, dir)
	if cli.Status(err) != 1 || !strings.Contains(report, "b.txt: line 1 is not UTF-8, and the encoding is unknown") {
		t.Errorf("an unknown encoding: %v, want a failure; %s", err, report)
	}
	put(t, dir, "b.txt", "Tin sau")
	if _, report, err = jsonlines("", "-o", out, dir); err != nil || !slices.Equal(ids(t, get(t, out)), []string{"a.txt", "b.txt"}) {
		t.Errorf("a file that failed once: %v, %s%s", err, report, get(t, out))
	}
}

// TestLimit holds that no page comes out shorter than it is.
func TestLimit(t *testing.T) {
	var page strings.Builder
	page.WriteString("Chuyện kể bên sông\n")
	for i := range article.MaxBlocks + 1 {
		fmt.Fprintf(&page, "\nNgười thứ %d kể lại một chuyện cũ ở bến sông này.\n", i)
	}
	out, _, err := jsonlines(page.String(), "-")
	if cli.Status(err) != 1 || out != "" || !strings.Contains(err.Error(), "beyond the limits") {
		t.Errorf("%d bytes, %v", len(out), err)
	}
}

func TestLinks(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "trang/a.txt", "Tin đầu")
	put(t, dir, "khác/b", "Tin sau")
	for link, to := range map[string]string{"trang/b.txt": "../khác/b", "trang/c": "../khác", "trang/d.txt": "không-có", "trang/e.txt": "../trang", "lối": "trang"} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Skip(err)
		}
	}
	out := filepath.Join(t.TempDir(), "out.jsonl")
	_, report, err := jsonlines("", "-o", out, filepath.Join(dir, "lối"))
	if cli.Status(err) != 1 || !slices.Equal(ids(t, get(t, out)), []string{"a.txt", "b.txt"}) {
		t.Errorf("%v, %s", err, get(t, out))
	}
	for _, want := range []string{"c: a link to a folder", "d.txt: ", "e.txt: a link to a folder"} {
		if !strings.Contains(report, "\n"+want) && !strings.HasPrefix(report, want) {
			t.Errorf("report lacks %q:\n%s", want, report)
		}
	}
}

func TestUnreadableFolder(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a/1.txt", "Tin một")
	put(t, dir, "b/2.txt", "Tin hai")
	put(t, dir, "c/3.txt", "Tin ba")
	closed := filepath.Join(dir, "b")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o777) })
	if _, err := os.ReadDir(closed); err == nil {
		t.Skip("this user may read everything")
	}
	out := filepath.Join(t.TempDir(), "out.jsonl")
	_, report, err := jsonlines("", "-o", out, dir)
	if cli.Status(err) != 1 || !strings.HasPrefix(report, "b: ") || !slices.Equal(ids(t, get(t, out)), []string{"a/1.txt", "c/3.txt"}) {
		t.Errorf("%v, %s%s", err, report, get(t, out))
	}
	os.Chmod(closed, 0o777)
	if _, _, err := jsonlines("", "-o", out, dir); err != nil || !slices.Equal(ids(t, get(t, out)), []string{"a/1.txt", "c/3.txt", "b/2.txt"}) {
		t.Errorf("again: %v, %s", err, get(t, out))
	}
}

func TestStandardInput(t *testing.T) {
	t.Chdir(t.TempDir())
	out, report, err := jsonlines("Chợ nổi thuỷ triều\n\nGhe về đông.\n", "-tone", "old", "-")
	if err != nil || report != "" || out != `{"version":1,"title":"Chợ nổi thủy triều","body":[{"type":"paragraph","text":"Ghe về đông."}]}`+"\n" {
		t.Errorf("%q, %q, %v", out, report, err)
	}
	if files, _ := os.ReadDir("."); len(files) > 0 {
		t.Errorf("%v is there", files)
	}
	if out, report, err = jsonlines("\n", "-"); out != "" || report != "standard input: left out: empty\n" || err != nil {
		t.Errorf("%q, %q, %v", out, report, err)
	}
	if _, _, err = jsonlines("\n", "-strict", "-"); cli.Status(err) != 1 {
		t.Errorf("-strict: %v", err)
	}
	if _, _, err = jsonlines("Stra\xDFe", "-"); cli.Status(err) != 1 {
		t.Errorf("an unknown encoding: %v", err)
	}
	out, _, err = jsonlines("T\xE8 th\xF8 nh\xCA", "-from", "vps", "-")
	if err != nil || !strings.Contains(out, `"title"`) {
		t.Errorf("-from vps: %q, %v", out, err)
	}
}

func TestInterrupt(t *testing.T) {
	dir, out := pages(t, 9), filepath.Join(t.TempDir(), "out.jsonl")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var o, e strings.Builder
	err := run(ctx, cli.Std{In: strings.NewReader(""), Out: &o, Err: &e}, []string{"-o", out, dir})
	if cli.Status(err) != 130 || !strings.Contains(err.Error(), "run it again") {
		t.Errorf("interrupted: %v", err)
	}
	if _, _, err := jsonlines("", "-o", out, dir); err != nil || len(ids(t, get(t, out))) != 9 {
		t.Errorf("again: %v", err)
	}
}

func TestUsage(t *testing.T) {
	dir := pages(t, 1)
	t.Chdir(t.TempDir())
	for _, tt := range []struct {
		status int
		args   []string
	}{
		{2, nil}, {2, []string{dir, dir}}, {2, []string{"-tone", "mới", dir}}, {2, []string{"-x", dir}}, {2, []string{"-from", "latin1", dir}},
		{2, []string{"-o", "x", "-"}}, {1, []string{"-o", dir, dir}}, {1, []string{"không-có"}}, {1, []string{filepath.Join(dir, "00", "tin-00000.txt")}},
		{1, []string{"-o", "không-có/x", dir}},
	} {
		out, report, err := jsonlines("", tt.args...)
		if cli.Status(err) != tt.status || strings.Contains(err.Error(), "\n") || out+report != "" {
			t.Errorf("jsonlines %q = %v, status %d, output %q; want one line and status %d", tt.args, err, cli.Status(err), out+report, tt.status)
		}
	}
	if _, _, err := jsonlines("", "không-có"); err == nil || !strings.HasPrefix(err.Error(), "không-có: ") {
		t.Errorf("a folder that is missing: %v", err)
	}
	if files, _ := os.ReadDir("."); len(files) > 0 {
		t.Errorf("%v is there", files)
	}
	out, _, err := jsonlines("", "-h")
	if !errors.Is(err, flag.ErrHelp) || !strings.Contains(out, "\nUsage: jsonlines [flags] DIR\n") {
		t.Errorf("-h: %v, %s", err, out)
	}
}
