package render

import (
	"strings"

	"github.com/toasoan/toasoan/internal/weburl"
)

// addresses makes the URLs of an output: it checks them, resolves them and
// lets the caller's options rewrite them.
type addresses struct {
	rewrite func(u string) string // nil for none
	base    weburl.Base
	scratch *[]byte // nil until needed, then from a pool
}

// setBase makes u the base of relative references, if it is an absolute URL.
func (x *addresses) setBase(u string) { x.base, _ = weburl.ParseBase(u) }

// url returns u as it is to be written, "" unless ok allows it before and
// after it is rewritten. The result is good until the next use of x.
func (x *addresses) url(u string, ok func(string) bool) string {
	if !ok(u) {
		return ""
	}
	resolved := x.resolve(u)
	if x.rewrite != nil {
		if !x.base.Leaves(u) {
			resolved = strings.Clone(resolved) // for the function may keep it
		}
		if u = x.rewrite(resolved); !ok(u) {
			return ""
		}
		resolved = x.resolve(u)
	}
	return weburl.Escape(resolved)
}

// resolve returns u made absolute. It may stand in the scratch buffer.
func (x *addresses) resolve(u string) string {
	if x.base.Leaves(u) {
		return u
	}
	b := lend(&x.scratch)
	*b = x.base.Append((*b)[:0], u)
	return view(*b)
}

// page returns the address of an article itself, made absolute, "" if it
// cannot be. It is not rewritten, and it is the caller's to keep.
func (x *addresses) page(u string) string {
	if !weburl.Resource(u) {
		return ""
	}
	if !x.base.Leaves(u) {
		u = string(x.base.Append(nil, u))
	}
	if !weburl.Absolute(u) {
		return ""
	}
	return weburl.Escape(u)
}
