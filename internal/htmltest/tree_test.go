package htmltest

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parse reads an HTML fragment as the content of a body element.
func parse(t testing.TB, src string) []*html.Node {
	t.Helper()
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(src), body)
	if err != nil {
		t.Fatal(err)
	}
	return nodes
}

// dump writes one line for each node and each attribute. A value is written
// by the function, which gets the name of the attribute, "" for text.
func dump(nodes []*html.Node, value func(name, s string) string) string {
	var b strings.Builder
	for _, n := range nodes {
		dumpNode(&b, n, 0, value)
	}
	return b.String()
}

func dumpNode(b *strings.Builder, n *html.Node, depth int, value func(name, s string) string) {
	indent := strings.Repeat(" ", depth)
	switch n.Type {
	case html.TextNode:
		fmt.Fprintf(b, "%s%q\n", indent, value("", n.Data))
	case html.ElementNode:
		fmt.Fprintf(b, "%s<%s %s>\n", indent, n.Namespace, n.Data)
		for _, a := range n.Attr {
			fmt.Fprintf(b, "%s @%s %s=%q\n", indent, a.Namespace, a.Key, value(a.Key, a.Val))
		}
	default:
		fmt.Fprintf(b, "%snode of type %d: %q\n", indent, n.Type, n.Data)
	}
	for c := range n.ChildNodes() {
		dumpNode(b, c, depth+1, value)
	}
}

// render writes nodes back as HTML.
func render(t testing.TB, nodes []*html.Node) string {
	t.Helper()
	var b strings.Builder
	for _, n := range nodes {
		if err := html.Render(&b, n); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// cleaned is what package render documents that it does to a text, written in
// another way.
func cleaned(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < 0x20, 0x7F <= r && r <= 0x9F:
			return -1
		case strings.ContainsRune("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069", r):
			return -1
		case r >= 0xFDD0 && r <= 0xFDEF, r%0x10000 >= 0xFFFE:
			return 0xFFFD
		}
		return r
	}, s)
}
