package htmltest

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	toasoan "github.com/toasoan/toasoan/render"
)

// browse opens a document in Chromium, without a network, and returns the DOM
// after its scripts have run, as HTML, and what was logged. The test is
// skipped where there is no Chromium.
func browse(t *testing.T, src string) (dom, log string) {
	t.Helper()
	path := chromium(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir="+profile(t), "--virtual-time-budget=3000",
		"--enable-logging=stderr", "--dump-dom", "file://"+file)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Skipf("Chromium does not run here: %v\n%s", err, errs.String())
	}
	return out.String(), errs.String()
}

// TestBrowserHostile opens all hostile articles in one page. The tree that
// the browser makes must be the one that the parser of the other tests makes,
// and nothing may have run.
func TestBrowserHostile(t *testing.T) {
	var b bytes.Buffer
	b.WriteString(`<!doctype html><meta charset="utf-8"><title>t</title><script>
for (const f of ["pwn", "alert", "confirm", "prompt", "print"]) window[f] = () => document.documentElement.setAttribute("ran", f)
</script><body>`)
	for i, s := range attacks(t) {
		a := full(filler{text: always(s), url: always(s), lang: always(s), rest: always(s), time: when})
		b.WriteString("<main>")
		b.Write(toasoan.AppendHTML(nil, a, &toasoan.HTMLOptions{Alt: toasoan.AltKeep, IDPrefix: fmt.Sprintf("a%d-", i)}))
		b.WriteString("</main>")
	}
	dom, _ := browse(t, b.String())
	if strings.Contains(dom[:min(len(dom), 1000)], " ran=") {
		t.Fatalf("a script ran: %.200s", dom)
	}
	same := func(_, s string) string { return s }
	cut := func(s string) string { return s[strings.Index(s, "<main>"):strings.LastIndex(s, "</main>")] }
	got, want := dump(parse(t, cut(dom)), same), dump(parse(t, cut(b.String())), same)
	if got != want {
		diff := cmp.Diff(want, got)
		t.Errorf("-want +got\n%.5000s", diff)
	}
}

// news is an article with what is hard to fit into a narrow window.
func news() *article.Article {
	a := full(filler{text: numbered("Ủy ban nhân dân thành phố %d"), url: always("#x"), lang: always("vi"), rest: always("x"), time: when})
	long := strings.Repeat("Kếtluậnkiểmtra", 30)
	wide := &article.Table{}
	for range 3 {
		row := make([]article.Cell, 14)
		for i := range row {
			row[i].Text = article.Inlines{article.Text("12.345.678 đồng")}
		}
		wide.Rows = append(wide.Rows, row)
	}
	a.Body = append(a.Body, wide, &article.Paragraph{Text: article.Inlines{article.Text(long)}}, &article.Heading{Level: 2, Text: article.Inlines{article.Text(long)}},
		&article.Embed{URL: "https://bao.vn/" + long, Title: long, Provider: long}, &article.Box{Title: long, Body: article.Blocks{&article.Paragraph{Text: article.Inlines{article.Text(long)}}}})
	a.Title, a.Section, a.Tags = a.Title+long, long, []string{long, "b"}
	return a
}

func document(t *testing.T, a *article.Article) string {
	t.Helper()
	var b bytes.Buffer
	opts := &toasoan.PageOptions{HTML: toasoan.HTMLOptions{URL: func(u string) string {
		if strings.HasPrefix(u, "#") {
			return u
		}
		return ""
	}}}
	if err := toasoan.Page(&b, a, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestBrowserNarrow opens a page in a frame 320 pixels wide, which is also
// 1280 pixels at 400 %: it must not need to be scrolled sideways (WCAG 2.2,
// 1.4.10).
func TestBrowserNarrow(t *testing.T) {
	src := `<!doctype html><meta charset="utf-8"><title>t</title><body><iframe id="f" style="border:0;width:320px;height:600px" srcdoc="` +
		html.EscapeString(document(t, news())) + `"></iframe><script>
onload = () => {
	const d = document.getElementById("f").contentDocument.documentElement
	document.body.innerHTML = "<p>scroll " + d.scrollWidth + " of " + d.clientWidth + "</p>"
}
</script>`
	dom, _ := browse(t, src)
	_, s, _ := strings.Cut(dom, "<p>scroll ")
	var scroll, client int
	if _, err := fmt.Sscanf(s, "%d of %d", &scroll, &client); err != nil || client == 0 || client > 320 {
		t.Fatalf("no widths: %v, %.300s", err, dom)
	}
	if scroll > client {
		t.Errorf("the page is %d pixels wide in a window of %d", scroll, client)
	}
}

// TestBrowserConsole opens a page: the browser must not complain.
func TestBrowserConsole(t *testing.T) {
	dom, log := browse(t, document(t, news()))
	if !strings.Contains(dom, "</article>") {
		t.Fatalf("no article in the DOM: %.300s", dom)
	}
	for line := range strings.Lines(log) {
		if strings.Contains(line, ":CONSOLE") {
			t.Error(line)
		}
	}
}

// TestBrowserAccessible reads the tree that screen readers get: there are the
// title as a heading, figures named by their captions, blocks of links,
// boxes and corrections named by their labels, and no image without a name
// but the decorative ones, which are not in the tree.
func TestBrowserAccessible(t *testing.T) {
	caption := article.Caption{Text: article.Inlines{article.Text("Quang cảnh buổi làm việc.")}}
	para := article.Blocks{&article.Paragraph{Text: article.Inlines{article.Text("Nội dung.")}}}
	pixel := "#pixel"
	a := &article.Article{
		Title: "Cầu mới",
		Body: article.Blocks{
			&article.Figure{Image: article.Image{URL: pixel, Alt: "Quang cảnh buổi làm việc"}, Caption: caption},
			&article.Figure{Image: article.Image{URL: pixel, Alt: "Đoàn xe đầu tiên qua cầu"}, Caption: article.Caption{Text: article.Inlines{article.Text("Thông xe.")}}},
			&article.Box{Title: "Thông tin thêm", Body: para},
			&article.Correction{Text: article.Inlines{article.Text("Đúng là 15,2 km.")}},
			&article.Embed{URL: "#video", Title: "Toàn cảnh", Provider: "YouTube", Image: &article.Image{URL: pixel}},
		},
		Related: []*article.LinkBlock{{Label: "Các tin khác", Links: []article.RelatedLink{{Title: "Cao tốc thông xe", URL: "#x", Image: &article.Image{URL: pixel, Alt: "Cao tốc thông xe"}}}}},
	}
	b := start(t)
	b.open(document(t, a), nil)
	found := make(map[string]int)
	for _, n := range b.accessible() {
		if n.Ignored {
			continue
		}
		found[n.role()+" "+n.name()]++
		if (n.role() == "image" || n.role() == "img") && n.name() == "" {
			t.Error("an image has no name")
		}
	}
	for want, n := range map[string]int{
		"heading Cầu mới": 1, "figure Quang cảnh buổi làm việc.": 1, "figure Thông xe.": 1, "image Đoàn xe đầu tiên qua cầu": 1,
		"complementary Thông tin thêm": 1, "region Thông tin cải chính, xin lỗi": 1, "figure YouTube": 1, "link Toàn cảnh": 1,
		"navigation Các tin khác": 1, "link Cao tốc thông xe": 1,
	} {
		if found[want] != n {
			t.Errorf("%d × %q in the accessibility tree, want %d: %v", found[want], want, n, found)
		}
	}
}
