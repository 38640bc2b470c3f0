package render

import (
	"io"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
)

// A Feed is what [RSS] writes: a channel and its articles. The zero Feed is
// empty and has no name.
type Feed struct {
	Title       string // name of the feed: "Báo Cần Thơ – Thời sự"
	URL         string // the page that the feed belongs to, an absolute URL
	Self        string // the address of the feed itself, an absolute URL
	Description string // what the feed is about
	Lang        string // BCP 47 language tag; "" means "vi"
	Copyright   string // notice of the rights in it
	Summary     bool   // leave the full texts out

	Articles []*article.Article // in the order of the feed, the newest first as a rule; nil entries are skipped
}

// RSS writes a feed in RSS 2.0 with the modules that feed readers know. A nil
// feed is an empty one. RSS calls w.Write once and returns its error.
//
// Each item has, as far as the article has it: its title, its link, a guid of
// its ID or else its link, the time of its publication with its offset, one
// dc:creator for each author who wrote, by name, categories of its section and
// its tags, a description, and one media:content for each picture with an
// absolute address, with its caption and its credit as printed. The
// description is the lead, or else the beginning of the text; as RSS has it, it
// is HTML, in which "<" and "&" of the text are character references.
// content:encoded is the body as [HTML] writes it with the options, unless
// [Feed.Summary] leaves it out.
//
// [HTMLOptions.Base] makes addresses absolute; without it, those in the text of
// an article that has an absolute URL are resolved against that. An article
// without an absolute URL has no link, one without a date no pubDate. No clock
// is read: lastBuildDate is the newest date of the articles. Words of our own,
// such as a label for links that have none, are left out where the article is
// not Vietnamese, and dates are written for machines there.
//
// The output is XML 1.0 whatever the article holds: texts are cleaned as the
// package comment says. It takes no allocation for each article, but for an
// excerpt where there is no lead. An article with neither a title nor a text
// is left out.
//
// Source: https://www.rssboard.org/rss-specification, and for the modules
// https://www.rssboard.org/rss-profile and https://www.rssboard.org/media-rss
func RSS(w io.Writer, feed *Feed, opts *HTMLOptions) error {
	if feed == nil {
		feed = new(Feed)
	}
	size := 1024
	for _, a := range feed.Articles {
		size += 1024 + sizeHTML(a)
	}
	return write(w, size, func(dst []byte) []byte { return appendRSS(dst, feed, opts) })
}

func appendRSS(dst []byte, feed *Feed, opts *HTMLOptions) []byte {
	p := printer{dst: dst}
	p.use(opts)
	p.channel(feed)
	base := p.urls.base
	for _, a := range feed.Articles {
		if a == nil {
			continue
		}
		// The options and the buffers go from article to article, all else
		// begins anew.
		p.urls.base = base
		p = printer{dst: p.dst, opts: p.opts, urls: p.urls, scratch: p.scratch, figures: p.figures[:0],
			title: a.Title, lang: language(a.Lang), bare: true, collect: true}
		p.item(a, feed.Summary)
	}
	p.raw("</channel>\n</rss>\n")
	p.release()
	return p.dst
}

// channel writes what stands before the items.
func (p *printer) channel(feed *Feed) {
	p.raw(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>`)
	p.text(feed.Title)
	p.raw("</title>\n<link>")
	p.dst = appendText(p.dst, p.urls.page(feed.URL))
	p.raw("</link>\n<description>")
	p.text(feed.Description)
	p.raw("</description>\n<language>")
	p.dst = appendText(p.dst, language(feed.Lang))
	p.raw("</language>\n")
	p.textElement("<copyright>", feed.Copyright, "</copyright>\n")
	var newest time.Time
	for _, a := range feed.Articles {
		if a == nil {
			continue
		}
		for _, t := range [...]time.Time{a.Published, a.Modified} {
			if machineTime(&t) && t.After(newest) {
				newest = t
			}
		}
	}
	p.date("<lastBuildDate>", newest, "</lastBuildDate>\n")
	if self := p.urls.page(feed.Self); self != "" {
		p.raw(`<atom:link href="`)
		p.dst = appendText(p.dst, self)
		p.raw("\" rel=\"self\" type=\"application/rss+xml\"/>\n")
	}
}

// item writes an article, nothing if it has neither a title nor a text: RSS
// wants one of them.
func (p *printer) item(a *article.Article, summary bool) {
	page := p.urls.page(a.URL)
	if p.urls.base == (weburl.Base{}) {
		p.urls.setBase(page)
	}
	mark := len(p.dst)
	p.raw("<item>\n")
	titled := p.textElement("<title>", a.Title, "</title>\n")
	p.xmlURL("<link>", page, "</link>\n")
	if !p.textElement(`<guid isPermaLink="false">`, a.ID, "</guid>\n") {
		p.xmlURL(`<guid isPermaLink="true">`, page, "</guid>\n")
	}
	p.date("<pubDate>", a.Published, "</pubDate>\n")
	for x := range writers(a.Byline) {
		p.textElement("<dc:creator>", x.Name, "</dc:creator>\n")
	}
	p.textElement("<category>", a.Section, "</category>\n")
	for _, tag := range a.Tags {
		p.textElement("<category>", tag, "</category>\n")
	}
	described := p.description(a)
	p.fullText(a.Body, summary)
	for _, f := range p.figures {
		p.media(f)
	}
	p.end(mark, titled || described, "</item>\n")
}

// description writes the lead, or else the beginning of the text, as HTML, and
// reports whether it did.
func (p *printer) description(a *article.Article) bool {
	s := p.whole(a.Lead)
	if !shows(s) {
		s = a.Excerpt(excerptLen)
	}
	mark := len(p.dst)
	p.raw("<description>")
	p.dst = appendTwice(p.dst, inTone(strings.TrimSpace(s), p.opts.Tone))
	return p.end(mark, shows(s), "</description>\n")
}

// fullText writes the body as HTML, or only finds its pictures.
func (p *printer) fullText(bs article.Blocks, summary bool) {
	mark := len(p.dst)
	p.raw("<content:encoded><![CDATA[")
	start := len(p.dst)
	p.each(bs)
	if summary || blank(p.dst[start:]) {
		p.dst = p.dst[:mark]
		return
	}
	if p.opts.Block != nil {
		// Markup of the caller's is the only thing that is not clean, and that
		// can end the section.
		s := strings.ReplaceAll(cleanText(string(p.dst[start:])), "]]>", "]]]]><![CDATA[>")
		p.dst = append(p.dst[:start], s...)
	}
	p.raw("]]></content:encoded>\n")
}

// media writes a picture, unless its address is refused or not absolute.
func (p *printer) media(f *article.Figure) {
	u := p.urls.url(f.Image.URL, weburl.Resource)
	if !weburl.Absolute(u) {
		return
	}
	p.raw(`<media:content url="`)
	p.dst = appendText(p.dst, u)
	p.raw(`" medium="image"`)
	p.number(` width="`, f.Image.Width)
	p.number(` height="`, f.Image.Height)
	p.raw(">\n")
	mark := len(p.dst)
	p.raw(`<media:description type="plain">`)
	caption := inTone(strings.TrimSpace(p.whole(f.Caption.Text)), p.opts.Tone)
	p.dst = appendText(p.dst, caption)
	p.end(mark, shows(caption), "</media:description>\n")
	p.textElement("<media:credit>", creditText(&f.Caption.Credit), "</media:credit>\n")
	p.raw("</media:content>\n")
}

// xmlURL writes an element that holds a URL, nothing if there is none.
func (p *printer) xmlURL(open constant, u string, end constant) {
	if u != "" {
		p.raw(open)
		p.dst = appendText(p.dst, u)
		p.raw(end)
	}
}

// date writes an element that holds a time as RFC 1123 has it, nothing if it
// cannot be written so.
func (p *printer) date(open constant, t time.Time, end constant) {
	if !t.IsZero() && machineTime(&t) {
		p.raw(open)
		p.dst = t.AppendFormat(p.dst, time.RFC1123Z)
		p.raw(end)
	}
}

// appendTwice appends text as HTML and that as XML. Quotation marks are escaped
// once: they are no markup between tags.
func appendTwice(dst []byte, s string) []byte {
	for {
		i := strings.IndexAny(s, "&<>")
		if i < 0 {
			return appendText(dst, s)
		}
		dst = appendText(dst, s[:i])
		dst = append(dst, "&amp;"...)
		dst = append(dst, entity(s[i])[1:]...)
		s = s[i+1:]
	}
}
