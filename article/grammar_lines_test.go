package article_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

// A chooser makes the choices of the grammar: a random source in the tests, the
// bytes of the input in the fuzz targets.
type chooser interface{ IntN(n int) int }

// newChooser returns the source of a page: of the same seed always the same.
func newChooser(seed uint64) chooser { return rand.New(rand.NewPCG(seed, 0x6c75615f)) }

// bytesChooser chooses by bytes, and always the first once they are used up.
type bytesChooser struct{ data []byte }

func (c *bytesChooser) IntN(n int) int {
	if len(c.data) == 0 {
		return 0
	}
	b := int(c.data[0])
	c.data = c.data[1:]
	if n > 256 && len(c.data) > 0 {
		b = b<<8 | int(c.data[0])
		c.data = c.data[1:]
	}
	return b % n
}

// A pageLine is a line of a page, with what the grammar knows about it.
type pageLine struct {
	text   string
	kind   string
	part   string   // of the page: head, title, below, body, ending or tail
	values []string // names of a byline, the source of a source line, the title of a link
	joined bool     // no blank line stands before it
}

// A speaker makes lines.
type speaker struct {
	chooser
	said int // numbers that were used, so that no two sentences are the same
}

func one[T any](g chooser, list []T) T { return list[g.IntN(len(list))] }

// chance reports true once in n times.
func (g *speaker) chance(n int) bool { return g.IntN(n) == n-1 }

// number returns another number each time.
func (g *speaker) number() int {
	g.said++
	return 10 + g.said*7 + g.IntN(5)
}

// person returns a name of two to four syllables.
func (g *speaker) person() string {
	return one(g, grammarSurnames) + " " + one(g, grammarMiddle) + one(g, grammarGiven)
}

func (g *speaker) author() string {
	if g.chance(2) {
		return one(g, grammarPennames)
	}
	return g.person()
}

// clause returns a clause that no other one is, without a full stop.
func (g *speaker) clause() string {
	detail := one(g, grammarDetails)
	if strings.Contains(detail, "%d") {
		detail = fmt.Sprintf(detail, g.number())
	} else {
		detail = fmt.Sprintf("ở ấp %d, %s", g.number(), detail)
	}
	return one(g, grammarSubjects) + " " + one(g, grammarVerbs) + " " + one(g, grammarObjects) + " " + detail
}

func (g *speaker) sentence() string {
	opening, clause := one(g, grammarOpenings), g.clause()
	if opening != "" {
		r, n := utf8.DecodeRuneInString(clause)
		clause = strings.ToLower(string(r)) + clause[n:]
	}
	return opening + clause + "."
}

// paragraph returns a text of more than 210 characters, which is plainly text.
func (g *speaker) paragraph() string {
	s := g.sentence()
	for utf8.RuneCountInString(s) <= 210 {
		s += " " + g.sentence()
	}
	return s
}

// title returns a headline of more than 25 characters.
func (g *speaker) title() string { return one(g, grammarPlaces) + ": " + g.clause() }

func (g *speaker) shortTitle() string {
	s := one(g, grammarObjects)
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}

func (g *speaker) caption() string {
	return fmt.Sprintf(one(g, grammarCaptions), one(g, grammarPlaces)) + fmt.Sprintf(" ngày %d", g.number())
}

// near returns the line with another wording, so that the two are near-equal.
func near(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:len(words)-2], " ") + " vào " + strings.Join(words[len(words)-2:], " ")
}

func (g *speaker) credit() string {
	return one(g, []string{
		"Ảnh: " + g.author(), "Ảnh: " + g.author() + "/" + one(g, grammarAgencies), "(Ảnh: " + one(g, grammarAgencies) + ")", "Ảnh: CTV",
		"Nguồn ảnh: " + one(g, grammarPapers), "Ảnh minh họa: " + one(g, grammarAgencies), "(Ảnh " + one(g, []string{"TTXVN", "AFP", "VGP"}) + ")", "Đồ họa: " + g.author(), "Ảnh: NVCC",
	})
}

// date returns a date and, mostly, a time, in one of the forms that
// vn.ParseTime reads.
func (g *speaker) date() string {
	d, m, y := 1+g.IntN(28), 1+g.IntN(12), 2024+g.IntN(3)
	hour, minute := g.IntN(24), g.IntN(60)
	return one(g, []string{
		fmt.Sprintf("%d/%d/%d %02d:%02d", d, m, y, hour, minute), fmt.Sprintf("%02d-%02d-%d - %02d:%02d", d, m, y, hour, minute),
		fmt.Sprintf("%02d:%02d, %d/%d/%d", hour, minute, d, m, y), fmt.Sprintf("%02d:%02d | %02d/%02d/%d", hour, minute, d, m, y),
		fmt.Sprintf("%d/%d/%d", d, m, y), fmt.Sprintf("ngày %d tháng %d năm %d", d, m, y), fmt.Sprintf("%d/%d/%d, %02d:%02d (GMT+7)", d, m, y, hour, minute),
		fmt.Sprintf("%02d:%02d Ngày %02d/%02d/%d", hour, minute, d, m, y), fmt.Sprintf("%d-%02d-%02dT%02d:%02d:00+07:00", y, m, d, hour, minute),
	})
}

// line returns a line of the kind.
func line(kind, text string, values ...string) []pageLine {
	return []pageLine{{text: text, kind: kind, values: values}}
}

// Productions of what stands in the text of a page. Each makes the lines of
// one thing.
var bodyProductions = []func(g *speaker) []pageLine{
	func(g *speaker) []pageLine { return line("paragraph", g.paragraph()) },
	func(g *speaker) []pageLine { return line("paragraph", g.paragraph()) },
	func(g *speaker) []pageLine { return line("paragraph", g.paragraph()) },
	func(g *speaker) []pageLine { return line("sentence", g.sentence()) },
	func(g *speaker) []pageLine { return line("saying", fmt.Sprintf(one(g, grammarSayings), g.person())) },
	func(g *speaker) []pageLine { return line("caption", g.caption()) },
	func(g *speaker) []pageLine { return line("caption", g.caption()+".") },
	func(g *speaker) []pageLine { return line("phrase", one(g, grammarCaptionPhrases)) },
	func(g *speaker) []pageLine { return line("caption", g.caption()+". "+g.credit()) },
	func(g *speaker) []pageLine { // the same caption twice, or with its credit the second time
		s := g.caption() + "."
		return append(line("caption", s), line("caption", s+one(g, []string{"", "", " " + g.credit()}))...)
	},
	func(g *speaker) []pageLine { // the stale and the edited caption
		s, credit := g.caption(), one(g, []string{"", " " + g.credit()})
		return append(line("caption", s+"."+credit), line("caption", near(s)+"."+one(g, []string{"", credit}))...)
	},
	func(g *speaker) []pageLine { // a credit on two lines
		name := g.author()
		return append(line("open credit", g.caption()+". "+one(g, []string{"Ảnh:", "(Ảnh:", "Nguồn:"})), line("credit name", name, name)...)
	},
	func(g *speaker) []pageLine { return line("credit", g.credit()) },
	func(g *speaker) []pageLine {
		return append(line("caption", g.caption()), line("credit", g.credit())...)
	},
	func(g *speaker) []pageLine { // a label alone, and the agency below
		first := line("bare media", one(g, []string{"Video:", "Đồ họa:", "Clip:", "Video", "Infographic", "Ảnh:"}))
		if g.chance(2) {
			return first
		}
		return append(first, line("agency", one(g, grammarAgencies))...)
	},
	func(g *speaker) []pageLine {
		title := g.clause()
		return line("video", one(g, []string{"Video: ", "Clip: "})+title, title)
	},
	func(g *speaker) []pageLine {
		url := fmt.Sprintf("https://example.vn/video/%d.html", g.number())
		return line("video", one(g, []string{"Video: ", "Clip: "})+url, url)
	},
	func(g *speaker) []pageLine { return line("crosshead", one(g, grammarCrossheads)) },
	func(g *speaker) []pageLine { // a list
		n, mark := 2+g.IntN(4), one(g, []string{"-", "•", "+", "*", "1"})
		var list []pageLine
		for i := range n {
			prefix := mark
			if mark == "1" {
				prefix = fmt.Sprintf("%d.", i+1)
			}
			list = append(list, line("entry", prefix+" "+g.clause()+one(g, []string{"", ".", ";"}))...)
		}
		return list
	},
	func(g *speaker) []pageLine { // a poem with a refrain
		refrain := one(g, grammarVerses)
		list := line("verse", refrain)
		for i := range 2 + g.IntN(4) {
			list = append(list, line("verse", grammarVerses[(i+g.IntN(2))%len(grammarVerses)])...)
		}
		return append(list, line("verse", refrain)...)
	},
	func(g *speaker) []pageLine { // results
		var list []pageLine
		for range 2 + g.IntN(4) {
			list = append(list, line("result", one(g, grammarResults))...)
		}
		return list
	},
	func(g *speaker) []pageLine { return line("phone", fmt.Sprintf(one(g, grammarPhones), g.IntN(1000))) },
	func(g *speaker) []pageLine { return line("table head", one(g, grammarTableHeads)) },
	func(g *speaker) []pageLine {
		title := g.title()
		return line("inline link", one(g, []string{"Xem thêm: ", "Đọc thêm: ", "Mời bạn đọc xem thêm: ", "Tin liên quan: "})+title, title)
	},
	func(g *speaker) []pageLine {
		title := g.title()
		return line("inline link", one(g, []string{">> ", ">>", "» ", ">>> "})+title, title)
	},
	func(g *speaker) []pageLine { // an interview
		return append(line("turn", "PV: "+one(g, []string{"Thưa ông, vì sao dự án chậm?", "Bà con được hỗ trợ gì?"})), line("paragraph", g.paragraph())...)
	},
	func(g *speaker) []pageLine { return line("signs", one(g, grammarRepeatables)) },
	func(g *speaker) []pageLine { // a box or a correction
		label := one(g, []string{"Thông tin thêm", "Bạn cần biết", "Đính chính", "Thông tin cải chính, xin lỗi", "Ghi chú", "Lời tòa soạn"})
		list := line("box label", label)
		for range 1 + g.IntN(2) {
			list = append(list, line("boxed", g.sentence())...)
		}
		return list
	},
	func(g *speaker) []pageLine { return line("odd date", one(g, grammarOddDates)) },
	func(g *speaker) []pageLine { return line("name", g.author()) },
	func(g *speaker) []pageLine { x := one(g, grammarAgencies); return line("source", "Theo "+x, x) },
}

// Productions of what stands at the end of a text.
var endingProductions = []func(g *speaker) []pageLine{
	func(g *speaker) []pageLine { name := g.author(); return line("name", name, name) },
	func(g *speaker) []pageLine { name := g.author(); return line("name", name, name) },
	func(g *speaker) []pageLine { // a labelled byline
		a, b := g.author(), g.author()
		label := one(g, []string{"Tin, ảnh: ", "Bài, ảnh: ", "Bài và ảnh: ", "Thực hiện: ", "Tin: ", "Bài: ", "Tin - ảnh: ", "Tổng hợp: ", "Tác giả: "})
		if g.chance(2) {
			return line("byline", label+a, a)
		}
		return line("byline", label+a+one(g, []string{", ", " - ", " và ", " & "})+b, a, b)
	},
	func(g *speaker) []pageLine {
		name := g.author()
		return line("byline", name+one(g, []string{" (tổng hợp)", " (lược dịch)", " (ghi)", " (t/h)"}), name)
	},
	func(g *speaker) []pageLine { // names without a label
		a, b := g.author(), g.author()
		return line("byline", a+one(g, []string{" - ", ", ", " – "})+b, a, b)
	},
	func(g *speaker) []pageLine {
		name := g.author()
		return line("byline", one(g, []string{"PV ", "ThS "})+name, name)
	},
	func(g *speaker) []pageLine { // with an agency
		name, x := g.author(), one(g, grammarAgencies)
		return line("agency byline", name+one(g, []string{"/" + x, " (Theo " + x + ")", " (" + x + ")"}), name, x)
	},
	func(g *speaker) []pageLine {
		name, x := g.author(), one(g, grammarAgencies)
		return line("agency byline", one(g, []string{"Tin, ảnh: ", "Bài: "})+name+"/"+x, name, x)
	},
	func(g *speaker) []pageLine { desk := one(g, grammarDesks); return line("desk", desk, desk) },
	func(g *speaker) []pageLine { x := one(g, grammarAgencies); return line("source", "Theo "+x, x) },
	func(g *speaker) []pageLine { x := one(g, grammarPapers); return line("source", "Theo "+x, x) },
	func(g *speaker) []pageLine {
		x := one(g, grammarAgencies)
		return line("source", one(g, []string{"(Theo " + x + ")", "Nguồn: " + x, "(" + x + ")", "(" + x + "/Vietnam+)"}), x)
	},
	func(g *speaker) []pageLine { x := one(g, grammarAgencies); return line("agency", x, x) },
	func(g *speaker) []pageLine { // tags
		a, b := one(g, grammarTags), one(g, grammarTags)
		return line("tags", one(g, []string{"Từ khóa: ", "Tags: ", "Từ khoá: ", "Thẻ: "})+a+", "+b, a, b)
	},
	func(g *speaker) []pageLine { return line("credit", g.credit()) },
	func(g *speaker) []pageLine {
		return append(line("caption", g.caption()), line("credit", g.credit())...)
	},
	func(g *speaker) []pageLine { title := g.title(); return line("inline link", ">> "+title, title) },
	func(g *speaker) []pageLine {
		title := g.title()
		return line("inline link", "Xem thêm: "+title, title)
	},
	func(g *speaker) []pageLine { return line("date", g.date()) },
	func(g *speaker) []pageLine {
		return line("meta", one(g, []string{"Cập nhật: ", "Cập nhật lúc ", "Ngày đăng: ", "Đăng lúc "})+g.date())
	},
	func(g *speaker) []pageLine { return line("count", fmt.Sprintf("%d lượt xem", g.number())) },
	func(g *speaker) []pageLine { title := g.clause(); return line("video", "Video: "+title, title) },
	func(g *speaker) []pageLine { return line("phrase", one(g, grammarCaptionPhrases)) },
}
