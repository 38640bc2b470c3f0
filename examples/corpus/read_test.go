package main

import (
	"bufio"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestParseLine(t *testing.T) {
	for _, tt := range []struct{ line, reason, url, text string }{
		{`{"url":"https://bao.example/1","text":"Cầu mới\n\nThông xe."}`, "", "https://bao.example/1", "Cầu mới\n\nThông xe."},
		{`{"text":"Cầu mới","lang":"vi"}`, "", "", "Cầu mới"},
		{`{"text":"Cầu mới"`, notJSON, "", ""},
		{`{"text":["Cầu mới"]}`, notJSON, "", ""},
		{`"Cầu mới"`, notJSON, "", ""},
		{`{"url":"https://bao.example/1"}`, noText, "", ""},
		{`{"text":null}`, noText, "", ""},
		{`{"text":" \n\t"}`, noText, "", ""},
		{"{\"text\":\"C\xc7u\"}", notUTF8, "", ""},
	} {
		rec, reason, _ := parseLine([]byte(tt.line))
		if reason != tt.reason || rec.URL != tt.url || rec.Text != tt.text {
			t.Errorf("%s: %+v, %q", tt.line, rec, reason)
		}
	}
}

func TestLineReader(t *testing.T) {
	long := strings.Repeat("x", maxText+1)
	in := "một\r\n\n" + long + "\nhai\n" + long[:maxText] + "\nba"
	lr := lineReader{r: bufio.NewReader(iotest.HalfReader(strings.NewReader(in)))}
	for i, want := range []struct {
		line  string
		whole bool
	}{{"một", true}, {"", true}, {long[:shown], false}, {"hai", true}, {long[:maxText], true}, {"ba", true}} {
		line, whole, err := lr.next()
		if string(line) != want.line || whole != want.whole || err != nil || lr.number != int64(i+1) {
			t.Errorf("line %d is number %d: %.20q, %t, %v", i+1, lr.number, line, whole, err)
		}
	}
	if line, _, err := lr.next(); err != io.EOF {
		t.Errorf("after the end: %q, %v", line, err)
	}
	lr = lineReader{r: bufio.NewReader(io.MultiReader(strings.NewReader("một\nha"), iotest.ErrReader(io.ErrUnexpectedEOF)))}
	lr.next()
	if line, _, err := lr.next(); string(line) != "ha" || err != io.ErrUnexpectedEOF {
		t.Errorf("broken: %q, %v", line, err)
	}
}

func TestFolder(t *testing.T) {
	for pattern, want := range map[string]string{
		"*.txt": "", "pages/*.txt": "pages/", "gs://b/p*/x/*.txt": "gs://b/", "/data/a.txt": "/data/", "a/b[0-9]/c.txt": "a/",
	} {
		if got := folder(pattern); got != want {
			t.Errorf("folder(%q) = %q, want %q", pattern, got, want)
		}
	}
}
