package article

import (
	"fmt"
	"strings"
)

// kind returns the "type" of the object that follows, which may be any of its
// members, and leaves the position where it is. It reports false if there is
// none or the JSON is broken; whoever reads it next will say how.
func (d *decoder) kind() (string, bool) {
	if d.peek() != '{' {
		return "", false
	}
	start := d.pos
	l := lexer{s: d.s, pos: start + 1}
	if strings.HasPrefix(d.s[l.pos:], `"type":`) { // as it is written here
		return l.kindAt(l.pos + len(`"type":`))
	}
	if l.peek() == '"' && l.key() == "type" && l.err == nil {
		return l.kindAt(l.pos)
	}
	if start >= d.looked {
		d.lookAhead(start)
	}
	at, ok := d.types[start]
	if !ok {
		return "", false
	}
	return l.kindAt(at)
}

func (l *lexer) kindAt(pos int) (string, bool) {
	k := lexer{s: l.s, pos: pos}
	if k.peek() != '"' {
		return "", false
	}
	s := k.str()
	return s, k.err == nil
}

// lookAhead finds the types of the object at start and of all objects inside
// it, so that no byte is looked at again for each level around it.
func (d *decoder) lookAhead(start int) {
	if d.types == nil {
		d.types = make(map[int]int)
	}
	l := lexer{s: d.s, pos: start}
	var open []int // starts of the objects around, -1 for a list
	for {
		c := l.peek()
		if l.pos >= len(l.s) || l.err != nil {
			break
		}
		switch c {
		case '{':
			open = append(open, l.pos)
		case '[':
			open = append(open, -1)
		case '}', ']':
			open = open[:len(open)-1]
		case '"':
			s := l.str()
			if in := open[len(open)-1]; in >= 0 && s == "type" && l.peek() == ':' {
				if _, ok := d.types[in]; !ok {
					d.types[in] = l.pos + 1
				}
			}
			continue
		}
		l.pos++
		if len(open) == 0 || len(open) > 8*MaxDepth {
			break
		}
	}
	d.looked = l.pos
}

// wrongKind fails for an object of the wrong type or of none.
func (d *decoder) wrongKind(got string, ok bool, want string) {
	if d.skip(); d.err != nil {
		return
	}
	if !ok {
		d.fail(fmt.Errorf("%w: object without a type", ErrType))
		return
	}
	d.fail(fmt.Errorf("%w: %q, want %q", ErrType, shorten(got), want))
}
