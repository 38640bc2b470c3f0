package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// ReadLines returns the articles of a file in JSON Lines: one article a line,
// ended by LF or CRLF, the last one's end optional. Blank lines are skipped:
// those of nothing but the white space of JSON.
//
// A line that is no article gives a nil article and an [*Error] with its
// number, and the next line follows; so does a line longer than [MaxBytes],
// with [ErrTooLarge], even if it is blank. No more than that much of a line is held in memory. An
// error of r is the last thing that is given; it is wrapped in an [*Error]
// with the number of the line it cut. The sequence can be read once.
func ReadLines(r io.Reader) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		lr := lineReader{r: bufio.NewReaderSize(r, 64<<10)}
		for {
			line, err := lr.next()
			if err != nil && !errors.Is(err, errLineTooLong) {
				if err != io.EOF {
					yield(nil, &Error{Line: lr.number, Err: err})
				}
				return
			}
			if err != nil {
				err = &Error{Line: lr.number, Err: err}
				if !yield(nil, err) {
					return
				}
				continue
			}
			if !isBlank(line) && !yield(decodeLine(line, lr.number)) {
				return
			}
		}
	}
}

// errLineTooLong is the one error of a lineReader after which it goes on.
var errLineTooLong = fmt.Errorf("%w: line of more than %d bytes", ErrTooLarge, MaxBytes)

func decodeLine(line []byte, number int) (*Article, error) {
	a := new(Article)
	d := newDecoder()
	defer d.free()
	if err := d.run(line, func() { d.article(a) }); err != nil {
		var e *Error
		if errors.As(err, &e) {
			e.Line = number
		}
		return nil, err
	}
	return a, nil
}

// A lineReader reads lines of bounded length.
type lineReader struct {
	r      *bufio.Reader
	number int
	long   []byte // buffer of a line that is longer than that of r
}

// next returns the next line without its end, valid until the next call.
func (lr *lineReader) next() ([]byte, error) {
	lr.number++
	line, err := lr.r.ReadSlice('\n')
	if err == nil {
		return trimEnd(line), nil
	}
	lr.long = append(lr.long[:0], line...)
	tooLong := false
	for err == bufio.ErrBufferFull {
		line, err = lr.r.ReadSlice('\n')
		if tooLong = tooLong || len(lr.long)+len(line) > MaxBytes+len("\r\n"); !tooLong {
			lr.long = append(lr.long, line...)
		}
	}
	switch {
	case err != nil && err != io.EOF:
		return nil, err
	case err == io.EOF && len(lr.long) == 0:
		return nil, io.EOF
	case tooLong || len(trimEnd(lr.long)) > MaxBytes:
		return nil, errLineTooLong
	}
	return trimEnd(lr.long), nil
}

func trimEnd(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
}
