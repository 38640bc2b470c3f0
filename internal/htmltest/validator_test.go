package htmltest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	toasoan "github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

// validator returns the command that runs the Nu Html Checker (vnu), and skips
// the test without one. VNU_JAR is the path of vnu.jar, which the npm package
// vnu-jar has; it needs Java.
func validator(t *testing.T) []string {
	t.Helper()
	if jar := os.Getenv("VNU_JAR"); jar != "" {
		return []string{"java", "-Xss4m", "-jar", jar}
	}
	if path, err := exec.LookPath("vnu"); err == nil {
		return []string{path}
	}
	t.Skip("no validator: set VNU_JAR to the path of vnu.jar")
	return nil
}

// pageOptions are the ways to write a page that differ in their HTML.
var pageOptions = map[string]*toasoan.PageOptions{
	"defaults": nil,
	"all": {SiteName: "Báo Ví Dụ", Nonce: "dG9hc29hbg==", NoStyle: true, HTML: toasoan.HTMLOptions{
		TitleLevel: 2, Tone: vn.NewStyle, Alt: toasoan.AltOmit, IDPrefix: "bai 1-", Base: "https://bao.example/x/",
		HeadingID: func(*article.Heading) string { return "muc" }, URL: func(u string) string { return "/proxy?u=" + u },
		Time: func(t time.Time) string { return t.Format("15:04 2-1-2006") },
	}, JSONLD: toasoan.JSONLDOptions{PublisherName: "Báo Ví Dụ", PublisherURL: "https://bao.example/", LogoURL: "https://bao.example/logo.png"}},
	"keep": {HTML: toasoan.HTMLOptions{TitleLevel: 6, Alt: toasoan.AltKeep, Tone: vn.OldStyle}},
	"none": {HTML: toasoan.HTMLOptions{TitleLevel: -1, HeadingID: func(*article.Heading) string { return "" }, URL: func(string) string { return "" }}},
	"hook": {HTML: toasoan.HTMLOptions{Block: func(w *toasoan.HTMLWriter, b article.Block) bool {
		if _, ok := b.(*article.Figure); !ok || w.Depth() > 0 {
			return false
		}
		w.Markup("<div class=\"anh\">\n")
		w.Block(b)
		w.Markup("</div>\n")
		return true
	}}},
}

// TestValidator has the Nu Html Checker read the pages of all fixtures, of an
// article with every kind of block, also in another language, and of the
// hostile texts, with all options. It must find no error.
func TestValidator(t *testing.T) {
	command := validator(t)
	dir := t.TempDir()
	pages := 0
	write := func(name string, a *article.Article, options ...string) {
		if len(options) == 0 {
			options = slices.Collect(maps.Keys(pageOptions))
		}
		for _, option := range options {
			opts := pageOptions[option]
			var b bytes.Buffer
			if err := toasoan.Page(&b, a, opts); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(name, "/", "-")+"-"+option+".html"), b.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
			pages++
		}
	}
	fixtures(t, func(t *testing.T, a *article.Article) { write(t.Name(), a) })
	for _, lang := range []string{"vi", "en"} {
		a := full(filler{text: numbered("slot%dz"), url: always("https://bao.vn/x"), lang: always(lang), rest: always("x"), time: when})
		write("every-"+lang, noLevelSkipped(a))
	}
	write("empty", nil)
	for i, s := range attacks(t) {
		// Which codes of languages are registered is up to the article.
		a := full(filler{text: always(s), url: always(s), lang: always("vi"), rest: always(s), time: when})
		write(fmt.Sprint("attack-", i), noLevelSkipped(a), "defaults")
	}

	out, err := exec.Command(command[0], append(command[1:], "--errors-only", "--format", "json", "--exit-zero-always", "--skip-non-html", dir)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var report struct {
		Messages []struct {
			Type, SubType, URL, Message, Extract string
			LastLine                             int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("%v: %.1000s", err, out)
	}
	t.Logf("%d pages, %d messages", pages, len(report.Messages))
	seen := make(map[string]bool)
	for _, m := range report.Messages {
		kind := regexp.MustCompile(`“.*”|[0-9]+`).ReplaceAllString(m.Message, "…")
		if !seen[kind] { // one of each is enough to begin with
			seen[kind] = true
			t.Errorf("%s:%d: %s: %s: %q", filepath.Base(m.URL), m.LastLine, m.Type, m.Message, m.Extract)
		}
	}
}

// noLevelSkipped makes the headings of an article go down one level at a time,
// which is up to the article and not to the renderer.
func noLevelSkipped(a *article.Article) *article.Article {
	for b := range a.Body.All() {
		if h, ok := b.(*article.Heading); ok {
			h.Level = min(h.Level, 3)
		}
	}
	return a
}
