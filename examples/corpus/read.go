package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"

	"github.com/toasoan/toasoan/article"
)

// A record is the text of one page, and where it comes from.
type record struct {
	Source string // path of the file
	Line   int64  // in JSON Lines, from 1; 0 for a file of its own
	ID     string // of the article: the name of its file
	URL    string
	Text   string
}

// A dead is a record that could not be read, with what is needed to find it
// again.
type dead struct {
	Source string
	Line   int64
	Reason string // one of the reasons
	Detail string // what exactly
	Record []byte // the whole of it, or its beginning if it is too long
}

// Reasons of a dead letter.
const (
	cannotRead = "cannot be read"
	tooLong    = "too long"
	notUTF8    = "not UTF-8"
	notJSON    = "not JSON"
	noText     = "no text"
	noArticle  = "no article"
)

// maxText bounds one text: what is longer is no article.
const maxText = article.MaxBytes

// shown is how much of a text that is too long stands in its dead letter.
const shown = 1 << 10

// folder returns the folder that all files of a pattern stand in.
func folder(pattern string) string {
	if i := strings.IndexAny(pattern, `*?[\{`); i >= 0 {
		pattern = pattern[:i]
	}
	return pattern[:strings.LastIndexByte(pattern, '/')+1]
}

// A readTextFn reads files of one page each. The id of an article is the name
// of its file in Folder.
type readTextFn struct{ Folder string }

func (fn *readTextFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, emit func(record), lose func(dead)) {
	path := file.Metadata.Path
	r, err := file.Open(ctx)
	if err != nil {
		lose(dead{Source: path, Reason: cannotRead, Detail: err.Error()})
		return
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxText+1))
	switch {
	case err != nil:
		lose(dead{Source: path, Reason: cannotRead, Detail: err.Error(), Record: data})
	case len(data) > maxText:
		lose(dead{Source: path, Reason: tooLong, Record: data[:shown]})
	default:
		emit(record{Source: path, ID: strings.TrimPrefix(path, fn.Folder), Text: string(data)})
	}
}

// A readLinesFn reads JSON Lines.
type readLinesFn struct{}

func (fn *readLinesFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, emit func(record), lose func(dead)) {
	path := file.Metadata.Path
	r, err := file.Open(ctx)
	if err != nil {
		lose(dead{Source: path, Reason: cannotRead, Detail: err.Error()})
		return
	}
	defer r.Close()
	lines := lineReader{r: bufio.NewReaderSize(r, 64<<10)}
	for {
		line, whole, err := lines.next()
		if err != nil {
			if err != io.EOF {
				lose(dead{Source: path, Line: lines.number, Reason: cannotRead, Detail: err.Error(), Record: line})
			}
			return
		}
		if !whole {
			lose(dead{Source: path, Line: lines.number, Reason: tooLong, Record: line})
			continue
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		rec, reason, detail := parseLine(line)
		if reason != "" {
			lose(dead{path, lines.number, reason, detail, bytes.Clone(line)})
			continue
		}
		rec.Source, rec.Line = path, lines.number
		emit(rec)
	}
}

// parseLine reads a line. Members other than "text" and "url" do not count.
func parseLine(line []byte) (rec record, reason, detail string) {
	if !utf8.Valid(line) {
		return rec, notUTF8, ""
	}
	var in struct {
		URL  string  `json:"url"`
		Text *string `json:"text"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return rec, notJSON, err.Error()
	}
	if in.Text == nil || strings.TrimSpace(*in.Text) == "" {
		return rec, noText, ""
	}
	return record{URL: in.URL, Text: *in.Text}, "", ""
}

// A lineReader reads lines of bounded length.
type lineReader struct {
	r      *bufio.Reader
	number int64
	line   []byte
}

// next returns the next line without its end, valid until the next call. Of a
// line that is too long it returns the beginning, and that it is not whole.
// The error of a reader comes with what was read of the line; [io.EOF] stands
// alone.
func (lr *lineReader) next() (line []byte, whole bool, err error) {
	lr.number++
	lr.line = lr.line[:0]
	whole = true
	for {
		part, err := lr.r.ReadSlice('\n')
		if whole {
			lr.line = append(lr.line, part...)
			if len(bytes.TrimRight(lr.line, "\r\n")) > maxText {
				whole, lr.line = false, lr.line[:shown]
			}
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(lr.line) > 0, err == nil:
			return bytes.TrimRight(lr.line, "\r\n"), whole, nil
		}
		return lr.line, whole, err
	}
}
