package main

import (
	"fmt"
	"strings"

	"github.com/toasoan/toasoan/vn"
)

// assign gives each record a path of its own. An old path goes to no other
// article: its redirect would never be reached.
func assign(records []record, slugger vn.Slugger) (problems []problem) {
	owner := make(map[string]int) // of a path, by index
	for i := range records {
		rec := &records[i]
		rec.first = i
		if rec.old.path == "" {
			continue
		}
		if first, ok := owner[rec.old.path]; ok {
			rec.first = first
		} else {
			owner[rec.old.path] = i
		}
	}
	for i := range records {
		rec := &records[i]
		taken := func(slug string) bool {
			o, ok := owner["/"+slug]
			return ok && o != i
		}
		if rec.path = preferred(rec, slugger); taken(rec.path[1:]) {
			rec.path = "/" + slugger.Unique(rec.title, taken)
		}
		if rec.path == "/" {
			problems = append(problems, problem{rec.line, fmt.Sprintf("no slug is in the title %.60q, and no id in the address %.80q", rec.title, rec.old.path)})
			continue
		}
		rec.moved = rec.old.path != "" && rec.old.path != rec.path && rec.first == i
		owner[rec.path] = i
	}
	return problems
}

// preferred returns the path that a record would have if it were alone: the
// slug of its title and the id that its old address ends in.
func preferred(rec *record, slugger vn.Slugger) string {
	slug := slugger.Slug(rec.title)
	if slug == "" {
		return "/" + strings.TrimPrefix(rec.old.tail, "-")
	}
	return "/" + slug + rec.old.tail
}
