package webpage

import (
	"encoding/json"
	"strings"
)

// Bounds of JSON-LD. A page has some kilobytes of it.
const (
	maxLinkedData = 256 << 10
	maxNested     = 12
)

// linkedData takes what a script of JSON-LD says of the article. What is not
// JSON says nothing.
func (f *facts) linkedData(script string) {
	if len(script) > maxLinkedData || !strings.Contains(script, "Article") &&
		!strings.Contains(script, "Posting") && !strings.Contains(script, "BreadcrumbList") {
		return
	}
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		// Some systems write line breaks into their strings.
		script = strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, script)
		if json.Unmarshal([]byte(script), &v) != nil {
			return
		}
	}
	f.thing(v, 0)
}

// thing takes an object of JSON-LD, or a list of them.
func (f *facts) thing(v any, depth int) {
	if depth > maxNested {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			f.thing(e, depth+1)
		}
	case map[string]any:
		f.thing(v["@graph"], depth+1)
		switch kind := stringOf(v["@type"]); {
		case strings.HasSuffix(kind, "Article"), strings.HasSuffix(kind, "Posting"), kind == "Report":
			f.articleData(v)
		case kind == "BreadcrumbList":
			f.breadcrumbs(v)
		}
		f.thing(v["mainEntity"], depth+1)
	}
}

func (f *facts) articleData(v map[string]any) {
	add(&f.titles, oneLine(stringOf(v["headline"])))
	add(&f.descriptions, oneLine(stringOf(v["description"])))
	add(&f.published, oneLine(stringOf(v["datePublished"])))
	add(&f.modified, oneLine(stringOf(v["dateModified"])))
	add(&f.sections, oneLine(stringOf(v["articleSection"])))
	for _, a := range listOf(v["author"]) {
		switch a := a.(type) {
		case string:
			add(&f.authors, oneLine(a))
		case map[string]any:
			name := oneLine(stringOf(a["name"]))
			if stringOf(a["@type"]) == "Person" {
				add(&f.people, name)
			} else {
				add(&f.papers, name)
			}
		}
	}
	for _, p := range listOf(v["publisher"]) {
		if p, ok := p.(map[string]any); ok {
			add(&f.papers, oneLine(stringOf(p["name"])))
		}
	}
}

// breadcrumbs takes the last section of a path, the page itself left out.
func (f *facts) breadcrumbs(v map[string]any) {
	last := ""
	for _, e := range listOf(v["itemListElement"]) {
		e, ok := e.(map[string]any)
		if !ok {
			continue
		}
		name := stringOf(e["name"])
		if item, ok := e["item"].(map[string]any); ok && name == "" {
			name = stringOf(item["name"])
		}
		if name = oneLine(name); name != "" && len([]rune(name)) <= maxSection && !isHome(name) {
			last = name
		}
	}
	add(&f.sections, last)
}

// stringOf returns v if it is a string, or the first string of a list.
func stringOf(v any) string {
	for _, e := range listOf(v) {
		if s, ok := e.(string); ok {
			return s
		}
	}
	return ""
}

func listOf(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}
