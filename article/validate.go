package article

import (
	"errors"
	"fmt"

	"github.com/toasoan/toasoan/internal/weburl"
)

// Validate returns nil, or an [ErrorList] of what makes the article or its
// JSON invalid: no title, a heading level not from 2 to 6, a URL that is no
// URI reference, a change before the publication, a negative size, a block
// that must not be empty, and whatever [Article.AppendJSON] fails for, the
// limits included. [Article.Warnings] has what is legal but doubtful.
func (a *Article) Validate() error {
	v := newInspector()
	v.text = func(string) {}
	v.url = func(u string, _ class) {
		if !weburl.Reference(u) {
			v.addf(ErrURL, "%q", shorten(u))
		}
	}
	v.each = func(o object) { validateObject(&v, o) }
	v.members(a)
	if _, err := a.AppendJSON(nil); err != nil {
		var e *Error
		if errors.As(err, &e) {
			v.found = append(v.found, e)
		}
	}
	if len(v.found) == 0 {
		return nil
	}
	return v.found
}

func validateObject(v *inspector, o object) {
	switch o := o.(type) {
	case *Article:
		validateHead(v, o)
	case *Paragraph:
		needsText(v, o.Text)
	case *Heading:
		if o.Level < 2 || o.Level > 6 {
			v.member("level", fmt.Errorf("%w: %d", ErrLevel, o.Level))
		}
		needsText(v, o.Text)
	case *Correction:
		needsText(v, o.Text)
	case *Gallery:
		needs(v, "figures", countFigures(o.Figures))
	case *Quote:
		needs(v, "body", countBlocks(o.Body))
	case *Box:
		needs(v, "body", countBlocks(o.Body))
	case *List:
		needs(v, "items", len(o.Items))
		for i, item := range o.Items {
			if countBlocks(item) == 0 {
				v.member(fmt.Sprintf("items/%d", i), ErrEmpty)
			}
		}
	case *Table:
		needs(v, "rows", len(o.Rows))
	case *Figure:
		if blank(&o.Image) && blank(&o.Caption) {
			v.add(ErrEmpty)
		}
	case *RelatedLink:
		needs(v, "title", len(o.Title))
	case *Image:
		notNegative(v, "width", o.Width)
		notNegative(v, "height", o.Height)
	case *Rendition:
		notNegative(v, "width", o.Width)
	}
}

func validateHead(v *inspector, a *Article) {
	if a.Title == "" {
		v.member("title", ErrNoTitle)
	}
	if !a.Published.IsZero() && !a.Modified.IsZero() && a.Modified.Before(a.Published) {
		v.member("modified", ErrDateOrder)
	}
}

// blank reports whether o would be written as an empty object.
func blank(o object) bool {
	e := newEncoder(nil)
	defer e.free()
	e.members(o, "")
	return string(e.b) == "{}"
}

// countBlocks returns the number of blocks that are not nil.
func countBlocks(bs Blocks) (n int) {
	for _, b := range bs {
		if _, o := blockKind(b); o != nil || asUnknown(b) != nil {
			n++
		}
	}
	return n
}

func countFigures(fs []*Figure) (n int) {
	for _, f := range fs {
		if f != nil {
			n++
		}
	}
	return n
}

func needsText(v *inspector, in Inlines) {
	n, _ := countInlines(in)
	needs(v, "text", n)
}

func needs(v *inspector, name string, n int) {
	if n == 0 {
		v.member(name, ErrEmpty)
	}
}

func notNegative(v *inspector, name string, n int) {
	if n < 0 {
		v.member(name, fmt.Errorf("%w: %d", ErrNegative, n))
	}
}

// member notes err at a member of the place.
func (v *inspector) member(name string, err error) {
	mark := v.enter(name)
	v.add(err)
	v.leave(mark)
}
