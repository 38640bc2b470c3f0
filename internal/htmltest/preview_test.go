package htmltest

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// pasted is a text with a line for each thing that the page of
// examples/preview shows: a caption in two versions, both tone styles, a
// doubled word, a line that is dropped and a block without links.
const pasted = `Bến đò Rạch Sậy có đèn mới
Bà con qua đò chuyến đầu sau khi lắp đèn tối thứ bảy.

Bà con qua đò chuyến đầu tiên sau khi lắp đèn tối thứ bảy.

Hàng đèn năng lượng mặt trời vừa được thắp lên dọc bến đò Rạch Sậy. Người già trẻ nhỏ đi về ban đêm không còn phải soi đèn pin.

Ông Tạ Văn Khoẻ nói hòa thuận góp công thì việc gì và và cũng xong. Bến đò mở cửa tới 10 giờ đêm.

Chia sẻ

Bình luận

Xem nhiều nhất
`

// preview starts the program of examples/preview and returns its address.
func preview(t *testing.T) string {
	t.Helper()
	exe := filepath.Join(t.TempDir(), "preview.exe")
	build := exec.Command("go", "build", "-o", exe, "./examples/preview")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	cmd := exec.Command(exe, "-addr", "127.0.0.1:0")
	cmd.Stderr = os.Stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// A previewPage is the page of examples/preview in a browser.
type previewPage struct {
	*browser
	origin string
}

// openPreview opens the page in a window of the given width.
func openPreview(t *testing.T, width int, scheme string) previewPage {
	t.Helper()
	chromium(t) // first, since it skips the test where there is no browser
	p := previewPage{start(t), preview(t)}
	p.resize(width, 900, scheme)
	p.call("Page.navigate", map[string]any{"url": p.origin}, nil)
	p.until(`document.readyState === "complete" && location.origin !== "null"`)
	return p
}

func (p previewPage) resize(width, height int, scheme string) {
	p.t.Helper()
	p.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}, nil)
	p.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// eval returns the value of a JavaScript expression in the page.
func (p previewPage) eval(expression string) any {
	p.t.Helper()
	var got struct {
		Result           struct{ Value any }
		ExceptionDetails json.RawMessage
	}
	p.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true}, &got)
	if got.ExceptionDetails != nil {
		p.t.Fatalf("%s: %s", expression, got.ExceptionDetails)
	}
	return got.Result.Value
}

// until waits for an expression to be true.
func (p previewPage) until(expression string) {
	p.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if p.eval(expression) == true {
			return
		}
	}
	p.t.Fatalf("never true: %s\nstatus: %v\narticle: %.500s", expression, p.eval(`document.getElementById("status").textContent`), p.eval(shownArticle))
}

// shownArticle is the text of the rendered article, empty while it loads.
const shownArticle = `(document.getElementById("frame").contentDocument.body?.innerText ?? "")`

// shownPanels is the ids of the panels that are shown.
const shownPanels = `[...document.querySelectorAll(".panel")].filter((e) => e.checkVisibility()).map((e) => e.id).join(" ")`

// typeText replaces the whole text as a paste does.
func (p previewPage) typeText(text string) {
	p.t.Helper()
	p.eval(`document.getElementById("text").select()`)
	p.call("Input.insertText", map[string]any{"text": text}, nil)
}

// choose chooses the option of a select element, as a user does.
func (p previewPage) choose(id, value string) {
	p.t.Helper()
	p.eval(fmt.Sprintf(`{
		const e = document.getElementById(%q)
		e.value = %[2]q
		if (e.value !== %[2]q) throw new Error("no such option")
		e.dispatchEvent(new Event("change", {bubbles: true}))
	}`, id, value))
}

// key presses and releases a key. modifiers is 2 for Ctrl.
func (p previewPage) key(key string, modifiers int) {
	p.t.Helper()
	codes := map[string]int{"Tab": 9, "Enter": 13, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowRight": 39}
	params := map[string]any{"type": "rawKeyDown", "key": key, "modifiers": modifiers, "windowsVirtualKeyCode": codes[key]}
	p.call("Input.dispatchKeyEvent", params, nil)
	p.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "modifiers": modifiers, "windowsVirtualKeyCode": codes[key]}, nil)
}

// clean fails the test if the browser has complained so far: on the console, by
// exceptions, refused loads or violations of the policy.
func (p previewPage) clean() {
	p.t.Helper()
	for _, method := range []string{"Log.enable", "Runtime.enable"} { // both repeat what was before
		p.id++
		fmt.Fprintf(p.out, `{"id":%d,"method":%q,"sessionId":%q}`+"\x00", p.id, method, p.session)
		for m := (message{}); m.ID != p.id; {
			data, err := p.in.ReadBytes(0)
			if err != nil {
				p.t.Fatalf("the browser is gone: %v", err)
			}
			m = message{}
			if err := json.Unmarshal(data[:len(data)-1], &m); err != nil {
				p.t.Fatal(err)
			}
			switch m.Method {
			case "Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown":
				p.t.Errorf("the browser says: %s", data)
			}
		}
	}
}

// TestPreview pastes a text and looks at what each panel makes of it.
func TestPreview(t *testing.T) {
	p := openPreview(t, 1400, "light")
	p.typeText(pasted)
	p.until(`document.getElementById("frame").contentDocument.querySelector("h1")?.innerText === "Bến đò Rạch Sậy có đèn mới"`)
	p.until(`document.getElementById("status").textContent.startsWith("Đã phân tích")`)
	for id, parts := range map[string][]string{
		"notes-list":    {"Nút chia sẻ", "Đã bỏ", "Chú thích bản cũ", "Dòng 10"},
		"problems-list": {"Lặp từ", "Lẫn lộn hai kiểu đặt dấu thanh", "Khối liên kết trống"},
		"source":        {`"version": 1`, `"title": "Bến đò Rạch Sậy có đèn mới"`},
	} {
		got := p.eval(`document.getElementById("` + id + `").innerText`).(string)
		for _, part := range parts {
			if !strings.Contains(got, part) {
				t.Errorf("#%s lacks %q:\n%s", id, part, got)
			}
		}
	}
	// The article stands beside one of the other panels.
	for _, tab := range []string{"notes", "problems", "code"} {
		p.eval(`document.getElementById("tab-` + tab + `").click()`)
		if got, want := p.eval(shownPanels), "article "+tab; got != want {
			t.Errorf("after a click on %s a wide window shows %v, want %s", tab, got, want)
		}
	}
	// The style sheet of the article is let through by its hash.
	if got := p.eval(`getComputedStyle(document.getElementById("frame").contentDocument.querySelector("main")).maxWidth`); got != "680px" {
		t.Errorf("the article has no style: main is at most %v wide", got)
	}

	p.choose("tone", "new")
	p.until(shownArticle + `.includes("hoà thuận") && document.getElementById("source").textContent.includes("hoà thuận")`)
	p.choose("tone", "old")
	p.until(shownArticle + `.includes("Khỏe") && !document.getElementById("problems-list").innerText.includes("hai kiểu")`)

	const old = `alt: “Bà con qua đò chuyến đầu sau khi lắp đèn tối thứ bảy.”`
	p.until(shownArticle + `.includes("alt trống")`)
	p.choose("alt", "keep")
	p.until(shownArticle + ".includes(`" + old + "`)")
	p.choose("alt", "omit")
	p.until(shownArticle + `.includes("Không ghi alt") && !` + shownArticle + ".includes(`" + old + "`)")

	const shownNotes = `document.getElementById("notes-list").children.length`
	all := p.eval(shownNotes)
	p.choose("rule", "share")
	p.until(shownNotes + ` === 1 && document.getElementById("notes-list").innerText.includes("Chia sẻ")`)
	p.choose("tone", "keep")
	p.until(`document.getElementById("problems-list").innerText.includes("hai kiểu") && ` + shownNotes + ` === 1`)
	p.choose("rule", "")
	if got := p.eval(shownNotes); got != all {
		t.Errorf("%v notes of all rules, want %v", got, all)
	}

	p.eval(`document.querySelector("#notes-list button").click()`)
	if got := p.eval(`(t => t.value.slice(t.selectionStart, t.selectionEnd))(document.activeElement)`); !strings.HasPrefix(got.(string), "Bà con qua đò") {
		t.Errorf("the first note selects %q in the text", got)
	}
	p.clean()
}

// TestPreviewHTML holds that signs of markup are shown as they are, and that the
// source of a page is recognized.
func TestPreviewHTML(t *testing.T) {
	p := openPreview(t, 1400, "light")
	p.typeText("Khi a < b & c\n\nThẻ <em> trong một câu.")
	p.until(`document.getElementById("source").textContent.includes("Thẻ <em> trong một câu.")`)
	p.until(shownArticle + `.includes("Khi a < b & c")`)
	if p.eval(`document.getElementById("notice").checkVisibility()`) != false {
		t.Error("a text with a tag is taken for HTML")
	}
	p.typeText("<!DOCTYPE html>\n<html><body>\n<h1>Chợ nổi</h1>\n<p>Một đoạn.</p>\n</body></html>\n")
	p.until(`document.getElementById("notice").innerText.includes("HTML") && document.getElementById("notice").checkVisibility()`)
	p.eval(`document.getElementById("clear").click()`)
	p.until(`!document.getElementById("notice").checkVisibility()`)
	p.clean()
}

// TestPreviewCopy copies and saves the results.
func TestPreviewCopy(t *testing.T) {
	p := openPreview(t, 1400, "light")
	p.eval(`document.getElementById("sample").click()`)
	p.until(shownArticle + `.includes("Mương Dừa")`)
	p.eval(`navigator.clipboard.writeText = async (s) => { window.copied = s }`)
	for format, prefix := range map[string]string{"html": "<article", "page": "<!doctype html>", "json": "{\n  \"version\"", "jsonld": `{"@context"`} {
		p.choose("format", format)
		p.eval(`window.copied = ""; document.getElementById("copy").click()`)
		p.until(`window.copied !== ""`)
		if got := p.eval("copied").(string); !strings.HasPrefix(got, prefix) || !strings.Contains(got, "Mương Dừa") {
			t.Errorf("%s: copied %.200q, want it to begin with %q", format, got, prefix)
		}
		p.until(`document.getElementById("status").textContent.startsWith("Đã chép")`)
	}
	// Of a long text the page shows the beginning, and copies all of it.
	p.choose("format", "json")
	p.eval(`document.getElementById("text").value = "Tít\n\n" + "Ghe về chợ. ".repeat(9000) + "Hết."; document.getElementById("form").requestSubmit()`)
	p.until(`document.getElementById("source").textContent.includes("ký tự nữa")`)
	p.eval(`window.copied = ""; document.getElementById("copy").click()`)
	p.until(`copied.includes("Hết.") && JSON.parse(copied).title === "Tít"`)
	if got := p.eval(`document.getElementById("source").textContent`).(string); strings.Contains(got, "Hết.") {
		t.Error("the page shows all of a long text")
	}
	p.eval(`document.getElementById("sample").click()`)
	p.until(shownArticle + `.includes("Mương Dừa")`)

	p.eval(`navigator.clipboard.writeText = async () => { throw new Error("refused") }; document.getElementById("copy").click()`)
	p.until(`document.getElementById("status").textContent.includes("Ctrl + C") && getSelection().toString().length > 100`)

	dir := t.TempDir()
	p.call("Page.setDownloadBehavior", map[string]any{"behavior": "allow", "downloadPath": dir}, nil)
	p.choose("format", "html")
	p.eval(`document.getElementById("download").click()`)
	var saved []byte
	for end := time.Now().Add(20 * time.Second); len(saved) == 0 && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		saved, _ = os.ReadFile(filepath.Join(dir, "bai.html"))
	}
	if got := p.eval(`document.getElementById("source").textContent`); string(saved) != got {
		t.Errorf("saved %.200q, want %.200q", saved, got)
	}
	p.clean()
}

// TestPreviewOrder lets the answer to an old text come after that to a newer
// one: the newer one stays.
func TestPreviewOrder(t *testing.T) {
	p := openPreview(t, 1400, "light")
	p.eval(`{
		const real = window.fetch
		let first = true
		window.fetch = async (url, init) => {
			if (!first) return real(url, init)
			first = false
			const data = await (await real(url, {...init, signal: undefined})).json()
			await new Promise((go) => { window.late = go })
			return {ok: true, json: async () => data}
		}
		window.wait = window.setTimeout.bind(window)
		window.setTimeout = () => 0 // so that Ctrl+Enter alone parses
	}`)
	p.typeText("Tít thứ nhất\n\nMột đoạn.")
	p.key("Enter", 2)
	p.until(`window.late !== undefined`)
	p.typeText("Tít thứ hai\n\nMột đoạn.")
	p.key("Enter", 2)
	p.until(shownArticle + `.includes("Tít thứ hai")`)
	p.eval(`window.late(); new Promise((go) => wait(go))`)
	if got := p.eval(`document.getElementById("source").textContent`).(string); !strings.Contains(got, "Tít thứ hai") {
		t.Errorf("the late answer is shown:\n%s", got)
	}
	p.clean()
}

// TestPreviewErrors holds that what goes wrong is said, and that nothing old
// stays beside it.
func TestPreviewErrors(t *testing.T) {
	p := openPreview(t, 1400, "light")
	p.typeText(pasted)
	p.until(shownArticle + `.includes("Rạch Sậy")`)
	p.eval(`document.getElementById("text").value = "a".repeat(1 << 20); document.getElementById("form").requestSubmit()`)
	p.until(`document.getElementById("status").textContent.includes("1 MiB")`)
	p.until(shownArticle + ` === "" && document.getElementById("source").textContent === "" && document.getElementById("copy").disabled`)
	p.eval(`window.fetch = async () => { throw new TypeError("gone") }`)
	p.typeText(pasted)
	p.until(`document.getElementById("status").textContent.includes("Không liên lạc được")`)
	p.eval(`document.getElementById("clear").click()`)
	p.until(`document.getElementById("status").textContent.startsWith("Chưa có văn bản")`)
	p.clean()
}

// TestPreviewPhone goes through the tabs by keyboard, in a window 320 pixels
// wide that must not need to be scrolled sideways.
func TestPreviewPhone(t *testing.T) {
	p := openPreview(t, 320, "dark")
	p.typeText(pasted)
	p.until(shownArticle + `.includes("Rạch Sậy")`)
	p.eval(`document.querySelector("[role=tab][aria-selected=true]").focus()`)
	for _, step := range []struct{ key, panel string }{
		{"Home", "article"}, {"ArrowRight", "code"}, {"ArrowRight", "notes"}, {"End", "problems"}, {"ArrowRight", "article"}, {"ArrowLeft", "problems"}, {"ArrowLeft", "notes"}, {"Home", "article"}, {"ArrowRight", "code"},
	} {
		p.key(step.key, 0)
		const state = `(() => {
			const tab = document.activeElement
			const panels = [...document.querySelectorAll("[role=tabpanel]")].filter((e) => e.checkVisibility())
			return [tab.getAttribute("aria-controls"), tab.getAttribute("aria-selected"), tab.tabIndex, ...panels.map((e) => e.id)].join(" ")
		})()`
		if got, want := p.eval(state), step.panel+" true 0 "+step.panel; got != want {
			t.Errorf("after %q: %v, want %s", step.key, got, want)
		}
		if got := p.eval(`document.documentElement.scrollWidth`); got != 320.0 {
			t.Errorf("with the panel %s the page is %v pixels wide in a window of 320", step.panel, got)
		}
	}
	p.key("Tab", 0)
	if got := p.eval(`document.activeElement.id`); got != "format" {
		t.Errorf("after the tabs comes #%v, want the panel", got)
	}
	// The article itself fits too.
	p.eval(`document.getElementById("tab-article").click()`)
	if got := p.eval(`(e => e.scrollWidth - e.clientWidth)(document.getElementById("frame").contentDocument.documentElement)`); got != 0.0 {
		t.Errorf("the article is %v pixels too wide", got)
	}
	p.resize(1400, 900, "dark")
	p.until(shownPanels + ` === "article code"`)
	p.clean()
}

// TestPreviewAccessible holds that each control has a name.
func TestPreviewAccessible(t *testing.T) {
	p := openPreview(t, 1400, "light")
	p.eval(`document.getElementById("sample").click()`)
	p.until(shownArticle + `.includes("Mương Dừa")`)
	controls := 0
	for _, n := range p.accessible() {
		switch n.role() {
		case "textbox", "combobox", "checkbox", "button", "tab", "Iframe":
			controls++
			if !n.Ignored && n.name() == "" {
				t.Errorf("a %s has no name", n.role())
			}
		}
	}
	if controls < 10 {
		t.Errorf("%d controls in the accessibility tree, want more", controls)
	}
}

// TestPreviewPicture takes the pictures of the page in its README:
//
//	go test -run PreviewPicture -screenshots screenshots
func TestPreviewPicture(t *testing.T) {
	if *screenshots == "" {
		t.Skip("no -screenshots directory")
	}
	for _, shot := range []struct {
		name          string
		width, height int
		scheme        string
	}{
		{"preview.png", 1280, 820, "light"},
		{"preview-phone.png", 390, 1240, "dark"},
	} {
		p := openPreview(t, shot.width, shot.scheme)
		p.resize(shot.width, shot.height, shot.scheme)
		p.eval(`document.getElementById("sample").click()`)
		p.until(shownArticle + `.includes("alt")`)
		p.choose("alt", "keep")
		p.until(shownArticle + `.includes("alt: ")`)
		var result struct{ Data string }
		p.call("Page.captureScreenshot", map[string]any{"format": "png"}, &result)
		data, err := base64.StdEncoding.DecodeString(result.Data)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*screenshots, shot.name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
