package article_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn/charset"
)

// A newsPage is a page that the grammar made.
type newsPage struct {
	lines      []pageLine
	composed   bool   // in the order of a page; else its lines are shuffled
	separated  bool   // blank lines separate its lines, but for the joined ones
	transform  string // what was done to the text
	end        string // of a line
	duplicates bool   // a line of it was copied to another place
}

// newPage returns the page that the choices make.
func newPage(c chooser) *newsPage {
	g := &speaker{chooser: c}
	p := &newsPage{composed: !g.chance(5), separated: !g.chance(4)}
	if p.composed {
		p.compose(g)
	} else {
		p.shuffle(g)
	}
	if p.duplicates = g.chance(6); p.duplicates {
		from, to := g.IntN(len(p.lines)), g.IntN(len(p.lines)+1)
		copied := p.lines[from]
		p.lines = append(p.lines[:to:to], append([]pageLine{copied}, p.lines[to:]...)...)
	}
	p.transform = one(g, pageTransforms)
	p.end = one(g, []string{"\n", "\n", "\n", "\n", "\r\n", "\r"})
	return p
}

// add appends lines to a part of the page.
func (p *newsPage) add(part string, lines []pageLine) {
	for _, l := range lines {
		l.part = part
		p.lines = append(p.lines, l)
	}
}

// compose makes a page from top to bottom.
func (p *newsPage) compose(g *speaker) {
	for range g.IntN(4) {
		p.add("head", one(g, headProductions)(g))
	}
	p.title(g)
	for range g.IntN(4) {
		p.add("below", one(g, belowProductions)(g))
	}
	for range 1 + g.IntN(7) {
		p.add("body", one(g, bodyProductions)(g))
	}
	if g.IntN(4) > 0 {
		p.add("body", line("paragraph", g.paragraph()))
	}
	for range g.IntN(4) {
		p.add("ending", one(g, endingProductions)(g))
	}
	for range g.IntN(5) {
		p.add("tail", one(g, tailProductions)(g))
	}
}

// title adds the title, and a line that is joined to it.
func (p *newsPage) title(g *speaker) {
	switch {
	case len(p.lines) == 0 && g.chance(12):
		p.add("title", line("title", one(g, []string{"Ảnh: ", "Video: ", "Infographic: ", "Clip: "})+g.clause()))
	case g.chance(12):
		p.add("title", line("title", g.clause()+one(g, []string{" / ", " > "})+g.shortTitle()))
	case g.chance(8):
		p.add("title", line("short title", g.shortTitle()))
	default:
		p.add("title", line("title", g.title()))
	}
	if g.chance(3) {
		s := g.caption()
		joined := one(g, [][]pageLine{
			line("joined caption", s, s),
			line("joined caption", s+". "+g.credit(), s),
			append(line("joined caption", s+".", s), line("caption", s+".")...),
			line("joined sentence", g.sentence()),
		})
		joined[0].joined = true
		p.add("below", joined)
	}
}

// shuffle makes a page of lines in any order.
func (p *newsPage) shuffle(g *speaker) {
	all := [][]func(*speaker) []pageLine{headProductions, belowProductions, bodyProductions, endingProductions, tailProductions}
	for range 1 + g.IntN(12) {
		if g.chance(8) {
			p.add("", line("title", g.title()))
			continue
		}
		for _, l := range one(g, one(g, all))(g) {
			if !g.chance(10) {
				p.add("", []pageLine{l})
			}
		}
	}
	if len(p.lines) == 0 {
		p.add("", line("title", g.title()))
	}
}

// Productions of what stands above the title.
var headProductions = []func(g *speaker) []pageLine{
	func(g *speaker) []pageLine { s := one(g, grammarSections); return line("section", s, s) },
	func(g *speaker) []pageLine { return line("date", g.date()) },
	func(g *speaker) []pageLine { return line("odd date", one(g, grammarOddDates)) },
	func(g *speaker) []pageLine {
		s := one(g, grammarSections)
		return line("breadcrumb", "Trang chủ"+one(g, []string{" > ", " / ", " › ", " » "})+s, s)
	},
	func(g *speaker) []pageLine {
		a, s := one(g, grammarSections), one(g, grammarSections)
		return line("breadcrumb", "Trang chủ > "+a+" > "+s, s)
	},
	func(g *speaker) []pageLine { // two crumbs of a path
		return append(line("crumb", one(g, grammarSections)), line("crumb", one(g, grammarSections))...)
	},
	func(g *speaker) []pageLine { return line("label", one(g, labelsOf("nav"))) },
	func(g *speaker) []pageLine { return line("label", one(g, labelsOf("share"))) },
	func(g *speaker) []pageLine { return line("label", one(g, labelsOf("tool"))) },
	func(g *speaker) []pageLine { return line("meta", "Cập nhật: "+g.date()) },
}

// Productions of what stands between the title and the text.
var belowProductions = []func(g *speaker) []pageLine{
	func(g *speaker) []pageLine { return line("date", g.date()) },
	func(g *speaker) []pageLine { return line("odd date", one(g, grammarOddDates)) },
	func(g *speaker) []pageLine {
		return line("meta", one(g, []string{"Cập nhật lúc ", "Ngày đăng: "})+g.date())
	},
	func(g *speaker) []pageLine { return line("count", fmt.Sprintf("%d lượt xem", g.number())) },
	func(g *speaker) []pageLine { name := g.author(); return line("head name", name, name) },
	func(g *speaker) []pageLine {
		name := g.author()
		return line("byline", one(g, []string{"Tác giả: ", "Bài: ", "Thực hiện: "})+name, name)
	},
	func(g *speaker) []pageLine { return line("lead", g.sentence()+" "+g.sentence()) },
	func(g *speaker) []pageLine { // a tag that is in every list
		tag, lead := one(g, []string{"TTXVN", "Chinhphu.vn", "ĐCSVN", "PLO", "Dân trí"}), g.sentence()+" "+g.sentence()
		return line("tagged lead", "("+tag+") - "+lead, tag, lead)
	},
	func(g *speaker) []pageLine { // one that has the shape alone
		tag, lead := one(g, []string{"BKTO", "CTTĐT", "HNMO", "VHO", "NTNN"}), g.sentence()+" "+g.sentence()
		return line("tagged lead", one(g, []string{tag + " - ", "(" + tag + ") - ", tag + " – "})+lead, tag, lead)
	},
	func(g *speaker) []pageLine {
		place, lead := one(g, grammarPlaces), g.sentence()+" "+g.sentence()
		return line("dateline lead", place+", ngày 23-11 - "+lead, place, lead)
	},
	func(g *speaker) []pageLine { return line("place lead", "TP.HCM - "+g.sentence()+" "+g.sentence()) },
	func(g *speaker) []pageLine { // a meta description beside the first paragraph
		s := g.sentence() + " " + g.sentence()
		return append(line("variant", s), line("variant", near(s))...)
	},
	func(g *speaker) []pageLine { // a lead that the text repeats
		s := g.sentence() + " " + g.sentence()
		return append(line("repeated", s), append(line("paragraph", g.paragraph()), line("repeated", s)...)...)
	},
	func(g *speaker) []pageLine { return line("caption", g.caption()+". "+g.credit()) },
	func(g *speaker) []pageLine {
		s := g.caption() + "."
		return append(line("caption", s), line("caption", s)...)
	},
}

// grammarLabels returns the printed labels by their class.
var grammarLabels = sync.OnceValue(func() map[string][]string {
	data, err := os.ReadFile("labels.tsv")
	if err != nil {
		panic(err)
	}
	m := make(map[string][]string)
	for row := range strings.Lines(string(data)) {
		name, rest, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
		class, _, _ := strings.Cut(rest, "\t")
		if !strings.HasPrefix(row, "#") && class != "" {
			class = strings.ReplaceAll(class, "_", "-")
			m[class] = append(m[class], name)
		}
	}
	return m
})

func labelsOf(class string) []string { return grammarLabels()[class] }

// The classes of labels of links, and the others.
var (
	linkClasses = []string{"related", "same-section", "other", "latest", "popular", "recommended", "newer", "older", "topic"}

	otherClasses = []string{
		"comments", "comment-form", "share", "tool", "nav", "ad", "follow", "footer-legal", "widget", "meta", "tags", "box", "correction",
	}
)

// TestGrammarClasses holds the grammar to know every class of labels.tsv.
func TestGrammarClasses(t *testing.T) {
	for class := range grammarLabels() {
		if class != "section" && !slices.Contains(linkClasses, class) && !slices.Contains(otherClasses, class) {
			t.Errorf("the grammar has no labels of class %s", class)
		}
	}
}

// linkLabels can be nothing but a label of links.
var linkLabels = []string{"Tin liên quan", "Các tin khác", "Xem nhiều nhất", "Tin cùng chuyên mục", "Có thể bạn quan tâm", "Tin mới hơn", "Các tin cũ hơn"}

// Productions of what stands below the text.
var tailProductions = []func(g *speaker) []pageLine{
	func(g *speaker) []pageLine { return links(g, one(g, linkLabels)) },
	func(g *speaker) []pageLine { return links(g, one(g, linkLabels)) },
	func(g *speaker) []pageLine {
		return links(g, one(g, labelsOf(one(g, linkClasses)))+one(g, []string{"", ":", " (5)", " »", "…"}))
	},
	func(g *speaker) []pageLine {
		list := line("label", one(g, labelsOf(one(g, otherClasses)))+one(g, []string{"", ":", " (12)"}))
		for range g.IntN(3) {
			list = append(list, line("labelled", g.clause())...)
		}
		return list
	},
	func(g *speaker) []pageLine { return line("footer", one(g, grammarFooters)) },
	func(g *speaker) []pageLine {
		return append(line("footer", one(g, grammarFooters)), line("footer", one(g, grammarFooters))...)
	},
	func(g *speaker) []pageLine { return line("count", fmt.Sprintf("(%d)", g.number())) },
	func(g *speaker) []pageLine { return line("label", "Mới nhất | Quan tâm nhất") },
	func(g *speaker) []pageLine { x := one(g, grammarAgencies); return line("tail source", "Theo "+x, x) },
	func(g *speaker) []pageLine {
		a, b := one(g, grammarTags), one(g, grammarTags)
		return line("tags", "Từ khóa: "+a+", "+b, a, b)
	},
}

// links returns a label with links below it.
func links(g *speaker, label string) []pageLine {
	list := line("link label", label)
	for range g.IntN(5) {
		title := g.title()
		switch g.IntN(6) {
		case 0:
			title = fmt.Sprintf(one(g, grammarFooterish), one(g, grammarPlaces)+fmt.Sprint(" ", g.number()))
		case 1:
			title = fmt.Sprintf("Lịch cúp điện ở %s từ 12/8 đến 15/8/2026", one(g, grammarPlaces))
		}
		text := one(g, []string{"", "", "", ">> ", "- ", "> "}) + title + one(g, []string{"", "", "", " (" + g.date() + ")", " | 14:05 20/11/2026"})
		list = append(list, line("link", text, title)...)
		if g.chance(6) {
			list = append(list, line("link date", g.date())...)
		}
		if g.chance(8) {
			list = append(list, line("count", fmt.Sprintf("(%d)", g.number()))...)
		}
	}
	return list
}

// What may be done to the text of a page. After one of the plain ones it says
// the same as before.
var pageTransforms = []string{"", "", "", "", "", "", "NFD", "white space", "byte order mark", "invisible", "invalid", "mojibake", "UTF-16", "TCVN3", "markup"}

// encoded reports whether the page is not in the encoding that it should be in,
// or is the source of a page.
func (p *newsPage) encoded() bool {
	return slices.Contains([]string{"mojibake", "UTF-16", "TCVN3", "markup"}, p.transform)
}

func (p *newsPage) plain() bool {
	return p.transform == "" || p.transform == "NFD" || p.transform == "white space" || p.transform == "byte order mark"
}

// text returns the page as a scraper leaves it.
func (p *newsPage) text() string {
	var b strings.Builder
	if p.transform == "byte order mark" {
		b.WriteRune('\ufeff')
	}
	for i, l := range p.lines {
		if i > 0 {
			b.WriteString(p.end)
			if p.separated && !l.joined {
				b.WriteString(p.end)
			}
		}
		b.WriteString(p.transformed(i, l.text))
	}
	return b.String()
}

// transformed returns the line i as the page has it.
func (p *newsPage) transformed(i int, s string) string {
	switch p.transform {
	case "NFD":
		return norm.NFD.String(s)
	case "white space":
		return "\t " + strings.ReplaceAll(s, " ", " \u00a0") + " \u3000"
	case "invisible":
		return strings.ReplaceAll(s, "n", "n\u200b") + []string{"", "\u200b", p.end + "\u200b"}[i%3]
	case "invalid":
		return s[:len(s)/2] + "\xff" + s[len(s)/2:]
	case "mojibake": // UTF-8 read as Latin-1
		var b strings.Builder
		for i := range len(s) {
			b.WriteRune(rune(s[i]))
		}
		return b.String()
	case "UTF-16": // read as bytes, but for the ends of lines
		var b strings.Builder
		for _, r := range s {
			b.WriteByte(byte(r))
			b.WriteByte(byte(r >> 8))
		}
		return strings.NewReplacer("\n", "", "\r", "").Replace(b.String())
	case "TCVN3":
		legacy, err := charset.TCVN3.NewEncoder().String(strings.Map(inTCVN3, s))
		if err != nil {
			panic(err)
		}
		return legacy
	case "markup":
		return fmt.Sprintf(grammarMarkup[i%len(grammarMarkup)], s)
	}
	return s
}

// inTCVN3 maps what TCVN3 does not have to a question mark.
func inTCVN3(r rune) rune {
	if _, err := charset.TCVN3.NewEncoder().String(string(r)); err != nil {
		return '?'
	}
	return r
}
