package article_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/toasoan/toasoan/article"
)

// A generator makes random articles: every kind, nested, with unknown
// members everywhere. What it makes is in the form the decoder gives, so that
// a round trip must return it as it was.
type generator struct {
	*rand.Rand
	depth int
}

func newGenerator(seed uint64) *generator {
	return &generator{Rand: rand.New(rand.NewPCG(seed, 0x1d872b41))}
}

var generatedTexts = []string{
	"", "a", "Cầu mới", "Sáng 23-11, ông nói: \"Nước đã về\".", "dấu \\ và / và \t và \n", "</script><!-- & -->", "\u2028\u2029",
	"cá\u0301i 😀 𠮷 \u0000 \u007f \ufffd \ufeff", "null", "{\"type\":\"paragraph\"}", "Ảnh: Minh Anh/TTXVN", "một đoạn dài hơn mười sáu byte, không có gì đặc biệt",
}

func (g *generator) str() string {
	s := generatedTexts[g.IntN(len(generatedTexts))]
	if g.IntN(3) == 0 {
		s += fmt.Sprint(" ", g.IntN(1000), generatedTexts[g.IntN(len(generatedTexts))])
	}
	return s
}

var generatedValues = []string{
	`1e2`, `2.50`, `-0.0`, `1E+400`, `123456789012345678901234567890`, `null`, `true`, `false`, `"x"`, `"\u0000\/é"`, `[]`, `{}`,
	`[1,[2,[3.0]],{"b":null,"a":1e2}]`, `{"type":"paragraph","text":[{}]}`, `"\u003c/script\u003e"`,
}

func (g *generator) extra() article.Extra {
	if g.IntN(3) > 0 {
		return nil
	}
	x := make(article.Extra)
	for range 1 + g.IntN(3) {
		x["x-"+g.str()] = json.RawMessage(generatedValues[g.IntN(len(generatedValues))])
	}
	if g.IntN(20) == 0 { // more names than the decoder compares one by one
		for i := range 40 {
			x[fmt.Sprint("x", i)] = json.RawMessage(fmt.Sprint(i, ".0"))
		}
	}
	return x
}

// some returns a short length, 0 at the greatest depth.
func (g *generator) some() int {
	if g.depth > 3 {
		return 0
	}
	return g.IntN(4)
}

func (g *generator) time() time.Time {
	if g.IntN(2) == 0 {
		return time.Time{}
	}
	zone := time.FixedZone("", 60*(g.IntN(2*23*60)-23*60))
	return time.Unix(g.Int64N(2e9), g.Int64N(2)*g.Int64N(1e9)).In(zone)
}

func (g *generator) inlines() article.Inlines {
	g.depth++
	defer func() { g.depth-- }()
	var in article.Inlines
	for range g.some() {
		switch g.IntN(8) {
		case 0:
			in = append(in, &article.Emph{Text: g.inlines(), Extra: g.extra()})
		case 1:
			in = append(in, &article.Strong{Text: g.inlines(), Extra: g.extra()})
		case 2:
			in = append(in, &article.Link{URL: g.str(), Text: g.inlines(), Extra: g.extra()})
		case 3:
			in = append(in, &article.Span{Lang: "en", Role: g.str(), Text: g.inlines(), Extra: g.extra()})
		case 4:
			in = append(in, article.Break{})
		case 5:
			in = append(in, &article.Unknown{Type: "x-note", Raw: g.raw("x-note")})
		default:
			if s := g.str(); s != "" {
				in = append(in, article.Text(s))
			}
		}
	}
	return in
}

// raw returns an object of a type, which is not always its first member.
func (g *generator) raw(kind string) json.RawMessage {
	value := generatedValues[g.IntN(len(generatedValues))]
	if g.IntN(2) == 0 {
		return json.RawMessage(fmt.Sprintf(`{"type":%q,"a": %s}`, kind, value))
	}
	return json.RawMessage(fmt.Sprintf(`{"a" :%s,"type":%q}`, value, kind))
}

func (g *generator) image() article.Image {
	m := article.Image{URL: g.str(), Alt: g.str(), Width: g.IntN(3) * 640, Height: -g.IntN(2), Extra: g.extra()}
	for range g.some() {
		m.Sources = append(m.Sources, article.Rendition{URL: g.str(), Width: g.IntN(2000), Extra: g.extra()})
	}
	return m
}

func (g *generator) preview() *article.Image {
	if g.IntN(2) == 0 {
		return nil
	}
	m := g.image()
	m.URL = "/anh.jpg" // an image without members is none
	return &m
}

func (g *generator) caption() article.Caption {
	c := article.Caption{Text: g.inlines(), Extra: g.extra()}
	c.Credit = article.Credit{Text: g.str(), Source: g.str(), Extra: g.extra()}
	for range g.some() {
		c.Credit.People = append(c.Credit.People, g.str())
	}
	return c
}

func (g *generator) figure() *article.Figure {
	return &article.Figure{Image: g.image(), Caption: g.caption(), Extra: g.extra()}
}

func (g *generator) links() *article.LinkBlock {
	b := &article.LinkBlock{Kind: article.LinkKind(g.str()), Label: g.str(), Extra: g.extra()}
	for range g.some() {
		b.Links = append(b.Links, article.RelatedLink{Title: g.str(), URL: g.str(), Published: g.time(), Image: g.preview(), Extra: g.extra()})
	}
	return b
}

func (g *generator) blocks() article.Blocks {
	g.depth++
	defer func() { g.depth-- }()
	var bs article.Blocks
	for range g.some() + g.some() {
		bs = append(bs, g.block())
	}
	return bs
}

func (g *generator) block() article.Block {
	switch g.IntN(14) {
	case 0:
		return &article.Heading{Level: g.IntN(9) - 1, Text: g.inlines(), Extra: g.extra()}
	case 1:
		return g.figure()
	case 2:
		b := &article.Gallery{Caption: g.caption(), Extra: g.extra()}
		for range g.some() {
			b.Figures = append(b.Figures, g.figure())
		}
		return b
	case 3:
		return &article.Quote{Body: g.blocks(), Cite: g.inlines(), URL: g.str(), Extra: g.extra()}
	case 4:
		b := &article.List{Ordered: g.IntN(2) == 0, Extra: g.extra()}
		for range g.some() {
			b.Items = append(b.Items, g.blocks())
		}
		return b
	case 5:
		return g.table()
	case 6:
		return &article.Box{Title: g.str(), Body: g.blocks(), Extra: g.extra()}
	case 7:
		return g.links()
	case 8:
		return &article.Embed{Provider: g.str(), URL: g.str(), Title: g.str(), Image: g.preview(), Extra: g.extra()}
	case 9:
		return &article.Correction{Title: g.str(), Published: g.time(), Statement: g.inlines(), Text: g.inlines(), Extra: g.extra()}
	case 10:
		return &article.Divider{Extra: g.extra()}
	case 11:
		return &article.Unknown{Type: "x-poll", Raw: g.raw("x-poll")}
	}
	return &article.Paragraph{Text: g.inlines(), Extra: g.extra()}
}

func (g *generator) table() *article.Table {
	b := &article.Table{Caption: g.inlines(), Extra: g.extra()}
	for range g.some() {
		var row []article.Cell
		for range g.some() {
			row = append(row, article.Cell{Text: g.inlines(), Header: g.IntN(2) == 0, Extra: g.extra()})
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

func (g *generator) article() *article.Article {
	a := &article.Article{
		ID: g.str(), URL: g.str(), Slug: g.str(), Lang: g.str(), Section: g.str(), Kicker: g.str(), Title: g.str(), Lead: g.inlines(),
		Dateline: g.str(), Source: g.str(), Published: g.time(), Modified: g.time(), Body: g.blocks(), Extra: g.extra(),
	}
	for range g.some() {
		a.Byline = append(a.Byline, article.Author{Name: g.str(), Role: g.str(), Organization: g.IntN(2) == 0, Extra: g.extra()})
		a.Tags = append(a.Tags, g.str())
		a.Related = append(a.Related, g.links())
	}
	return a
}
