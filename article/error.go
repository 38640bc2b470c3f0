package article

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Causes of an [Error]. The first group comes from reading and writing JSON,
// the second from [Article.Validate], the third from [Article.Warnings];
// ErrTooLarge and ErrUTF8 come from more than one. Test for them with
// [errors.Is].
var (
	ErrSyntax    = errors.New("not valid JSON")
	ErrType      = errors.New("wrong type")
	ErrDuplicate = errors.New("duplicate member")
	ErrVersion   = errors.New("unknown version")
	ErrTime      = errors.New("not a time of RFC 3339")
	ErrUTF8      = errors.New("not valid Unicode text") // invalid UTF-8 or a lone surrogate
	ErrTooLarge  = errors.New("too large")              // see [MaxDepth] and its neighbours

	ErrNoTitle   = errors.New("no title")
	ErrLevel     = errors.New("heading level not from 2 to 6")
	ErrURL       = errors.New("not a URI reference")
	ErrDateOrder = errors.New("modified before it was published")
	ErrEmpty     = errors.New("must not be empty")
	ErrNegative  = errors.New("must not be negative")

	ErrSameCaption = errors.New("caption occurs twice")
	ErrSameAlt     = errors.New("alternative text says nothing new")
	ErrMixedTone   = errors.New("mixed tone styles")
	ErrDoubledWord = errors.New("doubled word")
	ErrNotNormal   = errors.New("not in normal form")
	ErrBidi        = errors.New("bidirectional control")
	ErrUnsafeURL   = errors.New("refused URL")
	ErrNoLinks     = errors.New("block without links")
)

// An Error is what is wrong at one place of an article or of its JSON.
type Error struct {
	Line int    // of JSON Lines, from 1; 0 if there is none
	Path string // JSON Pointer (RFC 6901) into the wire format: "/body/3/caption"; "" is the whole article
	Err  error  // wraps one of the Err… causes, or the error of a reader
}

// Error returns a text of one line, such as
// "article: /body/3/level: heading level not from 2 to 6: 7".
func (e *Error) Error() string {
	s := "article: "
	if e.Line > 0 {
		s += "line " + strconv.Itoa(e.Line) + ": "
	}
	if e.Path != "" {
		s += oneLine(e.Path) + ": "
	}
	if e.Err == nil {
		return s + "unknown error"
	}
	return s + e.Err.Error()
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }

// An ErrorList is a series of errors in the order of the article.
type ErrorList []*Error

// Error returns the text of the first error and the number of the others.
func (l ErrorList) Error() string {
	switch len(l) {
	case 0:
		return "article: no errors"
	case 1:
		return l[0].Error()
	}
	return fmt.Sprintf("%v (and %d more)", l[0], len(l)-1)
}

// Unwrap returns the errors of the list, for [errors.Is] and [errors.As].
func (l ErrorList) Unwrap() []error {
	errs := make([]error, len(l))
	for i, e := range l {
		errs[i] = e
	}
	return errs
}

// within puts name before the path of e.
func (e *Error) within(name string) { e.Path = "/" + escapePointer.Replace(name) + e.Path }

func (e *Error) withinIndex(i int) { e.Path = "/" + strconv.Itoa(i) + e.Path }

var escapePointer = strings.NewReplacer("~", "~0", "/", "~1")

// oneLine quotes a path that holds more than printable characters. Its names
// come from the document.
func oneLine(path string) string {
	if q := strconv.Quote(path); len(q) != len(path)+2 {
		return q
	}
	return path
}
