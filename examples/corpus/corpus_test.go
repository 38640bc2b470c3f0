package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// TestMain runs the program itself instead of the tests when a test asks for
// it: the flags of Beam are those of a process.
func TestMain(m *testing.M) {
	if os.Getenv("CORPUS_TEST_MAIN") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// corpus runs the program.
func corpus(t *testing.T, args ...string) (stderr string, err error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), "CORPUS_TEST_MAIN=1")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	err = cmd.Run()
	return errs.String(), err
}

var (
	who  = []string{"Ông Hồ Văn Tám", "Bà con ấp Rạch Gốc", "Cô giáo Lê Thị Na", "Tổ thủy lợi xã Tân Hòa", "Anh em thợ hồ", "Hội phụ nữ phường"}
	does = []string{"đắp lại con đê", "sửa cầu ván", "gieo sạ vụ hè thu", "dạy lớp học đêm", "góp tiền mua sách", "góp góp gạo nấu cơm", "thả lưới ngoài vàm", "mở phiên chợ nổi"}
	when = []string{"sáng 12/11", "sau mùa nước nổi", "trước Tết", "hồi tháng sáu", "suốt ba tuần nay"}
)

// page returns the text of a page, no two alike.
func page(r *rand.Rand, n int) string {
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	line := func() string {
		return fmt.Sprintf("%s %s %s, cách làng %d cây số", pick(who), pick(does), pick(when), r.IntN(1000))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s lần thứ %d\n", line(), n)
	if r.IntN(3) == 0 {
		caption := line()
		fmt.Fprintf(&b, "%s%s.\n\n%s.\n", caption, pick([]string{"", " xa"}), caption)
	}
	for range 2 + r.IntN(4) {
		fmt.Fprintf(&b, "\n%s. %s. %s. %s.\n", line(), line(), line(), line())
	}
	if r.IntN(4) == 0 {
		fmt.Fprintf(&b, "\nNgười đi %s và uỷ ban. Toà soạn ghi ở Hòa An, ngày 12 \u202a11.\n", pick(when))
	}
	if r.IntN(2) == 0 {
		fmt.Fprintf(&b, "\nPhản hồi\n\nCác tin khác\n\n%s\n\n%s\n\nXem nhiều nhất\n", line(), line())
	}
	return b.String()
}

// again returns the text in another form that folds to the same.
func again(r *rand.Rand, text string) string {
	switch r.IntN(4) {
	case 0:
		return norm.NFD.String(text)
	case 1:
		return vn.Form{Tone: vn.NewStyle}.String(text)
	case 2:
		title, rest, _ := strings.Cut(text, "\n")
		return strings.ToUpper(title) + "\n" + rest
	}
	return text
}

// generate writes 7,000 text files and 3,000 good records of JSON Lines among
// broken ones, and returns the broken ones by their reasons.
func generate(t *testing.T, dir string) (broken map[string]int64) {
	t.Helper()
	r := rand.New(rand.NewPCG(12, 2026))
	var texts []string
	next := func() string {
		if len(texts) > 0 && r.IntN(8) == 0 {
			return again(r, texts[r.IntN(len(texts))])
		}
		texts = append(texts, page(r, len(texts)))
		return texts[len(texts)-1]
	}
	put := func(name string, data []byte) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 7000 {
		put(fmt.Sprintf("texts/%05d.txt", i), []byte(next()))
	}
	broken = make(map[string]int64)
	for f := range 10 {
		var b bytes.Buffer
		for i := range 300 {
			line, err := json.Marshal(map[string]any{"url": fmt.Sprintf("https://bao.example/%d/%d.html", f, i), "text": next(), "at": i})
			if err != nil {
				t.Fatal(err)
			}
			b.Write(append(line, '\n'))
			if i%20 == 7 {
				bad := []struct{ reason, line string }{
					{notJSON, strings.ToValidUTF8(string(line[:len(line)/2]), "")}, {notJSON, `["text"]`}, {notJSON, `{"text":1}`}, {noText, `{"url":"/x"}`},
					{noText, `{"text":" \n"}`}, {notUTF8, "{\"text\":\"\xff\"}"},
				}[r.IntN(6)]
				broken[bad.reason]++
				b.WriteString(bad.line + "\r\n\n")
			}
		}
		if f == 3 {
			broken[tooLong]++
			b.WriteString(`{"text":"` + strings.Repeat("dài ", maxText/4) + "\"}\n")
		}
		put(fmt.Sprintf("crawl/%d.jsonl", f), bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	}
	return broken
}

// TestCorpus runs the pipeline over a corpus. Its lines must be those of
// examples/jsonlines, and of the parser for the records of JSON Lines, without
// those that fold to the same; its report must count them.
func TestCorpus(t *testing.T) {
	dir := t.TempDir()
	broken := generate(t, dir)
	if errs, err := corpus(t, "-texts", filepath.Join(dir, "texts", "*.txt"), "-lines", filepath.Join(dir, "crawl", "*.jsonl"),
		"-output", filepath.Join(dir, "out", "c"), "-shards", "3", "-tone", "old"); err != nil {
		t.Fatalf("%v\n%s", err, errs)
	}

	// What came first of each key, in the order of the names.
	style := vn.Form{Tone: vn.OldStyle}
	kept := make(map[string]string)
	want := summary{Errors: map[string]int64{}, Warnings: map[string]int64{}, Notes: map[string]int64{}, Dead: broken}
	keep := func(a *article.Article, line, text string) {
		k := vn.Fold(a.PlainText())
		if _, ok := kept[k]; ok {
			want.Duplicates++
			return
		}
		kept[k] = line
		want.Articles++
		want.Syllables += int64(a.Counts().Syllables)
		_, notes := (&article.Parser{Form: style}).Parse(text)
		for _, n := range notes {
			want.Notes[string(n.Rule)]++
		}
		for _, e := range a.Warnings() {
			name, _, _ := strings.Cut(e.Err.Error(), ":")
			want.Warnings[name]++
		}
	}
	for f := range 10 {
		for line := range bytes.Lines(read(t, filepath.Join(dir, "crawl", fmt.Sprint(f, ".jsonl")))) {
			var in struct{ URL, Text string }
			if len(line) > maxText || !json.Valid(line) || json.Unmarshal(line, &in) != nil || in.URL == "" || in.Text == "" {
				continue
			}
			a, _ := (&article.Parser{Form: style}).Parse(in.Text)
			a.URL = in.URL
			data, err := a.AppendJSON(nil)
			if err != nil {
				t.Fatal(err)
			}
			keep(a, string(data), in.Text)
		}
	}
	for line := range bytes.Lines(jsonlines(t, filepath.Join(dir, "texts"))) {
		a := new(article.Article)
		if err := a.UnmarshalJSON(line); err != nil {
			t.Fatal(err)
		}
		keep(a, strings.TrimSuffix(string(line), "\n"), string(read(t, filepath.Join(dir, "texts", a.ID))))
	}
	if want.Duplicates < 500 || len(want.Warnings) < 3 || len(want.Notes) < 2 || len(broken) != 4 {
		t.Fatalf("the corpus is too plain: %+v", want)
	}

	got, all := outputs(t, filepath.Join(dir, "out", "c-0*")), slices.Sorted(maps.Values(kept))
	if !slices.Equal(got, all) {
		t.Errorf("%d lines, want %d; the first that differs: %.300s", len(got), len(all), firstDifference(got, all))
	}
	var sum summary
	if err := json.Unmarshal(read(t, filepath.Join(dir, "out", "c-report.json")), &sum); err != nil {
		t.Fatal(err)
	}
	if g, w := fmt.Sprintf("%+v", sum), fmt.Sprintf("%+v", want); g != w {
		t.Errorf("report\n%s\nwant\n%s", g, w)
	}

	// Dead letters hold the records as they were, but for one that is too long.
	dead := make(map[string]int64)
	for _, line := range outputs(t, filepath.Join(dir, "out", "c-dead-0*")) {
		var d struct {
			Source, Reason, Record string
			Line                   int
			Bytes                  []byte
		}
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		dead[d.Reason]++
		source := bytes.Split(read(t, d.Source), []byte("\n"))
		record := strings.TrimRight(string(source[d.Line-1]), "\r")
		if d.Reason == tooLong {
			record = record[:shown]
		}
		if d.Record+string(d.Bytes) != record {
			t.Errorf("%s:%d: the letter has %.100q, not %.100q", d.Source, d.Line, d.Record, record)
		}
	}
	if !maps.Equal(dead, broken) {
		t.Errorf("dead letters %v, want %v", dead, broken)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// jsonlines returns what examples/jsonlines makes of a folder.
func jsonlines(t *testing.T, dir string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "articles.jsonl")
	cmd := exec.CommandContext(t.Context(), "go", "run", "./examples/jsonlines", "-o", out, "-tone", "old", dir)
	cmd.Dir = "../.."
	if log, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	return read(t, out)
}

// outputs returns the lines of three files, sorted.
func outputs(t *testing.T, pattern string) (lines []string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) != 3 {
		t.Fatalf("%s: %d files, want 3", pattern, len(files))
	}
	for _, file := range files {
		for line := range strings.Lines(string(read(t, file))) {
			lines = append(lines, strings.TrimSuffix(line, "\n"))
		}
	}
	slices.Sort(lines)
	return lines
}

func firstDifference(a, b []string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] + "\nwant\n" + b[i]
		}
	}
	return "one is longer"
}

// TestHelp checks that the program's own flags come before the many of Beam.
func TestHelp(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-h")
	cmd.Env = append(os.Environ(), "CORPUS_TEST_MAIN=1")
	out, err := cmd.Output()
	own, beams, ok := strings.Cut(string(out), "\nFlags of Beam and its runners:\n")
	if err != nil || !ok {
		t.Fatalf("-h: %v, %s", err, out)
	}
	for _, name := range []string{"texts", "lines", "output", "shards", "tone"} {
		if !strings.Contains(own, "\n  -"+name+" ") || strings.Contains(beams, "\n  -"+name+" ") {
			t.Errorf("-%s is not where it should be:\n%s", name, out)
		}
	}
	if strings.Contains(own, "\n  -runner ") || !strings.Contains(beams, "\n  -runner ") {
		t.Errorf("-runner is not where it should be:\n%s", out)
	}
}

// TestVersions checks that the image of the workers is of the Beam in go.mod.
func TestVersions(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	_, version, _ := strings.Cut(string(mod), "github.com/apache/beam/sdks/v2 v")
	version, _, _ = strings.Cut(version, "\n")
	for name, want := range map[string]int{"compose.yaml": 2, "README.md": 3} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(string(data), version); version == "" || got != want {
			t.Errorf("%s has Beam's version %q %d times, want %d", name, version, got, want)
		}
	}
}

// TestFlags checks that what is wrong with the flags is said in one line.
func TestFlags(t *testing.T) {
	for want, args := range map[string][]string{
		"nothing to read":               {},
		"invalid value \"middle\" for":  {"-texts", "x", "-tone", "middle"},
		"-shards 0 is not":              {"-texts", "x", "-shards", "0"},
		"unexpected argument \"a.txt\"": {"-texts", "x", "a.txt"},
		"flag provided but not defined": {"-text", "x"},
		"no file matches nowhere/*.txt": {"-texts", "nowhere/*.txt"},
	} {
		errs, err := corpus(t, args...)
		if err == nil || !strings.HasPrefix(errs, "corpus: "+want) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%q: %v, %q", args, err, errs)
		}
	}
}
