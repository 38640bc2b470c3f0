package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
)

// sample is the text that the button of the page loads.
func sample(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("web/sample.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// answer serves one request; change may be nil.
func answer(t *testing.T, method, path, body string, change func(r *http.Request)) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, "http://localhost:8080"+path, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	newHandler("localhost").ServeHTTP(w, r)
	return w.Result()
}

func text(t *testing.T, res *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// parse asks for the results of a request.
func parse(t *testing.T, req map[string]any) result {
	t.Helper()
	body, err := json.Marshal(req)
	if err != nil {
		t.Fatal(err)
	}
	res := answer(t, http.MethodPost, "/parse", string(body), nil)
	got := text(t, res)
	if res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s", res.Status, got)
	}
	var out result
	if err := json.Unmarshal([]byte(got), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestParse(t *testing.T) {
	got := parse(t, map[string]any{"text": sample(t), "tone": "keep", "alt": "auto", "pictures": true, "nonce": "YWJj"})
	if got.Slug != "lop-hoc-dem-ben-ben-pha-vam-tac-thap-den-cho-con-nuoc" || got.Syllables < 200 || got.Characters < 800 {
		t.Errorf("slug %q, %d syllables, %d characters", got.Slug, got.Syllables, got.Characters)
	}
	for name, s := range map[string]string{"page": got.Page, "html": got.HTML} {
		if n := strings.Count(s, `<img src="/picture.svg"`); n != 2 {
			t.Errorf("%s: %d pictures, want 2:\n%s", name, n, s)
		}
	}
	if !strings.Contains(got.Page, `<style nonce="YWJj">`) || strings.Contains(got.JSON, "picture.svg") || !strings.Contains(got.JSONLD, `"@type":"NewsArticle"`) {
		t.Errorf("page, JSON or JSON-LD: %.300s\n%s\n%s", got.Page, got.JSON, got.JSONLD)
	}
	var dropped, problems []string
	for _, n := range got.Notes {
		if n.Dropped {
			dropped = append(dropped, n.Text)
		}
	}
	for _, p := range got.Problems {
		problems = append(problems, p.Text)
	}
	if len(dropped) != 1 || dropped[0] != "Phản hồi" {
		t.Errorf("dropped %q", dropped)
	}
	if all := strings.Join(problems, "\n"); !strings.Contains(all, "góp góp") || !strings.Contains(all, "Uỷ") {
		t.Errorf("problems: %s", all)
	}
}

// TestSwitches checks that each switch of the page changes what it says.
func TestSwitches(t *testing.T) {
	page := func(key, value string) result {
		req := map[string]any{"text": sample(t), "tone": "keep", "alt": "auto", "pictures": true}
		if value != "" {
			req[key] = value
		} else {
			req[key] = false
		}
		return parse(t, req)
	}
	const alt = `alt="Học trò lớp đêm tập viết trên bàn đóng từ ván thuyền."`
	for _, tt := range []struct {
		key, value, has, hasNot string
	}{
		{"tone", "old", "Ủy ban xã", "Uỷ ban"},
		{"tone", "new", "Uỷ ban nhân dân xã", "Ủy ban"},
		{"alt", "auto", ` alt=""`, alt},
		{"alt", "keep", alt, "\x00"},
		{"alt", "omit", "<img", " alt="},
		{"pictures", "", "<figcaption", "<img"},
	} {
		if got := page(tt.key, tt.value).HTML; !strings.Contains(got, tt.has) || strings.Contains(got, tt.hasNot) {
			t.Errorf("%s %q: lacks %q or has %q:\n%s", tt.key, tt.value, tt.has, tt.hasNot, got)
		}
	}
}

func TestEmpty(t *testing.T) {
	got := parse(t, map[string]any{})
	if got.Notes == nil || len(got.Problems) != 1 || !got.Problems[0].Error || got.Problems[0].Text != "no title" {
		t.Errorf("%+v", got)
	}
}

// TestRefused checks that what is wrong with a request is said in one line.
func TestRefused(t *testing.T) {
	for _, tt := range []struct {
		name, method, path, body string
		change                   func(r *http.Request)
		status                   int
		says                     string
	}{
		{"broken", "POST", "/parse", `{"text":`, nil, 400, "preview: unexpected EOF"},
		{"two values", "POST", "/parse", `{} {}`, nil, 400, "more than one"},
		{"unknown member", "POST", "/parse", `{"x":1}`, nil, 400, "unknown field"},
		{"unknown tone", "POST", "/parse", `{"tone":"middle"}`, nil, 400, `unknown tone style "middle"`},
		{"unknown alt", "POST", "/parse", `{"alt":"no"}`, nil, 400, `unknown alt policy "no"`},
		{"too large", "POST", "/parse", `{"text":"` + strings.Repeat("a", maxBody) + `"}`, nil, 413, "too long"},
		{"no JSON", "POST", "/parse", `text`, func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, 415, "not JSON"},
		{"method", "GET", "/parse", ``, nil, 405, "Method Not Allowed"},
		{"unknown path", "GET", "/etc/passwd", ``, nil, 404, "not found"},
		{"folder", "GET", "/web/", ``, nil, 404, "not found"},
		{"other site", "POST", "/parse", `{}`, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403, "cross-origin"},
		{"other origin", "POST", "/parse", `{}`, func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, 403, "cross-origin"},
		{"rebound name", "GET", "/", ``, func(r *http.Request) { r.Host = "evil.example:8080" }, 421, "not a name"},
		{"rebound address", "GET", "/", ``, func(r *http.Request) { r.Host = "203.0.113.7" }, 421, "not a name"},
	} {
		res := answer(t, tt.method, tt.path, tt.body, tt.change)
		if got := text(t, res); res.StatusCode != tt.status || !strings.Contains(got, tt.says) || strings.Count(got, "\n") != 1 {
			t.Errorf("%s: %s %q; want %d and %q", tt.name, res.Status, got, tt.status, tt.says)
		}
	}
}

func TestHost(t *testing.T) {
	for _, tt := range []struct {
		listen, host string
		ok           bool
	}{
		{"localhost", "localhost:8080", true},
		{"localhost", "LOCALHOST", true},
		{"localhost", "127.0.0.1:8080", true},
		{"localhost", "[::1]:8080", true},
		{"192.0.2.1", "192.0.2.1:8080", true},
		{"192.0.2.1", "192.0.2.2:8080", false},
		{"may.toasoan.example", "may.toasoan.example", true},
		{"", "192.0.2.1:8080", true},
		{"", "evil.example:8080", false},
		{"localhost", "", false},
	} {
		r := httptest.NewRequest("GET", "http://localhost/", nil)
		r.Host = tt.host
		w := httptest.NewRecorder()
		newHandler(tt.listen).ServeHTTP(w, r)
		if ok := w.Code == http.StatusOK; ok != tt.ok {
			t.Errorf("listening on %q, host %q: %d", tt.listen, tt.host, w.Code)
		}
	}
}

// TestPage checks the headers and that the page loads nothing from elsewhere.
func TestPage(t *testing.T) {
	nonces := make(map[string]bool)
	for range 2 {
		res := answer(t, "GET", "/", "", nil)
		got := text(t, res)
		csp := res.Header.Get("Content-Security-Policy")
		m := regexp.MustCompile(`data-nonce="([A-Z0-9]{20,})"`).FindStringSubmatch(got)
		if m == nil || !strings.Contains(csp, "'nonce-"+m[1]+"'") {
			t.Fatalf("no nonce, or not that of the policy: %s", csp)
		}
		nonces[m[1]] = true
		for _, want := range []string{"default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"} {
			if !strings.Contains(csp, want) {
				t.Errorf("the policy lacks %s: %s", want, csp)
			}
		}
		if strings.Contains(csp, "unsafe") || strings.Contains(csp, "*") {
			t.Errorf("the policy is open: %s", csp)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("headers: %v", res.Header)
		}
		for _, u := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(got, -1) {
			if file := answer(t, "GET", u[1], "", nil); !strings.HasPrefix(u[1], "/") || file.StatusCode != http.StatusOK {
				t.Errorf("%s: %s", u[1], file.Status)
			}
		}
	}
	if len(nonces) != 2 {
		t.Error("two pages have the same nonce")
	}
}
