package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

const sample = "Thủy điện Hoà Bình xả lũ\n\nNước hồ lên nhanh nhanh từ sáng, theo ban quản lý.\n\nPhản hồi\n"

func TestParse(t *testing.T) {
	parse := func(fn parseFn, text string) (k string, e entry) {
		t.Helper()
		n := 0
		fn.ProcessElement(record{Source: "a.txt", ID: "a.txt", URL: "https://bao.example/1", Text: text},
			func(key string, got entry) { k, e, n = key, got, n+1 }, func(d dead) { t.Errorf("dead: %+v", d) })
		if n != 1 {
			t.Fatalf("%d entries", n)
		}
		return k, e
	}
	k, e := parse(parseFn{Tone: int(vn.OldStyle)}, sample)
	var a article.Article
	if err := a.UnmarshalJSON(e.JSON); err != nil || a.Title != "Thủy điện Hòa Bình xả lũ" || a.ID != "a.txt" || a.URL == "" {
		t.Errorf("%v: %s", err, e.JSON)
	}
	if e.Syllables != 17 || len(e.Notes) != 1 || e.Notes[0] != "comments" || len(e.Errors) != 0 {
		t.Errorf("%+v", e)
	}
	for _, same := range []string{norm.NFD.String(sample), vn.Form{Tone: vn.NewStyle}.String(sample), "THỦY ĐIỆN HOÀ BÌNH XẢ LŨ" + sample[len("Thủy điện Hoà Bình xả lũ"):]} {
		if other, _ := parse(parseFn{}, same); other != k {
			t.Errorf("another key for %q", same)
		}
	}
	if other, _ := parse(parseFn{}, strings.Replace(sample, "từ sáng", "từ trưa", 1)); other == k {
		t.Error("another text has the same key")
	}
	if _, e := parse(parseFn{}, ""); len(e.Errors) != 1 || e.Errors[0] != "no title" {
		t.Errorf("no text: %+v", e)
	}
}

// TestNoArticle gives the parser what the wire format has no room for.
func TestNoArticle(t *testing.T) {
	lost := 0
	var b strings.Builder
	b.WriteString("Chuyện kể bên sông\n")
	for i := range article.MaxBlocks + 1 {
		fmt.Fprintf(&b, "\nNgười thứ %d kể lại một chuyện cũ ở bến sông này.\n", i)
	}
	text := b.String()
	fn := parseFn{}
	fn.ProcessElement(record{Source: "a.txt", Text: text}, func(string, entry) { t.Error("an entry") }, func(d dead) {
		lost++
		if d.Reason != noArticle || d.Detail == "" || string(d.Record) != text {
			t.Errorf("%s: %s", d.Reason, d.Detail)
		}
	})
	if lost != 1 {
		t.Errorf("%d dead letters", lost)
	}
}

func TestEarlier(t *testing.T) {
	a, b, c := entry{Source: "a", Line: 2}, entry{Source: "a", Line: 10}, entry{Source: "b", Line: 1}
	for _, pair := range [][2]entry{{a, b}, {b, a}, {a, c}, {c, a}} {
		if got := earlier(pair[0], pair[1]); got.Source != "a" || got.Line != 2 {
			t.Errorf("earlier(%v, %v) = %v", pair[0], pair[1], got)
		}
	}
}

func TestDeadLine(t *testing.T) {
	for want, d := range map[string]dead{
		`{"source":"a.jsonl","line":3,"reason":"not JSON","detail":"x","record":"{"}`: {"a.jsonl", 3, notJSON, "x", []byte("{")},
		`{"source":"a.txt","reason":"not UTF-8","bytes":"/w=="}`:                      {"a.txt", 0, notUTF8, "", []byte("\xff")},
	} {
		if got := d.line(); string(got) != want || !json.Valid(got) {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
