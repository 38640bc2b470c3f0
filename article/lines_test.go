package article_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// FuzzLines reads any text line by line: each line gives what decoding it
// alone gives, with its number, in order.
func FuzzLines(f *testing.F) {
	f.Add("{\"title\":\"Một\"}\r\n\n{\n{\"title\":\"Hai\"}")
	f.Add("\n\r\n \t\n")
	f.Add(" null \n\u00a0\n\v\r\n\u2028\n\r\r")
	f.Add("null\n[]\n\"\xff\"\n{\"a\":\"\\ud800\"}")
	f.Fuzz(func(t *testing.T, s string) {
		next, stop := iter.Pull2(article.ReadLines(iotest.OneByteReader(strings.NewReader(s))))
		defer stop()
		for i, line := range strings.Split(s, "\n") {
			line = strings.TrimSuffix(line, "\r")
			value := strings.Trim(line, " \t\r\n") // the white space of JSON
			if value == "" {
				continue
			}
			got, gotErr, ok := next()
			if !ok {
				t.Fatalf("line %d: nothing", i+1)
			}
			var want article.Article
			wantErr := want.UnmarshalJSON([]byte(line))
			if value == "null" {
				wantErr = article.ErrType // null is no article
			}
			if (gotErr != nil) != (wantErr != nil) || (gotErr != nil) != (got == nil) {
				t.Fatalf("line %d: %v, %v, want %v", i+1, got, gotErr, wantErr)
			}
			var e *article.Error
			if gotErr != nil {
				if !errors.As(gotErr, &e) || e.Line != i+1 {
					t.Fatalf("line %d: %v", i+1, gotErr)
				}
				continue
			}
			a, _ := got.AppendJSON(nil)
			if b, _ := want.AppendJSON(nil); !bytes.Equal(a, b) {
				t.Fatalf("line %d: %s, want %s", i+1, a, b)
			}
		}
		if a, err, ok := next(); ok {
			t.Fatalf("one more: %v, %v", a, err)
		}
	})
}

// benchLines returns n articles in JSON Lines, no two alike.
func benchLines(b *testing.B, n int) []byte {
	var out []byte
	for k := range n {
		line, err := benchArticle(k).AppendJSON(nil)
		if err != nil {
			b.Fatal(err)
		}
		out = append(append(out, line...), '\n')
	}
	return out
}

// halves cuts JSON Lines in the middle.
func halves(data []byte) [2][]byte {
	cut := len(data)/2 + bytes.IndexByte(data[len(data)/2:], '\n') + 1
	return [2][]byte{data[:cut], data[cut:]}
}

// onTwo runs job on both halves of the data at once.
func onTwo(b *testing.B, job func(data []byte) error) {
	data := benchLines(b, 200)
	parts := halves(data)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var wg sync.WaitGroup
		for _, part := range parts {
			wg.Go(func() {
				if err := job(part); err != nil {
					b.Error(err)
				}
			})
		}
		wg.Wait()
	}
}

// BenchmarkLinesJob reads JSON Lines, brings all text into the normal form
// and writes JSON Lines, on two goroutines.
func BenchmarkLinesJob(b *testing.B) {
	onTwo(b, func(data []byte) error {
		var buf []byte
		for a, err := range article.ReadLines(bytes.NewReader(data)) {
			if err != nil {
				return err
			}
			a.MapText(vn.Normalize)
			if buf, err = a.AppendJSON(buf[:0]); err != nil {
				return err
			}
			if _, err = io.Discard.Write(append(buf, '\n')); err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkLinesJobFlat is the same job on encoding/json and x/text.
func BenchmarkLinesJobFlat(b *testing.B) {
	onTwo(b, func(data []byte) error {
		dec, enc := json.NewDecoder(bytes.NewReader(data)), json.NewEncoder(io.Discard)
		for {
			var a flatArticle
			if err := dec.Decode(&a); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
			a.mapText(norm.NFC.String)
			if err := enc.Encode(&a); err != nil {
				return err
			}
		}
	})
}

func (a *flatArticle) mapText(f func(string) string) {
	for _, p := range []*string{&a.Section, &a.Kicker, &a.Title, &a.Lead, &a.Dateline, &a.Source} {
		*p = f(*p)
	}
	for i := range a.Byline {
		a.Byline[i].Name, a.Byline[i].Role = f(a.Byline[i].Name), f(a.Byline[i].Role)
	}
	for i := range a.Tags {
		a.Tags[i] = f(a.Tags[i])
	}
	mapFlat(a.Body, f)
	mapFlat(a.Related, f)
}

func mapFlat(bs []flatBlock, f func(string) string) {
	for i := range bs {
		b := &bs[i]
		b.Label, b.Title, b.Text = f(b.Label), f(b.Title), f(b.Text)
		if b.Image != nil {
			b.Image.Alt = f(b.Image.Alt)
		}
		if c := b.Caption; c != nil {
			c.Text = f(c.Text)
			if c.Credit != nil {
				c.Credit.Text = f(c.Credit.Text)
				for j := range c.Credit.People {
					c.Credit.People[j] = f(c.Credit.People[j])
				}
			}
		}
		for j := range b.Links {
			b.Links[j].Title = f(b.Links[j].Title)
		}
	}
}
