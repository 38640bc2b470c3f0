package htmltest

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// preview builds examples/preview, starts it on a free port and returns its
// address.
func preview(t *testing.T) string {
	t.Helper()
	chromium(t)
	path := filepath.Join(t.TempDir(), "preview")
	build := exec.Command("go", "build", "-o", path, "./examples/preview")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(path, "-addr", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			cmd.Process.Kill()
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("preview ended with %v", err)
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// size makes the window so wide and high.
func (b *browser) size(width, height int, scale float64) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600}, nil)
}

// visit opens an address and waits until it is loaded.
func (b *browser) visit(url string) {
	b.t.Helper()
	b.call("Page.navigate", map[string]any{"url": url}, nil)
	for b.read().Method != "Page.loadEventFired" {
	}
}

// eval returns the value of an expression, as JSON has it.
func (b *browser) eval(expression string) any {
	b.t.Helper()
	var answer struct {
		Result           struct{ Value any }
		ExceptionDetails json.RawMessage
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true}, &answer)
	if answer.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", expression, answer.ExceptionDetails)
	}
	return answer.Result.Value
}

// wait waits until an expression is true.
func (b *browser) wait(expression string) {
	b.t.Helper()
	for range 200 {
		if b.eval(expression) == true {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	b.t.Fatalf("never true: %s; the page says %q", expression, b.eval("document.body.innerText"))
}

// press presses a key, with Control if ctrl.
func (b *browser) press(key string, ctrl bool) {
	b.t.Helper()
	codes := map[string]int{"Tab": 9, "Enter": 13, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowRight": 39}
	for _, kind := range []string{"rawKeyDown", "keyUp"} {
		modifiers := 0
		if ctrl {
			modifiers = 2
		}
		b.call("Input.dispatchKeyEvent", map[string]any{"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": codes[key], "modifiers": modifiers}, nil)
	}
}

const pasted = "Thuỷ điện Hòa Bình mở thêm một cửa xả đáy\\n\\n" +
	"Nước hồ lên nhanh sau ba ngày mưa ở thượng nguồn, nhà máy thuỷ điện cho biết.\\n\\n" +
	"Người dân hạ du theo dõi mực nước trên sông. Ảnh: Minh Anh\\n\\n" +
	"Người dân ở hạ du theo dõi mực nước trên sông. Ảnh: Minh Anh\\n\\n" +
	"Các xã ven sông đã được báo trước sáu giờ và không ai còn ở ngoài bãi bãi khi nước về.\\n\\nPhản hồi"

// TestPreview uses the page of examples/preview as an editor does: paste, see,
// switch, copy.
func TestPreview(t *testing.T) {
	url := preview(t)
	b := start(t)
	b.call("Log.enable", nil, nil)
	b.call("Runtime.enable", nil, nil)
	b.call("Browser.grantPermissions", map[string]any{"permissions": []string{"clipboardReadWrite", "clipboardSanitizedWrite"}}, nil)
	b.size(1400, 900, 1)
	b.visit(url)
	b.wait(`document.getElementById("status").textContent === "Chưa có văn bản."`)

	// Paste, and see.
	b.eval(`document.getElementById("input").focus()`)
	b.call("Input.insertText", map[string]any{"text": strings.ReplaceAll(pasted, `\n`, "\n")}, nil)
	b.wait(`document.getElementById("status").textContent.includes("ghi chú")`)
	b.wait(`document.getElementById("notes").innerText.includes("Phản hồi")`)
	b.wait(`document.getElementById("problems").innerText.includes("bãi bãi")`)
	b.wait(`document.getElementById("source").textContent.includes('"title": "Thuỷ điện Hòa Bình')`)
	b.wait(`document.getElementById("frame").srcdoc.includes("<h1>Thuỷ điện Hòa Bình")`)
	inFrame := func(role, name string) {
		t.Helper()
		for range 200 {
			for _, n := range b.framed() {
				if !n.Ignored && n.role() == role && strings.HasPrefix(n.name(), name) {
					return
				}
			}
			time.Sleep(25 * time.Millisecond)
		}
		t.Fatalf("the article shows no %s %q", role, name)
	}
	inFrame("heading", "Thuỷ điện Hòa Bình")
	inFrame("figure", "Người dân ở hạ du")

	// Switch.
	choose := func(id, value string) {
		b.eval(`{ const s = document.getElementById("` + id + `"); s.value = "` + value + `"; s.dispatchEvent(new Event("change")) }`)
	}
	choose("tone", "old")
	b.wait(`document.getElementById("frame").srcdoc.includes("<h1>Thủy điện Hòa Bình")`)
	inFrame("heading", "Thủy điện Hòa Bình")
	choose("format", "html")
	b.wait(`document.getElementById("source").textContent.includes('alt=""')`)
	choose("alt", "keep")
	b.wait(`document.getElementById("source").textContent.includes('alt="Người dân hạ du')`)
	inFrame("image", "Người dân hạ du")

	// Copy.
	b.eval(`document.getElementById("copy").click()`)
	b.wait(`document.getElementById("status").textContent === "Đã chép."`)
	if got := b.eval(`navigator.clipboard.readText()`); got != b.eval(`document.getElementById("source").textContent`) {
		t.Errorf("copied %.200q", got)
	}

	// A note leads to its line.
	b.eval(`[...document.querySelectorAll("#notes-list li")].find(li => li.innerText.includes("Phản hồi")).querySelector("button").click()`)
	if got := b.eval(`{ const i = document.getElementById("input"); i.value.slice(i.selectionStart, i.selectionEnd) }`); got != "Phản hồi" {
		t.Errorf("the note leads to %q", got)
	}

	// At once, with the keyboard.
	b.eval(`document.getElementById("status").textContent = ""`)
	b.press("Enter", true)
	b.wait(`document.getElementById("status").textContent.includes("ghi chú")`)

	for _, s := range b.complaints {
		t.Error(s)
	}
}

// TestPreviewNarrow uses the page at the width of a phone, where the parts are
// tabs that the keyboard reaches.
func TestPreviewNarrow(t *testing.T) {
	url := preview(t)
	b := start(t)
	b.size(320, 640, 1)
	b.visit(url)
	b.eval(`document.getElementById("sample").click()`)
	b.wait(`document.getElementById("status").textContent.includes("ghi chú")`)
	visible := func() any {
		return b.eval(`[...document.querySelectorAll(".panel")].filter(p => p.offsetParent).map(p => p.id + " " + p.getAttribute("role")).join()`)
	}
	for _, step := range []struct{ key, want string }{
		{"", "text tabpanel"}, {"ArrowRight", "article tabpanel"}, {"ArrowRight", "code tabpanel"}, {"End", "problems tabpanel"},
		{"ArrowLeft", "notes tabpanel"}, {"Home", "text tabpanel"}, {"ArrowLeft", "problems tabpanel"},
	} {
		if step.key == "" {
			b.eval(`document.querySelector("[role=tab][aria-selected=true]").focus()`)
		} else {
			b.press(step.key, false)
		}
		if got := visible(); got != step.want {
			t.Errorf("after %q: %v, want %s", step.key, got, step.want)
		}
		if b.eval(`document.activeElement === document.querySelector("[role=tab][aria-selected=true]")`) != true {
			t.Errorf("after %q the focus is elsewhere", step.key)
		}
		if wide := b.eval(`document.documentElement.scrollWidth`).(float64); wide > 320 {
			t.Errorf("after %q the page is %v pixels wide", step.key, wide)
		}
	}
	for _, n := range b.accessible() {
		switch n.role() {
		case "button", "textbox", "combobox", "checkbox", "tab", "tabpanel", "region", "Iframe":
			if !n.Ignored && n.name() == "" {
				t.Errorf("a %s has no name", n.role())
			}
		}
	}
}

// framed returns the accessibility tree of the frame that shows the article.
func (b *browser) framed() []axNode {
	b.t.Helper()
	var frames struct {
		FrameTree struct {
			ChildFrames []struct{ Frame struct{ ID string } }
		}
	}
	b.call("Page.getFrameTree", nil, &frames)
	if len(frames.FrameTree.ChildFrames) == 0 {
		return nil
	}
	var tree struct{ Nodes []axNode }
	b.call("Accessibility.enable", nil, nil)
	b.call("Accessibility.getFullAXTree", map[string]any{"frameId": frames.FrameTree.ChildFrames[0].Frame.ID}, &tree)
	return tree.Nodes
}

// TestPreviewScreenshot takes the picture of the README of examples/preview,
// and one of a phone in the dark:
//
//	go test -run PreviewScreenshot -screenshots screenshots
func TestPreviewScreenshot(t *testing.T) {
	if *screenshots == "" {
		t.Skip("no -screenshots directory")
	}
	url := preview(t)
	b := start(t)
	for _, shot := range []struct {
		name, scheme  string
		width, height int
		tab           string
	}{
		{"preview.png", "light", 1400, 860, "tab-text"},
		{"preview-phone-dark.png", "dark", 390, 780, "tab-article"},
	} {
		b.size(shot.width, shot.height, 1)
		b.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": shot.scheme}}}, nil)
		b.visit(url)
		b.eval(`document.getElementById("sample").click()`)
		b.wait(`document.getElementById("status").textContent.includes("ghi chú")`)
		b.eval(`document.getElementById("` + shot.tab + `").click(); document.activeElement.blur()`)
		b.eval(`new Promise(done => requestAnimationFrame(() => setTimeout(done, 300)))`)
		var result struct{ Data string }
		b.call("Page.captureScreenshot", map[string]any{"format": "png"}, &result)
		data, err := base64.StdEncoding.DecodeString(result.Data)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*screenshots, shot.name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
