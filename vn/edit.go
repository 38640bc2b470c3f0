package vn

import "iter"

// A Reason is why [Form] changes a letter.
type Reason uint8

// The reasons, in the order in which the causes work. An edit that has several
// gives the last.
const (
	ReasonComposition   Reason = iota + 1 // not in NFC
	ReasonMarkOrder                       // marks that NFC does not put together: a tone typed before ^, a doubled tone, d with a stroke
	ReasonLookalike                       // a letter that only looks like the one meant: Ð for Đ, Cyrillic о for o
	ReasonInvisible                       // an invisible character in or at a Latin word
	ReasonMisplacedTone                   // a tone mark where neither style puts it: tòan, qúy, hòàn
	ReasonToneStyle                       // a tone mark where the other style puts it
)

// String returns the name of the reason in lower case, such as "misplaced tone".
func (r Reason) String() string {
	names := [...]string{"", "composition", "mark order", "look-alike", "invisible character", "misplaced tone", "tone style"}
	if r > 0 && int(r) < len(names) {
		return names[r]
	}
	return "Reason(" + itoa(uint8(r)) + ")"
}

// An Edit is one change that [Form] makes to a text.
type Edit struct {
	Start, End int    // byte offsets in the source
	New        string // what replaces source[Start:End]
	Reason     Reason // why; the last cause if there are several
}

// Edits yields the changes that [Form.String] makes to s, in order: replacing each
// s[Start:End] by New gives the normal form. No two edits touch, and each covers
// whole letters, a letter being its base with its marks and the invisible characters
// among and after them. So the edits map offsets in s to offsets in the result.
//
// Text without edits costs no more than with [Form.IsNormal]. The sequence may be
// ranged over several times.
func (f Form) Edits(s string) iter.Seq[Edit] {
	return func(yield func(Edit) bool) {
		m, e := f.machine(), new(editor)
		for i := 0; i < len(s); {
			if i = m.clean(s, i, true); i == len(s) {
				break
			}
			e.out, i, _ = m.step(e.out[:0], s, i, true, e)
			for _, edit := range e.done {
				if !yield(edit) {
					return
				}
			}
			e.done = e.done[:0]
		}
		if e.flush(); len(e.done) > 0 {
			yield(e.done[0])
		}
	}
}

// An editor gathers edits. A nil editor gathers none.
type editor struct {
	out  []byte // of a step
	done []Edit // complete: none that follows touches them

	// The last edit, which may still grow.
	start, end int
	text       []byte
	reason     Reason
}

// note notes that s[start:end] becomes text, for reason, if that is a change.
func (e *editor) note(s string, start, end int, text []byte, reason Reason) {
	if e == nil || s[start:end] == string(text) {
		return
	}
	if e.reason == 0 || e.end != start {
		e.flush()
		e.start = start
	}
	e.end = end
	e.text = append(e.text, text...)
	e.reason = max(e.reason, reason)
}

// flush completes the last edit.
func (e *editor) flush() {
	if e.reason != 0 {
		e.done = append(e.done, Edit{e.start, e.end, string(e.text), e.reason})
	}
	e.text, e.reason = e.text[:0], 0
}
