package render

import (
	"strconv"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// An idSet holds the ids that are taken, as hashes. Two ids of one hash count
// as one, which does no harm: the second gets a number.
type idSet struct {
	n    int
	few  [32]idUse
	more map[uint64]uint32 // nil until few is full
}

// An idUse is an id and the last number that was added to it.
type idUse struct {
	hash uint64
	last uint32
}

// last returns the last number given to an id, 0 if it is free.
func (s *idSet) last(hash uint64) uint32 {
	for i := range s.few[:s.n] {
		if s.few[i].hash == hash {
			return s.few[i].last
		}
	}
	return s.more[hash]
}

// set records the last number given to an id.
func (s *idSet) set(hash uint64, last uint32) {
	for i := range s.few[:s.n] {
		if s.few[i].hash == hash {
			s.few[i].last = last
			return
		}
	}
	if s.n < len(s.few) {
		s.few[s.n] = idUse{hash, last}
		s.n++
		return
	}
	if s.more == nil {
		s.more = make(map[uint64]uint32)
	}
	s.more[hash] = last
}

// hashID is FNV-1a.
func hashID(id []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range id {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// uniqueID makes the id that was written from start on different from all
// before it.
func (p *printer) uniqueID(start int) {
	base := hashID(p.dst[start:])
	last := p.ids.last(base)
	if last == 0 {
		p.ids.set(base, 1)
		return
	}
	end := len(p.dst)
	for {
		last++
		p.dst = append(p.dst[:end], '-')
		p.dst = strconv.AppendUint(p.dst, uint64(last), 10)
		if h := hashID(p.dst[start:]); p.ids.last(h) == 0 {
			p.ids.set(h, 1)
			p.ids.set(base, last)
			return
		}
	}
}

// hyphenate replaces the white space in the id that was written from start on.
func (p *printer) hyphenate(start int) {
	for i := start; i < len(p.dst); i++ {
		if c := p.dst[i]; c == ' ' || c == '\t' || c == '\n' {
			p.dst[i] = '-'
		}
	}
}

// headingID writes the id attribute of a heading, if it has one.
func (p *printer) headingID(h *article.Heading) {
	mark := len(p.dst)
	p.raw(` id="`)
	start := len(p.dst)
	if p.opts.HeadingID != nil {
		p.dst = appendText(p.dst, p.opts.HeadingID(h))
	} else {
		p.dst = appendText(p.dst, p.opts.IDPrefix)
		p.raw("h-")
		slug := len(p.dst)
		p.dst = vn.Slugger{}.Append(p.dst, p.plain(h.Text))
		if len(p.dst) == slug {
			start = slug // no id
		}
	}
	if p.keep(mark, len(p.dst) > start) {
		p.hyphenate(start)
		p.uniqueID(start)
		p.raw(`"`)
	}
}

// A labelID is a kind of ids that do not come from the article. They have
// numbers of their own: no heading has such an id, unless by the hook.
type labelID uint8

const (
	navLabel labelID = iota
	boxLabel
	correctionLabel
	captionLabel
)

var labelNames = [...]constant{navLabel: "nav", boxLabel: "box", correctionLabel: "correction", captionLabel: "caption"}

// labelledBy writes an attribute that names an element by another, and
// returns where the id of that other stands.
func (p *printer) labelledBy(id labelID) (start, end int) {
	p.raw(` aria-labelledby="`)
	start = len(p.dst)
	p.dst = appendText(p.dst, p.opts.IDPrefix)
	p.raw(labelNames[id])
	p.labels[id]++
	if n := p.labels[id]; n > 1 {
		p.raw("-")
		p.dst = strconv.AppendUint(p.dst, uint64(n), 10)
	}
	p.hyphenate(start)
	if p.opts.HeadingID != nil {
		p.uniqueID(start)
	}
	end = len(p.dst)
	p.raw(`"`)
	return start, end
}

// label ends a start tag that it names by a heading, and writes that heading.
// A title that shows nothing is replaced by other, which is ours; if that is
// empty too, or may not be written, there is no heading.
func (p *printer) label(id labelID, title string, other constant, level int) {
	ours, foreign := !shows(title), !isVietnamese(p.lang)
	if ours && (other == "" || foreign && p.bare) {
		p.raw(">\n")
		return
	}
	start, end := p.labelledBy(id)
	p.raw(">\n")
	p.raw(headings[level].begin)
	p.raw(` id="`)
	p.dst = append(p.dst, p.dst[start:end]...)
	switch {
	case !ours:
		p.raw(`">`)
		p.text(title)
	case foreign:
		p.raw(`" lang="vi">`)
		p.raw(other)
	default:
		p.raw(`">`)
		p.raw(other)
	}
	p.raw(headings[level].close)
}
