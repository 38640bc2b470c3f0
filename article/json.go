package article

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

// UnmarshalJSON replaces *a by the article in data; null leaves it as it is.
// The article keeps a copy of data alive: see [Article.Clone]. If it fails,
// the error is an [*Error] and a is unchanged.
func (a *Article) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	d := newDecoder()
	defer d.free()
	var b Article
	if err := d.run(data, func() { d.article(&b) }); err != nil {
		return err
	}
	*a = b
	return nil
}

// UnmarshalJSON replaces *bs by the list of blocks in data; null leaves it as
// it is. If it fails, the error is an [*Error] and bs is unchanged.
func (bs *Blocks) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	d := newDecoder()
	defer d.free()
	var list Blocks
	if err := d.run(data, func() { d.blockList(&list) }); err != nil {
		return err
	}
	*bs = list
	return nil
}

// UnmarshalJSON replaces *in by the string or list in data; null leaves it as
// it is. If it fails, the error is an [*Error] and in is unchanged.
func (in *Inlines) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	d := newDecoder()
	defer d.free()
	var list Inlines
	if err := d.run(data, func() { d.inlineRun(&list) }); err != nil {
		return err
	}
	*in = list
	return nil
}

// white is the white space of JSON.
const white = " \t\r\n"

// isNull reports whether data is the JSON value null.
func isNull(data []byte) bool { return string(bytes.Trim(data, white)) == "null" }

// isBlank reports whether data holds no JSON value.
func isBlank(data []byte) bool { return len(bytes.Trim(data, white)) == 0 }

// AppendJSON appends the article in the wire format to dst. Nil entries and
// empty texts are left out. If it fails, the error is an [*Error] and dst is
// returned as it was. A nil article is written as null.
func (a *Article) AppendJSON(dst []byte) ([]byte, error) {
	if a == nil {
		return append(dst, "null"...), nil
	}
	e := newEncoder(dst)
	defer e.free()
	e.members(a, "")
	return e.result(dst)
}

// MarshalJSON returns the article in the wire format; see
// [Article.AppendJSON]. It allocates once, for the result.
//
// It is there for [json.Marshal], which is the slow way: encoding/json checks,
// compacts and copies whatever a method returns, and that takes several times
// as long as the writing itself, for an article inside another value too. A
// program that writes articles calls AppendJSON with a buffer that it uses
// again, or JSON of package [github.com/toasoan/toasoan/render].
func (a Article) MarshalJSON() ([]byte, error) {
	return marshal(func(e *encoder) {
		e.article = a // whose address would move a to the heap
		e.members(&e.article, "")
	})
}

// MarshalJSON returns the blocks as a JSON list, which is empty if bs is.
func (bs Blocks) MarshalJSON() ([]byte, error) {
	return marshal(func(e *encoder) { e.blockList(bs) })
}

// MarshalJSON returns the text as a JSON string if it is one plain text or
// none, else as a list.
func (in Inlines) MarshalJSON() ([]byte, error) {
	return marshal(func(e *encoder) { e.inlineRun(in) })
}

// marshal returns what write writes, in a slice of its own.
func marshal(write func(e *encoder)) ([]byte, error) {
	buf := scratch.Get().(*[]byte)
	e := newEncoder((*buf)[:0])
	write(e)
	out, err := e.result(nil)
	if err == nil {
		*buf = out
		out = bytes.Clone(out)
	}
	e.free()
	if cap(*buf) <= maxScratch {
		scratch.Put(buf)
	}
	return out, err
}

// scratch holds buffers that JSON is written into before its length is known.
var scratch = sync.Pool{New: func() any { return new([]byte) }}

const maxScratch = 1 << 20

// checkUnknown fails if u is not what the decoder would make of its own JSON:
// an object of a type that known does not know.
func checkUnknown(u *Unknown, known func(kind string) bool) ([]byte, error) {
	raw := strings.Trim(string(u.Raw), white)
	l := lexer{s: raw}
	if l.peek() != '{' {
		return nil, fmt.Errorf("%w: unknown block without an object", ErrSyntax)
	}
	if l.skip(); l.err == nil {
		l.end()
	}
	if l.err != nil {
		return nil, l.err
	}
	d := decoder{lexer: lexer{s: raw}}
	kind, found := d.kind()
	switch {
	case !found:
		return nil, fmt.Errorf("%w: no type", ErrType)
	case kind != u.Type:
		return nil, fmt.Errorf("%w: Raw is of type %q, not %q", ErrType, kind, u.Type)
	case known(kind):
		return nil, fmt.Errorf("%w: type %q is known", ErrType, kind)
	}
	return appendRaw(nil, raw, false), nil
}

func knownBlock(kind string) bool  { return newBlock(kind) != nil }
func knownInline(kind string) bool { return newInline(kind) != nil }

// appendRaw appends a valid JSON value as it may stand inside an article: on
// one line, and with < > & and U+2028, U+2029 escaped. With compact the white
// space outside strings goes.
func appendRaw(dst []byte, raw string, compact bool) []byte {
	inside := false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case c == '<' || c == '>' || c == '&':
			dst = append(dst, '\\', 'u', '0', '0', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
			continue
		case c == 0xE2 && i+2 < len(raw) && raw[i+1] == 0x80 && raw[i+2]&^1 == 0xA8:
			dst = append(append(dst, `\u202`...), '8'+raw[i+2]&1)
			i += 2
			continue
		case inside && c == '\\':
			dst = append(dst, c)
			i++
			c = raw[i]
		case c == '"':
			inside = !inside
		case inside:
		case c == '\n' || c == '\r':
			c = ' '
			fallthrough
		case c == ' ' || c == '\t':
			if compact {
				continue
			}
		}
		dst = append(dst, c)
	}
	return dst
}

var (
	_ json.Marshaler   = Article{}
	_ json.Unmarshaler = (*Article)(nil)
)
