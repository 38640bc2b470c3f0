package bench

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"sync"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"
	goccy "github.com/goccy/go-json"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// The peers decode into a flatArticle and encode it.
var jsonPeers = []struct {
	name      string
	unmarshal func(data []byte, v *flatArticle) error
	marshal   func(v *flatArticle) ([]byte, error)
}{
	{"goccy/go-json",
		func(data []byte, v *flatArticle) error { return goccy.Unmarshal(data, v) },
		func(v *flatArticle) ([]byte, error) { return goccy.Marshal(v) }},
	{"go-json-experiment/json",
		func(data []byte, v *flatArticle) error { return jsonv2.Unmarshal(data, v) },
		func(v *flatArticle) ([]byte, error) { return jsonv2.Marshal(v) }},
	{"encoding/json",
		func(data []byte, v *flatArticle) error { return json.Unmarshal(data, v) },
		func(v *flatArticle) ([]byte, error) { return json.Marshal(v) }},
}

// newsJSON returns articles in the wire format.
func newsJSON(t testing.TB, n int) (list [][]byte) {
	for _, a := range news(n) {
		data, err := a.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, data)
	}
	return list
}

// TestFlat checks that the flat structs hold all of the articles: every peer reads
// and writes the same bytes as package article.
func TestFlat(t *testing.T) {
	for _, data := range newsJSON(t, 64) {
		for _, p := range jsonPeers {
			var v flatArticle
			if err := p.unmarshal(data, &v); err != nil {
				t.Fatal(err)
			}
			if out, err := p.marshal(&v); err != nil || !bytes.Equal(out, data) {
				t.Fatalf("%s writes %s, %v\nwant %s", p.name, out, err, data)
			}
		}
		var a article.Article
		if err := a.UnmarshalJSON(data); err != nil {
			t.Fatal(err)
		}
		if out, err := a.AppendJSON(nil); err != nil || !bytes.Equal(out, data) {
			t.Fatalf("AppendJSON writes %s, %v\nwant %s", out, err, data)
		}
	}
}

func size(data []byte) int { return len(data) }

// BenchmarkDecode: JSON to an article.
func BenchmarkDecode(b *testing.B) {
	list := newsJSON(b, 64)
	b.Run("article.UnmarshalJSON", func(b *testing.B) {
		each(b, list, size, func(data []byte) {
			if err := new(article.Article).UnmarshalJSON(data); err != nil {
				b.Fatal(err)
			}
		})
	})
	for _, p := range jsonPeers {
		b.Run(p.name, func(b *testing.B) {
			each(b, list, size, func(data []byte) {
				if err := p.unmarshal(data, new(flatArticle)); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// BenchmarkEncode: an article to JSON.
func BenchmarkEncode(b *testing.B) {
	type doc struct {
		article *article.Article
		flat    *flatArticle
		size    int
	}
	var list []doc
	articles := news(64)
	for i, data := range newsJSON(b, 64) {
		d := doc{articles[i], new(flatArticle), len(data)}
		if err := json.Unmarshal(data, d.flat); err != nil {
			b.Fatal(err)
		}
		list = append(list, d)
	}
	size := func(d doc) int { return d.size }
	b.Run("article.AppendJSON", func(b *testing.B) {
		dst := make([]byte, 0, 1<<16)
		each(b, list, size, func(d doc) {
			if _, err := d.article.AppendJSON(dst); err != nil {
				b.Fatal(err)
			}
		})
	})
	b.Run("article.MarshalJSON", func(b *testing.B) {
		each(b, list, size, func(d doc) {
			if _, err := d.article.MarshalJSON(); err != nil {
				b.Fatal(err)
			}
		})
	})
	for _, p := range jsonPeers {
		b.Run(p.name, func(b *testing.B) {
			each(b, list, size, func(d doc) {
				if _, err := p.marshal(d.flat); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// linesJob reads JSON Lines, brings all text into the normal form and writes JSON
// Lines.
func linesJob(r io.Reader, w io.Writer) error {
	var buf []byte
	for a, err := range article.ReadLines(r) {
		if err != nil {
			return err
		}
		a.MapText(vn.Normalize)
		if buf, err = a.AppendJSON(buf[:0]); err != nil {
			return err
		}
		buf = append(buf, '\n')
		if _, err = w.Write(buf); err != nil {
			return err
		}
	}
	return nil
}

// flatJob is the same job on encoding/json and x/text.
func flatJob(r io.Reader, w io.Writer) error {
	dec, enc := json.NewDecoder(r), json.NewEncoder(w)
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
}

var lineJobs = []struct {
	name string
	run  func(r io.Reader, w io.Writer) error
}{
	{"toasoan", linesJob},
	{"encoding/json+norm.NFC", flatJob},
}

// newsLines returns n articles in JSON Lines, one of forty with decomposed text.
func newsLines(t testing.TB, n int) []byte {
	var out []byte
	for k, a := range news(n) {
		if k%40 == 7 {
			a.MapText(norm.NFD.String)
		}
		line, err := a.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		out = append(append(out, line...), '\n')
	}
	return out
}

// TestLines checks that both jobs do the same.
func TestLines(t *testing.T) {
	data := newsLines(t, 80)
	var want bytes.Buffer
	for i, job := range lineJobs {
		var b bytes.Buffer
		if err := job.run(bytes.NewReader(data), &b); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			want = b
		} else if !bytes.Equal(b.Bytes(), want.Bytes()) {
			t.Errorf("%s writes other lines than %s", job.name, lineJobs[0].name)
		}
	}
}

// BenchmarkLines: the job on two goroutines.
func BenchmarkLines(b *testing.B) {
	data := newsLines(b, 240)
	cut := len(data)/2 + bytes.IndexByte(data[len(data)/2:], '\n') + 1
	for _, job := range lineJobs {
		b.Run(job.name, func(b *testing.B) {
			each(b, [][]byte{data}, size, func([]byte) {
				var wg sync.WaitGroup
				for _, part := range [][]byte{data[:cut], data[cut:]} {
					wg.Go(func() {
						if err := job.run(bytes.NewReader(part), io.Discard); err != nil {
							b.Error(err)
						}
					})
				}
				wg.Wait()
			})
		})
	}
}

// copiedText returns articles as a reader copies them from their pages.
func copiedText() (list []string) {
	for _, a := range news(200) {
		list = append(list, a.PlainText())
	}
	return list
}

// BenchmarkParse: copied text to an article.
func BenchmarkParse(b *testing.B) {
	list := copiedText()
	b.Run("article.Parse", func(b *testing.B) { each(b, list, length, func(s string) { article.Parse(s) }) })
}

// BenchmarkParseLong: the same articles as one text.
func BenchmarkParseLong(b *testing.B) {
	list := []string{strings.Join(copiedText(), "\n")}
	b.Run("article.Parse", func(b *testing.B) { each(b, list, length, func(s string) { article.Parse(s) }) })
}
