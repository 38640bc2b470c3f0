package webpage

import (
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// Lengths of captions, in visible characters.
const (
	maxCaption = 600 // with evidence from the names
	maxUnnamed = 300
)

// isPicture reports whether an element is one picture, or more, with captions:
// no prose stands inside but what is called a caption, or is set as one.
func (r *reader) isPicture(i int32) bool {
	n := &r.nodes[i]
	if !n.media || n.chars > maxCaption || n.links*2 > n.chars && n.chars > 0 {
		return false
	}
	images, players := 0, 0
	for j := i; j < n.end; j++ {
		if r.nodes[j].kind == media && r.nodes[j].frame == "" {
			if isImage(&r.nodes[j]) {
				if r.nodes[j].media {
					images++
				}
			} else {
				players++
			}
		}
	}
	if images == 0 || players > 0 {
		return false
	}
	return n.DataAtom == atom.Figure || n.chars == 0 || n.chars-r.captionsIn(i) <= shortLine && r.captionIn(i) >= 0 ||
		n.chars <= maxUnnamed && (n.words&isPhoto != 0 && n.DataAtom != atom.Table || r.isPictureTable(i) || r.isSet(i))
}

// captionIn returns the outermost element inside i that is named a caption;
// -1 if there is none.
func (r *reader) captionIn(i int32) int32 {
	for j := i + 1; j < r.nodes[i].end; j++ {
		if n := &r.nodes[j]; n.kind != media && n.chars > 0 && !n.media && n.is(isCaption) {
			return j
		}
	}
	return -1
}

// captionsIn returns how many characters inside i are in elements that are
// named captions.
func (r *reader) captionsIn(i int32) (chars int32) {
	for j := i + 1; j < r.nodes[i].end; j++ {
		if n := &r.nodes[j]; !n.media && n.is(isCaption) {
			chars += n.chars
			j = n.end - 1
		}
	}
	return chars
}

// isPictureTable reports whether a table has nothing but a picture to a cell,
// and cells of text below: the captions of the time before figure.
func (r *reader) isPictureTable(i int32) bool {
	return r.nodes[i].DataAtom == atom.Table && len(r.pairs(i)) > 0
}

// isSet reports whether the text of an element is set as a caption: all of it
// in italics, small or centred.
func (r *reader) isSet(i int32) bool {
	n := &r.nodes[i]
	set := int32(0)
	for j := i + 1; j < n.end; j++ {
		switch r.nodes[j].DataAtom {
		case atom.Em, atom.I, atom.Small:
			set += r.nodes[j].chars
			j = r.nodes[j].end - 1
		}
	}
	return n.chars > 0 && set*10 >= n.chars*8
}

// isCaption reports whether the element below a picture is its caption.
func (r *reader) isCaption(i int32) bool {
	n := &r.nodes[i]
	if n.is(isCaption) && n.chars <= maxCaption {
		return true
	}
	return n.chars <= maxUnnamed && n.links == 0 && r.isSet(i) && n.DataAtom != atom.Blockquote
}

// picture reads an element that isPicture accepts.
func (r *reader) picture(i int32) bool {
	n := &r.nodes[i]
	if n.DataAtom == atom.Table {
		if pairs := r.pairs(i); len(pairs) > 0 {
			for _, pair := range pairs {
				r.pictured(pair.image, pair.text)
			}
			return true
		}
	}
	var images, captions []int32
	for j := i; j < n.end; j++ {
		m := &r.nodes[j]
		switch {
		case m.kind == media && m.media && isImage(m):
			images = append(images, j)
		case j > i && m.chars > 0 && !m.media && m.is(isCaption):
			captions = append(captions, j)
			j = m.end - 1
		}
	}
	switch {
	case len(images) == 1:
		f := &article.Figure{Image: r.image(images[0])}
		r.emit(i, f)
		if n.chars > 0 {
			r.caption(f, i)
		}
		if len(f.Caption.Text) == 0 && f.Caption.Credit.Text == "" {
			r.figure = f
		} else {
			r.figure = nil
		}
	case len(captions) == len(images):
		for k, image := range images {
			r.pictured(image, captions[k])
		}
	case n.chars == 0 && n.DataAtom != atom.Figure:
		for _, image := range images {
			r.media(image)
		}
	default:
		g := new(article.Gallery)
		for _, image := range images {
			g.Figures = append(g.Figures, &article.Figure{Image: r.image(image)})
		}
		var f article.Figure
		r.caption(&f, i)
		g.Caption = f.Caption
		r.emit(i, g)
	}
	return true
}

// pictured appends a figure with an image and the text of an element.
func (r *reader) pictured(image, text int32) {
	f := &article.Figure{Image: r.image(image)}
	r.emit(image, f)
	if text >= 0 {
		r.caption(f, text)
	}
	r.figure = nil
}

// A pair is a picture of a table and the cell of its caption, -1 if it has
// none.
type pair struct{ image, text int32 }

// pairs returns the pictures of a table with their captions: each in the same
// column of the next row. It returns none if the table has other text.
func (r *reader) pairs(i int32) (list []pair) {
	var above []int32 // in list, of the cells of the row above
	for j := i + 1; j < r.nodes[i].end; j++ {
		n := &r.nodes[j]
		if n.DataAtom != atom.Tr {
			continue
		}
		var row []int32
		column := 0
		for c := r.first(j); c < n.end; c = r.nodes[c].end {
			cell := &r.nodes[c]
			if cell.kind == text {
				continue
			}
			image := int32(-1)
			for k := c; k < cell.end; k++ {
				if r.nodes[k].DataAtom == atom.Table {
					return nil
				}
				if r.nodes[k].kind == media && r.nodes[k].media && isImage(&r.nodes[k]) {
					image = k
					break
				}
			}
			switch {
			case image >= 0:
				p := pair{image, -1}
				if cell.chars > 0 {
					p.text = c
				}
				row = append(row, int32(len(list)))
				list = append(list, p)
			case cell.chars == 0:
			case column < len(above) && list[above[column]].text < 0:
				list[above[column]].text = c
			default:
				return nil
			}
			column++
		}
		above = row
		j = n.end - 1
	}
	return list
}

// gallery reads an element that is named a gallery.
func (r *reader) gallery(i int32) bool {
	n := &r.nodes[i]
	var images []int32
	for j := i; j < n.end; j++ {
		if m := &r.nodes[j]; m.kind == media && m.media && isImage(m) && m.frame == "" {
			images = append(images, j)
		}
	}
	if len(images) < 2 || n.chars > int32(len(images))*maxUnnamed {
		return false
	}
	g := new(article.Gallery)
	for k, image := range images {
		f := &article.Figure{Image: r.image(image)}
		// What stands around an image and no other is its own.
		unit := image
		for up := r.nodes[unit].parent; up > i; up = r.nodes[up].parent {
			if k > 0 && r.holds(up, images[k-1]) || k+1 < len(images) && r.holds(up, images[k+1]) {
				break
			}
			unit = up
		}
		if r.nodes[unit].chars > 0 {
			r.caption(f, unit)
		}
		g.Figures = append(g.Figures, f)
	}
	var rest article.Figure
	if c := r.untaken(i); c >= 0 {
		r.caption(&rest, c)
		g.Caption = rest.Caption
	}
	r.emit(i, g)
	return true
}

// untaken returns the innermost element with all the text of i that is not
// taken yet, as far as it is a caption's; -1 if there is none.
func (r *reader) untaken(i int32) int32 {
	for j := i + 1; j < r.nodes[i].end; j++ {
		n := &r.nodes[j]
		if n.kind == text && n.run >= 0 && !n.taken && n.frame == "" {
			return n.parent
		}
	}
	return -1
}

// isImage reports whether a node is a picture and no player.
func isImage(n *node) bool {
	return n.DataAtom == atom.Img || n.Data == "amp-img" || n.Data == "amp-anim"
}

// isSmall reports whether an image is an icon or counts a visit.
func (p *page) isSmall(i int32) bool {
	n := &p.nodes[i]
	for up, k := i, 0; up >= 0 && k < 3; up, k = p.nodes[up].parent, k+1 {
		if p.nodes[up].words&isIcon != 0 && p.nodes[up].chars == 0 {
			return true
		}
	}
	w, h := pixels(n, "width"), pixels(n, "height")
	return w > 0 && w < 50 || h > 0 && h < 40
}

func pixels(n *node, key string) int {
	v, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(attr(n.Node, key)), "px"))
	if err != nil || v < 0 || v > 1<<16 {
		return 0
	}
	return v
}

// media reads a picture or a player that stands by itself.
func (r *reader) media(i int32) {
	n := &r.nodes[i]
	if !isImage(n) {
		r.player(i, i)
		return
	}
	if !n.media {
		return
	}
	f := &article.Figure{Image: r.image(i)}
	if f.Image.URL == "" && f.Image.Alt == "" {
		return
	}
	r.emit(i, f)
}

// addressAttrs are where an image has its address, the likeliest first: what
// stands in src may be but a placeholder until a script has run.
var addressAttrs = [...]string{"data-original", "data-src", "data-lazy-src", "data-lazy", "data-url", "data-image", "src"}

// image reads an image: its address, what it shows, and its other widths.
func (r *reader) image(i int32) article.Image {
	n := &r.nodes[i]
	var m article.Image
	for _, key := range addressAttrs {
		if s := attr(n.Node, key); s != "" && !isPlaceholder(s) {
			if m.URL = r.resolve(s); m.URL != "" {
				break
			}
		}
	}
	sources := attr(n.Node, "data-srcset")
	if sources == "" {
		sources = attr(n.Node, "srcset")
	}
	if sources == "" && n.parent >= 0 && r.nodes[n.parent].DataAtom == atom.Picture {
		for c := r.first(n.parent); c < i; c = r.nodes[c].end {
			if s := attr(r.nodes[c].Node, "srcset") + attr(r.nodes[c].Node, "data-srcset"); s != "" && r.nodes[c].DataAtom == atom.Source {
				sources = s
				break
			}
		}
	}
	r.renditions(&m, sources)
	m.Alt = r.form(oneLine(attr(n.Node, "alt")))
	if r.isMadeAlt(m.Alt) {
		m.Alt = ""
	}
	m.Width, m.Height = pixels(n, "width"), pixels(n, "height")
	return m
}

// maxRenditions bounds the widths that are kept of a picture.
const maxRenditions = 16

// renditions reads a srcset. The widest candidate is the address of an image
// that has no other.
func (r *reader) renditions(m *article.Image, srcset string) {
	if len(srcset) > maxRenditions*maxAddress {
		return
	}
	var list []article.Rendition
	widest := 0
	for candidate := range strings.SplitSeq(strings.Join(strings.Fields(srcset), " "), ", ") {
		candidate = strings.Trim(candidate, " \t\r\n,")
		address, descriptor, _ := strings.Cut(candidate, " ")
		u := r.resolve(address)
		if u == "" || isPlaceholder(address) || len(list) == maxRenditions {
			continue
		}
		width := 0
		if w, ok := strings.CutSuffix(strings.TrimSpace(descriptor), "w"); ok {
			width, _ = strconv.Atoi(w)
		}
		if m.URL == "" || width > widest && widest > 0 {
			m.URL, widest = u, max(width, 1)
		}
		if width > 0 && width < 1<<16 {
			list = append(list, article.Rendition{URL: u, Width: width})
		}
	}
	if len(list) > 1 {
		m.Sources = list
	}
}

// isPlaceholder reports whether an address is what a page shows until the
// image is loaded.
func isPlaceholder(s string) bool {
	if strings.HasPrefix(s, "data:") || strings.HasPrefix(s, "about:") {
		return true
	}
	s = strings.ToLower(s[strings.LastIndexByte(s, '/')+1:])
	for _, name := range [...]string{"blank.", "spacer.", "placeholder", "1x1", "pixel.", "transparent", "loading.", "lazyload.", "grey.gif", "no-image", "noimage"} {
		if strings.Contains(s, name) {
			return true
		}
	}
	return false
}

// isMadeAlt reports whether an alternative text was made by a system: the
// title and a number, or the name of a file.
func (r *reader) isMadeAlt(alt string) bool {
	if alt == "" {
		return false
	}
	switch strings.ToLower(alt[strings.LastIndexByte(alt, '.')+1:]) {
	case "jpg", "jpeg", "png", "gif", "webp":
		return !strings.Contains(alt, " ")
	}
	// "com 2000 dong anh 1": the words of the address
	if s := strings.TrimRight(alt, "0123456789"); s != alt && strings.HasSuffix(s, " anh ") {
		return true
	}
	rest, ok := strings.CutPrefix(alt, r.draft.Title)
	if !ok || r.draft.Title == "" {
		return false
	}
	rest = strings.ToLower(strings.Trim(rest, " -–|:."))
	for _, word := range [...]string{"ảnh", "hình"} {
		if n, ok := strings.CutPrefix(rest, word); ok && strings.Trim(n, " 0123456789") == "" {
			return true
		}
	}
	return false
}

// caption gives a figure the text of an element as its caption: what is named
// a credit in it, or ends it as one, is the credit.
func (r *reader) caption(f *article.Figure, i int32) {
	n := &r.nodes[i]
	credit := int32(-1)
	for j := i + 1; j < n.end; j++ {
		if m := &r.nodes[j]; m.words&isCredit != 0 && m.chars > 1 && m.chars < n.chars && m.words&isCaption == 0 {
			credit = j
			break
		}
	}
	first := i
	if n.kind != text {
		first = r.first(i)
	}
	r.figure = nil
	if credit < 0 {
		f.Caption = r.splitCredit(bare(trimBreaks(r.inlines(first, n.end))))
		return
	}
	c := &r.nodes[credit]
	printed := r.inlines(credit, c.end).PlainText()
	frame := c.frame
	c.frame = ruleHead // so that the text goes around it
	text := trimBreaks(r.inlines(first, n.end))
	c.frame = frame
	printed = strings.TrimSpace(printed)
	f.Caption = r.splitCredit(bare(text))
	switch {
	case printed == "":
	case f.Caption.Credit.Text != "":
		f.Caption.Text = append(f.Caption.Text, article.Text(" "+printed))
	default:
		var ok bool
		if f.Caption.Credit, ok = article.ParseCredit(printed); !ok {
			f.Caption.Credit, _ = article.ParseCredit("Ảnh: " + printed)
		}
		f.Caption.Credit.Text = printed
	}
}

// splitCredit makes a caption of a text that may end in a credit. Where it
// does is for package article to say: it takes a line below a figure as its
// caption if there is a credit in it.
func (r *reader) splitCredit(text article.Inlines) article.Caption {
	if len(text) == 0 {
		return article.Caption{}
	}
	if !mayCredit(text.PlainText()) {
		return article.Caption{Text: text}
	}
	f := &article.Figure{Image: article.Image{URL: "-"}}
	draft := article.Article{Title: "-", Body: article.Blocks{f, &article.Paragraph{Text: text}}}
	refined := draft.Clone() // the text is still needed if there is no credit in it
	r.parser.Text.Refine(refined)
	if len(refined.Body) == 1 {
		if f, ok := refined.Body[0].(*article.Figure); ok && f.Caption.Credit.Text != "" {
			return f.Caption
		}
	}
	return article.Caption{Text: text}
}

// mayCredit reports whether a text has a sign of which every credit has one.
func mayCredit(s string) bool {
	return strings.ContainsAny(s, ":(") || strings.Contains(s, "：") || strings.Contains(s, "Ảnh")
}
