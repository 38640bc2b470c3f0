package vn

// A findTrie finds folded queries in folded text, all of them in one pass, by the
// automaton of Aho and Corasick. Node 0 is the root. A node of one child needs one
// comparison, and nearly all have no more; the root has a table.
type findTrie struct {
	nodes  []findNode
	root   [256]int32 // the child of the root for every byte; 0 if there is none
	begins [512]bool  // by an entry of foldRows: whether a needle begins with its byte
	most   int        // the length of the longest needle
}

// A findNode is a prefix of a needle.
type findNode struct {
	label          byte  // its last byte
	child, sibling int32 // the first child, the next child of its parent; 0 if there is none
	fail           int32 // the longest suffix that is a node
	depth          int32 // its length
	needle         int32 // the needle that it is; -1 if it is none
	shorter        int32 // the longest suffix that is a needle; 0 if there is none
}

// add adds a needle and returns its number, which is next for a new one.
func (t *findTrie) add(needle string, next int32) int32 {
	if len(t.nodes) == 0 {
		t.nodes = append(make([]findNode, 0, len(needle)+1), findNode{needle: -1})
	}
	t.most = max(t.most, len(needle))
	at := int32(0)
	for i := range len(needle) {
		to := t.child(at, needle[i])
		if to == 0 {
			to = int32(len(t.nodes))
			t.nodes = append(t.nodes, findNode{label: needle[i], depth: int32(i + 1), needle: -1, sibling: t.nodes[at].child})
			t.nodes[at].child = to
			if at == 0 {
				t.root[needle[i]] = to
			}
		}
		at = to
	}
	if t.nodes[at].needle < 0 {
		t.nodes[at].needle = next
	}
	return t.nodes[at].needle
}

// child returns the child of a node for a byte, or 0.
func (t *findTrie) child(at int32, b byte) int32 {
	if at == 0 {
		return t.root[b]
	}
	c := t.nodes[at].child
	for c != 0 && t.nodes[c].label != b {
		c = t.nodes[c].sibling
	}
	return c
}

// link finds the suffixes of all nodes, those of the shorter nodes first.
func (t *findTrie) link() {
	if len(t.nodes) == 0 {
		return // nothing is looked for
	}
	// The nodes to do are a list through fail, which a node gets when it is done.
	first, last := int32(0), int32(0)
	for b, child := range t.root {
		t.begins[rowEmit|b] = child != 0
	}
	push := func(at int32) {
		for c := t.nodes[at].child; c != 0; c = t.nodes[c].sibling {
			if first == 0 {
				first = c
			} else {
				t.nodes[last].shorter = c
			}
			last = c
		}
	}
	push(0)
	for at := first; at != 0; at = first {
		push(at)
		n := &t.nodes[at]
		first, n.shorter = n.shorter, 0
		// The fail of the children is found from that of the parent.
		for c := n.child; c != 0; c = t.nodes[c].sibling {
			t.nodes[c].fail = t.next(n.fail, t.nodes[c].label)
		}
		if f := &t.nodes[n.fail]; f.needle >= 0 {
			n.shorter = n.fail
		} else {
			n.shorter = f.shorter
		}
	}
}

// next returns the node for the text of a node and a byte behind it.
func (t *findTrie) next(at int32, b byte) int32 {
	for {
		if to := t.child(at, b); to != 0 || at == 0 {
			return to
		}
		at = t.nodes[at].fail
	}
}
