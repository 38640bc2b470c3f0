package toasoan_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/toasoan/toasoan"

// imports lists, for each package of the library, the packages outside the
// standard library that it may reach, directly or not. A package that is not
// listed may reach nothing but the standard library.
var imports = map[string][]string{
	"vn":                  {xtext("transform"), xtext("unicode/norm")},
	"vn/charset":          {own("vn"), xtext("transform"), xtext("unicode/norm"), xtext("encoding"), xtext("encoding/internal/identifier")},
	"internal/similar":    {own("vn"), xtext("transform"), xtext("unicode/norm")},
	"internal/jsonenc":    {own("internal/span")},
	"internal/lineartest": {own("internal/racetest")},
	"article": {own("vn"), own("internal/jsonenc"), own("internal/similar"), own("internal/span"), own("internal/weburl"),
		xtext("transform"), xtext("unicode/norm")},
	"internal/everyblock": {own("article"), own("vn"), own("internal/jsonenc"), own("internal/similar"), own("internal/span"), own("internal/weburl"),
		xtext("transform"), xtext("unicode/norm")}, // test support
	"render": {own("article"), own("vn"), own("internal/jsonenc"), own("internal/similar"), own("internal/span"), own("internal/weburl"),
		xtext("transform"), xtext("unicode/norm")},
}

func own(path string) string   { return module + "/" + path }
func xtext(path string) string { return "golang.org/x/text/" + path }

// TestImportGraph holds the order of the packages: text below articles below
// rendering, and nothing above the library but the examples.
func TestImportGraph(t *testing.T) {
	for _, path := range goList(t, "./...") {
		name := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
		if strings.HasPrefix(name, "examples/") {
			continue
		}
		for _, dep := range goList(t, "-deps", path) {
			if dep != path && !standard(dep) && !slices.Contains(imports[name], dep) {
				t.Errorf("%s reaches %s, which it may not", name, dep)
			}
		}
	}
}

// TestExamplesImports holds the examples to the standard library and this
// module.
func TestExamplesImports(t *testing.T) {
	for _, dep := range goList(t, "-deps", "./examples/...") {
		if !standard(dep) && !strings.HasPrefix(dep, module) && !strings.HasPrefix(dep, "golang.org/x/text/") {
			t.Errorf("an example reaches %s", dep)
		}
	}
}

// standard reports whether a package is of the standard library: other paths
// begin with a domain.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// goList returns the packages that go list prints.
func goList(t *testing.T, args ...string) []string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list %s: %v", strings.Join(args, " "), err)
	}
	return slices.DeleteFunc(strings.Fields(string(out)), func(p string) bool {
		return strings.HasPrefix(p, "vendor/")
	})
}
