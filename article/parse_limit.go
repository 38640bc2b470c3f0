package article

// limits are what an article may hold, so that it can be written.
type limits struct {
	bytes int  // of its JSON, at the most, so far
	exact bool // bytes was counted; else it is what the lines may take at the worst
	full  bool // the article ends here
	list  int  // lists so far, each of which is a block more than it has lines
}

// lists reports whether there is no room for another list among n lines.
func (m *limits) lists(n int) bool { return n+m.list >= MaxBlocks }

// afford reports whether the article can hold another line. Only for a text
// that may pass the limit at the worst, every byte of it escaped, are the
// bytes counted.
func (p *parsing) afford(l *line) bool {
	m := &p.limits
	if m.full || len(p.lines) >= MaxBlocks {
		m.full = true
		return false
	}
	const room = MaxBytes - 1<<16 // for the fields that every article has
	if !m.exact {
		if m.bytes += l.cost(6 * len(l.text)); m.bytes <= room {
			return true
		}
		m.exact, m.bytes = true, 0
		for i := range p.lines {
			m.bytes += p.lines[i].cost(jsonLen(p.lines[i].text))
		}
	}
	m.bytes += l.cost(jsonLen(l.text))
	m.full = m.bytes > room
	return !m.full
}

// cost returns what a line takes whose text takes n bytes. A short one may be
// a caption, whose credit is written once whole and once in its parts.
func (l *line) cost(n int) int {
	if l.longer(maxCaption) {
		return 48 + n
	}
	return 112 + 2*n
}

// jsonLen returns at least as many bytes as s takes in JSON.
func jsonLen(s string) int {
	n := len(s)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c == '<', c == '>', c == '&', c == 0x7F:
			n += 5
		case c == '"', c == '\\':
			n++
		case c == 0xE2:
			n += 3 // U+2028 and U+2029
		}
	}
	return n
}
