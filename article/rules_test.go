package article_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/txtar"
)

// unshown are the rules whose notes no fixture has, and why.
var unshown = map[string]string{
	"limit": "takes a page of more than MaxBlocks lines or many megabytes: see TestParseCanBeWritten",
}

// shows is the line of a fixture's head that names the rules it shows.
var shows = regexp.MustCompile(`(?m)^Rules: (.*)\.$`)

// TestRulesHaveFixtures checks that each rule of the parser has a fixture that
// names it and in which it takes a line, and that the notes of the fixtures
// have each Rule.
func TestRulesHaveFixtures(t *testing.T) {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	names := article.RuleNames()
	shown, noted := make(map[string]bool), make(map[string]bool)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		ar := txtar.Parse(data)
		for line := range strings.Lines(string(ar.Get("notes"))) {
			_, rest, _ := strings.Cut(line, " ")
			noted[rest[:strings.IndexAny(rest, " :")]] = true
		}
		m := shows.FindSubmatch(ar.Comment)
		if m == nil {
			continue
		}
		taken := takenIn(t, ar)
		for name := range strings.SplitSeq(string(m[1]), ", ") {
			shown[name] = true
			if !slices.Contains(names, name) {
				t.Errorf("%s names the rule %q, which is none", file, name)
			} else if !taken[name] {
				t.Errorf("%s names the rule %q, which takes no line of it", file, name)
			}
		}
	}
	for _, name := range names {
		if !shown[name] {
			t.Errorf("no fixture shows the rule %s", name)
		}
	}
	for _, r := range ruleConstants(t) {
		if noted[r] == (unshown[r] != "") {
			t.Errorf("Rule %q: in the notes of a fixture: %t; why not: %q", r, noted[r], unshown[r])
		}
	}
}

// takenIn returns the rules that take lines of a fixture under the zero Parser.
func takenIn(t *testing.T, ar *txtar.Archive) map[string]bool {
	t.Helper()
	doc := ar.Get("draft.json")
	if doc == nil {
		return new(article.Parser).Taken(strings.ReplaceAll(string(ar.Get("input")), "$\n", "\n"), nil)
	}
	a := new(article.Article)
	if err := a.UnmarshalJSON(doc); err != nil {
		t.Fatal(err)
	}
	return new(article.Parser).Taken("", a)
}

// ruleConstants returns the values of the constants of type Rule.
func ruleConstants(t *testing.T) (values []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "rule.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for _, v := range spec.Values {
			s, err := strconv.Unquote(v.(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, s)
		}
		return false
	})
	if len(values) < 30 {
		t.Fatalf("rule.go has %d constants", len(values))
	}
	return values
}
