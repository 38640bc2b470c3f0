package render

import "github.com/toasoan/toasoan/article"

// A kind says how a block of links is written: its class, and the label it
// gets if it has none of its own.
type kind struct{ class, label constant }

var kinds = map[article.LinkKind]kind{
	article.LinkRelated:     {` class="links related"`, "Tin liên quan"},
	article.LinkSameSection: {` class="links same-section"`, "Cùng chuyên mục"},
	article.LinkOther:       {` class="links other"`, "Các tin khác"},
	article.LinkLatest:      {` class="links latest"`, "Mới nhất"},
	article.LinkPopular:     {` class="links popular"`, "Xem nhiều nhất"},
	article.LinkRecommended: {` class="links recommended"`, "Có thể bạn quan tâm"},
	article.LinkTopic:       {` class="links topic"`, "Dòng sự kiện"},
	article.LinkNewer:       {` class="links newer"`, "Tin mới hơn"},
	article.LinkOlder:       {` class="links older"`, "Tin cũ hơn"},
}

// kindOf returns how a block of links is written.
func kindOf(b *article.LinkBlock) kind {
	if k, ok := kinds[b.Kind]; ok {
		return k
	}
	return kind{` class="links"`, "Tin liên quan"}
}

// links writes a block of links, nothing if it has none.
func (p *printer) links(b *article.LinkBlock) {
	k := kindOf(b)
	if len(b.Links) == 0 {
		return
	}
	mark := len(p.dst)
	p.raw("<nav")
	p.raw(k.class)
	if p.after { // outside of the article element and its language
		p.raw(` lang="`)
		p.dst = appendText(p.dst, p.lang)
		p.raw(`"`)
	}
	p.label(navLabel, b.Label, k.label, p.level(2))
	list := len(p.dst)
	p.raw("<ul>\n")
	start := len(p.dst)
	for i := range b.Links {
		p.relatedLink(&b.Links[i])
	}
	if p.close(list, start, "</ul>\n") {
		p.raw("</nav>\n")
	} else {
		p.dst = p.dst[:mark]
	}
}

// relatedLink writes a link to another story. A preview stands inside the
// link, which its title names.
func (p *printer) relatedLink(l *article.RelatedLink) {
	mark, images := len(p.dst), p.images
	p.raw("<li>")
	linked := p.openLink(l.URL)
	if l.Image != nil {
		p.image(l.Image, l.Title, false)
	}
	titled := p.textElement("<span>", l.Title, "</span>")
	if linked {
		p.closeLink()
	}
	if !p.keep(mark, titled) {
		p.images = images
		return
	}
	sep := len(p.dst)
	p.raw(" ")
	p.keep(sep, p.time(l.Published))
	p.raw("</li>\n")
}
