package article_test

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// A ledger is what an article says, in pieces, and the places in which a line
// may have several of them.
type ledger struct {
	location *time.Location
	pieces   []*piece
	whole    map[string][]*piece // by all of their words
	lone     map[*piece]bool     // those that are only ever a whole line
	places   map[string][]*place // by the words that a piece of them begins with
	dates    []*place            // those with a date
	sources  []*piece
	owned    func(b article.Block) string // if not nil, tells decided blocks apart
	owner    string                       // of the pieces that are added
	dividers int                          // that no line carries yet; which signs they were is not kept
	dated    bool                         // the line carried last has a date of the article
}

const sourcePiece = "the source"

// labelWords returns the folded words of labels that a line of a field may
// begin with.
func labelWords(labels ...string) map[string]bool {
	m := make(map[string]bool)
	for _, s := range labels {
		for _, w := range wordsIn(s) {
			m[w.folded] = true
		}
	}
	return m
}

var (
	sourceLabels = labelWords("Theo", "Nguồn", "Nguồn tin")
	tagLabels    = labelWords("Từ khóa", "Từ khoá", "Từ khóa tìm kiếm", "Tags", "Tag", "Thẻ", "Nhãn", "Chủ đề liên quan", "Từ khóa nổi bật", "Từ khóa hot")
	dateLabels   = labelWords("Cập nhật lúc", "Ngày đăng", "Ngày phát hành", "Đăng lúc", "Gửi lúc", "Ngày cập nhật", "Xuất bản", "Thứ hai ba tư năm sáu bảy", "Chủ nhật")
	videoLabels  = labelWords("Video", "Clip", "Xem video", "Xem clip")
	bylineLabels = labelWords("Tin, ảnh, bài, video, clip và", "Thực hiện", "Nội dung", "Tổng hợp", "Thiết kế", "Trình bày", "Đồ họa", "Kỹ thuật", "Biên tập", "Biên soạn",
		"Tác giả", "Ghi", "Viết", "Dịch", "Lược dịch", "Theo", "Nguồn", "PV", "P.V", "CTV", "BTV", "Phóng viên", "Nhà báo", "ThS", "TS", "PGS", "GS", "BS", "LS", "KS")
)

// add records a piece, and returns nil if there is none.
func (l *ledger) add(what, text string) *piece {
	text = clean(vn.Form{}, text)
	return l.addPiece(&piece{what: what, text: text, words: wordsIn(text)})
}

func (l *ledger) addPiece(p *piece) *piece {
	if len(p.words) == 0 && p.time.IsZero() {
		return nil
	}
	p.has, p.owner = make([]bool, max(1, len(p.words))), l.owner
	l.pieces = append(l.pieces, p)
	if k := key(p.words); k != "" {
		l.whole[k] = append(l.whole[k], p)
	}
	return p
}

func (l *ledger) addTime(what string, t time.Time) *piece {
	return l.addPiece(&piece{what: what, time: t})
}

// addJoined records a piece that may have been joined from several lines.
func (l *ledger) addJoined(what, text string) *piece {
	p := l.add(what, text)
	if p != nil {
		p.joined = true
	}
	return p
}

// line records a text that one line has, and nothing else.
func (l *ledger) line(what, text string) {
	if p := l.add(what, text); p != nil {
		l.lone[p] = true
		l.place(nil, p)
	}
}

// place records what one line may run through.
func (l *ledger) place(labels map[string]bool, pieces ...*piece) {
	pl := &place{labels: labels}
	for _, p := range pieces {
		if p != nil {
			pl.pieces = append(pl.pieces, p)
		}
	}
	if len(pl.pieces) == 0 {
		return
	}
	first := make(map[string]bool)
	dated := false
	for _, p := range pl.pieces {
		dated = dated || !p.time.IsZero()
		for i, w := range p.words {
			if i == 0 || p.joined {
				first[w.folded] = true
			}
		}
	}
	for w := range first {
		l.places[w] = append(l.places[w], pl)
	}
	if dated {
		l.dates = append(l.dates, pl)
	}
}

// placesOf returns the places in which the line may be.
func (l *ledger) placesOf(e *entry) (places []*place) {
	seen := make(map[*place]bool)
	add := func(pls []*place) {
		for _, pl := range pls {
			if !seen[pl] {
				seen[pl] = true
				places = append(places, pl)
			}
		}
	}
	for _, w := range e.words {
		add(l.places[w.folded])
	}
	if slices.ContainsFunc(e.words, func(w word) bool { return w.folded[0]-'0' < 10 }) {
		add(l.dates)
	}
	return places
}

// article records all that an article says.
func (l *ledger) article(a *article.Article) {
	l.whole, l.lone, l.places = make(map[string][]*piece), make(map[*piece]bool), make(map[string][]*place)
	l.line("the title", a.Title)
	l.line("the kicker", a.Kicker)
	l.place(nil, l.addJoined("the section", a.Section))
	for s := range strings.SplitSeq(a.Source, ", ") {
		if p := l.add(sourcePiece, s); p != nil {
			l.sources = append(l.sources, p)
		}
	}
	head := slices.Concat(l.sources, []*piece{l.add("the dateline", a.Dateline), l.add("the lead", a.Lead.PlainText())})
	l.place(nil, head...)
	l.place(sourceLabels, l.sources...)
	l.place(dateLabels, l.addTime("the date", a.Published), l.addTime("the date of the change", a.Modified))
	l.byline(a.Byline)
	var tags []*piece
	for _, tag := range a.Tags {
		tags = append(tags, l.add("the tag", tag))
	}
	l.place(tagLabels, tags...)
	l.blocks(a.Body)
	for _, b := range a.Related {
		if b != nil {
			l.links(b)
		}
	}
}

// byline records authors. A role is printed once for all that share it, and
// may be before or behind them.
func (l *ledger) byline(authors []article.Author) {
	labels := make(map[string]bool)
	for w := range bylineLabels {
		labels[w] = true
	}
	var pieces []*piece
	for _, author := range authors {
		pieces = append(pieces, l.add("the author", author.Name))
		for w := range labelWords(author.Role) {
			labels[w] = true
		}
	}
	l.place(labels, slices.Concat(pieces, l.sources)...)
}

func (l *ledger) blocks(bs article.Blocks) {
	for _, b := range bs {
		if l.owned != nil && l.owner == "" {
			l.owner = l.owned(b)
			l.block(b)
			l.owner = ""
			continue
		}
		l.block(b)
	}
}

func (l *ledger) block(b article.Block) {
	if isNil(b) {
		return
	}
	switch b := b.(type) {
	case *article.Paragraph:
		l.line("a paragraph", b.Text.PlainText())
	case *article.Heading:
		l.line("a heading", b.Text.PlainText())
	case *article.Figure:
		l.figure(b)
	case *article.Gallery:
		l.caption(nil, b.Caption)
		for _, f := range b.Figures {
			l.figure(f)
		}
	case *article.Quote:
		l.blocks(b.Body)
		l.line("the source of a quotation", b.Cite.PlainText())
	case *article.List:
		l.list(b)
	case *article.Table:
		l.table(b)
	case *article.Box:
		l.line("the title of a box", b.Title)
		l.blocks(b.Body)
	case *article.LinkBlock:
		l.links(b)
	case *article.Embed:
		l.place(videoLabels, l.add("the title of an embed", b.Title), l.add("the address of an embed", b.URL))
	case *article.Correction:
		l.place(dateLabels, l.add("the title of a correction", b.Title), l.addTime("the date of a correction", b.Published))
		l.line("a false statement", b.Statement.PlainText())
		var pieces []*piece
		for _, text := range lines(b.Text) {
			if p := l.add("a correction", text); p != nil {
				l.lone[p] = true
				pieces = append(pieces, p)
			}
		}
		l.place(nil, pieces...) // a line of a draft may have breaks of its own
	case *article.Divider:
		l.dividers++
	}
}

func isNil(b article.Block) bool { return b == nil || reflect.ValueOf(b).IsNil() }

func (l *ledger) figure(f *article.Figure) {
	if f != nil {
		l.caption(l.add("the alternative text", f.Image.Alt), f.Caption)
	}
}

func (l *ledger) caption(alt *piece, c article.Caption) {
	l.place(nil, alt, l.add("the caption", c.Text.PlainText()), l.addJoined("the credit", c.Credit.Text))
}

func (l *ledger) list(b *article.List) {
	for i, item := range b.Items {
		number := map[string]bool{strconv.Itoa(i + 1): b.Ordered}
		for _, x := range item {
			if text, ok := x.(*article.Paragraph); ok {
				l.place(number, l.add("the entry of a list", text.Text.PlainText()))
			} else {
				l.block(x)
			}
		}
	}
}

func (l *ledger) table(b *article.Table) {
	l.line("the caption of a table", b.Caption.PlainText())
	for _, row := range b.Rows {
		var cells []*piece
		for _, c := range row {
			cells = append(cells, l.add("a cell", c.Text.PlainText()))
		}
		l.place(nil, cells...)
	}
}

// links records a block of links. Its label may stand on the line of the first
// one, and a date on the line of its link or on its own.
func (l *ledger) links(b *article.LinkBlock) {
	label := l.add("the label of links", b.Label)
	l.place(nil, label)
	for _, link := range b.Links {
		date := l.addTime("the date of a link", link.Published)
		l.place(nil, label, l.add("the title of a link", link.Title), date)
		l.place(dateLabels, date)
	}
}

// lines returns the texts between the breaks.
func lines(in article.Inlines) (texts []string) {
	var line article.Inlines
	for _, x := range append(in[:len(in):len(in)], article.Break{}) {
		if _, ok := x.(article.Break); ok {
			texts = append(texts, line.PlainText())
			line = nil
			continue
		}
		line = append(line, x)
	}
	return texts
}
