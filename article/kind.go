package article

// typedBlock is a Block with members, typedInline an Inline with members.
type typedBlock interface {
	Block
	object
}

type typedInline interface {
	Inline
	object
}

// blockKind returns the "type" of b and its members, "" and nil for a nil
// entry, a nil pointer and an [*Unknown].
func blockKind(b Block) (string, typedBlock) {
	switch b := b.(type) {
	case *Paragraph:
		if b != nil {
			return "paragraph", b
		}
	case *Heading:
		if b != nil {
			return "heading", b
		}
	case *Figure:
		if b != nil {
			return "figure", b
		}
	case *Gallery:
		if b != nil {
			return "gallery", b
		}
	case *Quote:
		if b != nil {
			return "quote", b
		}
	case *List:
		if b != nil {
			return "list", b
		}
	case *Table:
		if b != nil {
			return "table", b
		}
	case *Box:
		if b != nil {
			return "box", b
		}
	case *LinkBlock:
		if b != nil {
			return "links", b
		}
	case *Embed:
		if b != nil {
			return "embed", b
		}
	case *Correction:
		if b != nil {
			return "correction", b
		}
	case *Divider:
		if b != nil {
			return "divider", b
		}
	}
	return "", nil
}

// inlineKind is blockKind for inlines; [Text] and [Break] have no members.
func inlineKind(in Inline) (string, typedInline) {
	switch in := in.(type) {
	case *Emph:
		if in != nil {
			return "emph", in
		}
	case *Strong:
		if in != nil {
			return "strong", in
		}
	case *Link:
		if in != nil {
			return "link", in
		}
	case *Span:
		if in != nil {
			return "span", in
		}
	}
	return "", nil
}

// newBlock returns an empty block of the kind, nil if there is none.
func newBlock(kind string) typedBlock {
	switch kind {
	case "paragraph":
		return new(Paragraph)
	case "heading":
		return new(Heading)
	case "figure":
		return new(Figure)
	case "gallery":
		return new(Gallery)
	case "quote":
		return new(Quote)
	case "list":
		return new(List)
	case "table":
		return new(Table)
	case "box":
		return new(Box)
	case "links":
		return new(LinkBlock)
	case "embed":
		return new(Embed)
	case "correction":
		return new(Correction)
	case "divider":
		return new(Divider)
	}
	return nil
}

// newInline is newBlock for inlines.
func newInline(kind string) typedInline {
	switch kind {
	case "emph":
		return new(Emph)
	case "strong":
		return new(Strong)
	case "link":
		return new(Link)
	case "span":
		return new(Span)
	}
	return nil
}

// asUnknown returns v if it is an [*Unknown], else nil.
func asUnknown(v any) *Unknown {
	u, _ := v.(*Unknown)
	return u
}
