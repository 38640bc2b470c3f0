package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
)

// serve answers one request to localhost. change may change the request.
func serve(method, path, body string, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost:8080"+path, strings.NewReader(body))
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	newHandler("news.test").ServeHTTP(w, r)
	return w
}

func TestFiles(t *testing.T) {
	for path, want := range map[string]struct{ kind, part string }{
		"/":            {"text/html", `<html lang="vi">`},
		"/preview.css": {"text/css", "prefers-color-scheme: dark"},
		"/preview.js":  {"text/javascript", "api/parse"},
		"/picture.svg": {"image/svg+xml", "<svg"},
		"/sample.txt":  {"text/plain", "Phiên chợ nổi"},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			w := serve(method, path, "", nil)
			if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), want.kind) {
				t.Errorf("%s %s = %d, %s; want %s", method, path, w.Code, w.Header().Get("Content-Type"), want.kind)
			}
			if method == "GET" && !strings.Contains(w.Body.String(), want.part) {
				t.Errorf("GET %s lacks %q", path, want.part)
			}
		}
	}
	for _, path := range []string{"/main.go", "/server.go", "/api", "/api/parse/x", "/a/../go.mod"} {
		if w := serve("GET", path, "", nil); w.Code == 200 {
			t.Errorf("GET %s = %d, want a refusal", path, w.Code)
		}
	}
}

// TestNothingForeign holds that the files name no other server and carry no
// inline script, handler or style, which the policy would refuse.
func TestNothingForeign(t *testing.T) {
	for _, path := range []string{"/", "/preview.css", "/preview.js", "/picture.svg"} {
		body := serve("GET", path, "", nil).Body.String()
		body = strings.ReplaceAll(body, "http://www.w3.org/2000/svg", "")                     // a name
		body = strings.ReplaceAll(body, "https://www.w3.org/WAI/ARIA/apg/patterns/tabs/", "") // in a comment
		for _, bad := range []string{"http:", "https:", "@import", " style=", " onclick=", "<style"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s has %q", path, bad)
			}
		}
	}
}

func TestHeaders(t *testing.T) {
	for name, w := range map[string]*httptest.ResponseRecorder{
		"page":       serve("GET", "/", "", nil),
		"result":     serve("POST", "/api/parse", `{"text":"Tít"}`, nil),
		"no page":    serve("GET", "/none", "", nil),
		"bad host":   serve("GET", "/", "", func(r *http.Request) { r.Host = "evil.test" }),
		"bad method": serve("DELETE", "/api/parse", "", nil),
		"bad JSON":   serve("POST", "/api/parse", "{", nil),
	} {
		for key, want := range map[string]string{
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Cache-Control":                "no-store",
		} {
			if got := w.Header().Get(key); got != want {
				t.Errorf("%s: %s = %q, want %q", name, key, got, want)
			}
		}
		csp := w.Header().Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self'", "connect-src 'self'", "img-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"} {
			if !strings.Contains(csp, want+";") && !strings.HasSuffix(csp, want) {
				t.Errorf("%s: the policy lacks %q: %s", name, want, csp)
			}
		}
		if strings.Contains(csp, "unsafe") || strings.Contains(csp, "*") {
			t.Errorf("%s: the policy is open: %s", name, csp)
		}
	}
}

func TestLimits(t *testing.T) {
	s := newServer("localhost")
	if s.ReadHeaderTimeout <= 0 || s.ReadTimeout <= 0 || s.WriteTimeout <= 0 || s.IdleTimeout <= 0 || s.MaxHeaderBytes <= 0 {
		t.Errorf("a limit is missing: %+v", s)
	}
	fit := `{"text":"` + strings.Repeat("a", maxBody-len(`{"text":""}`)) + `"}`
	if w := serve("POST", "/api/parse", fit, nil); w.Code != 200 {
		t.Errorf("a body of %d bytes = %d, want 200", len(fit), w.Code)
	}
	if w := serve("POST", "/api/parse", fit+" ", nil); w.Code != 413 || !strings.Contains(w.Body.String(), "1 MiB") {
		t.Errorf("a body of %d bytes = %d %q, want 413 with the limit", len(fit)+1, w.Code, w.Body)
	}
	if js := serve("GET", "/preview.js", "", nil).Body.String(); maxBody != 1<<20 || !strings.Contains(js, "const maxBody = 1 << 20;") {
		t.Error("preview.js has another limit than the server")
	}
}

func TestHost(t *testing.T) {
	for host, want := range map[string]int{
		"localhost": 200, "localhost:8080": 200, "LOCALHOST:1": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "[::1]": 200, "news.test:80": 200,
		"evil.test": 421, "evil.test:8080": 421, "localhost.evil.test": 421, "": 421, "10.0.0.1:8080": 421,
	} {
		if w := serve("GET", "/", "", func(r *http.Request) { r.Host = host }); w.Code != want {
			t.Errorf("Host %q = %d, want %d", host, w.Code, want)
		}
	}
}

func TestCrossOrigin(t *testing.T) {
	for _, tt := range []struct {
		key, value string
		want       int
	}{
		{"Sec-Fetch-Site", "same-origin", 200},
		{"Sec-Fetch-Site", "cross-site", 403},
		{"Sec-Fetch-Site", "same-site", 403},
		{"Origin", "http://localhost:8080", 200},
		{"Origin", "http://localhost:9", 403},
		{"Origin", "https://evil.test", 403},
		{"Origin", "null", 403},
	} {
		w := serve("POST", "/api/parse", `{"text":"Tít"}`, func(r *http.Request) { r.Header.Set(tt.key, tt.value) })
		if w.Code != tt.want {
			t.Errorf("%s: %s = %d, want %d", tt.key, tt.value, w.Code, tt.want)
		}
	}
}

func TestMethods(t *testing.T) {
	for _, tt := range []struct{ method, path string }{
		{"GET", "/api/parse"}, {"PUT", "/api/parse"}, {"DELETE", "/api/parse"}, {"POST", "/"}, {"POST", "/preview.js"}, {"DELETE", "/sample.txt"},
	} {
		if w := serve(tt.method, tt.path, `{"text":"Tít"}`, nil); w.Code != 405 {
			t.Errorf("%s %s = %d, want 405", tt.method, tt.path, w.Code)
		}
	}
}

// TestBadRequests holds that each mistake is answered in one line.
func TestBadRequests(t *testing.T) {
	for _, body := range []string{
		"", "{", "[]", `"text"`, `{"text":1}`, `{"text":"a"} x`, `{"text":"a","tone":"mới"}`, `{"text":"a","tone":"OLD"}`, `{"text":"a","alt":"none"}`, `{"text":"a","alt":0}`, `{"images":"yes"}`,
	} {
		w := serve("POST", "/api/parse", body, nil)
		line := w.Body.String()
		if w.Code != 400 || strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n") || len(line) < 10 {
			t.Errorf("%s = %d %q, want 400 with one line", body, w.Code, line)
		}
	}
}

func TestParse(t *testing.T) {
	w := serve("POST", "/api/parse", `{"text":"Chợ nổi họp lại\n\nBà con mừng.","tone":"new","alt":"keep","images":true}`, nil)
	if w.Code != 200 || w.Header().Get("Content-Type") != "application/json" {
		t.Fatalf("= %d %s: %s", w.Code, w.Header().Get("Content-Type"), w.Body)
	}
	var res result
	if err := json.Unmarshal(w.Body.Bytes(), &res); err != nil {
		t.Fatal(err)
	}
	if want := "<h1>Chợ nổi họp lại</h1>"; !strings.Contains(res.HTML, want) {
		t.Errorf("html lacks %q:\n%s", want, res.HTML)
	}
	for _, list := range []string{`"notes":[]`, `"problems":[]`} {
		if !strings.Contains(w.Body.String(), list) {
			t.Errorf("the answer lacks %s: %s", list, w.Body)
		}
	}
}

// TestWorkAtOnce holds that requests beyond maxRequests are refused, that no more
// than the workers are worked on, and that a client that goes gives its place back.
func TestWorkAtOnce(t *testing.T) {
	a := newAPI()
	for range cap(a.workers) {
		a.workers <- struct{}{}
	}
	send := func(ctx context.Context) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		a.ServeHTTP(w, httptest.NewRequestWithContext(ctx, "POST", "/api/parse", strings.NewReader(`{"text":"Tít"}`)))
		return w
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan *httptest.ResponseRecorder, maxRequests)
	for range maxRequests {
		go func() { done <- send(ctx) }()
	}
	for len(a.requests) < maxRequests {
		runtime.Gosched()
	}
	if w := send(t.Context()); w.Code != 503 || w.Header().Get("Retry-After") == "" || strings.Count(w.Body.String(), "\n") != 1 {
		t.Errorf("one more = %d %q, want 503 with one line", w.Code, w.Body)
	}
	select {
	case w := <-done:
		t.Errorf("an answer without a worker: %d %s", w.Code, w.Body)
	default:
	}
	cancel()
	for range maxRequests {
		if w := <-done; w.Body.Len() > 0 {
			t.Errorf("an answer for a client that is gone: %d %s", w.Code, w.Body)
		}
	}
	<-a.workers
	if w := send(t.Context()); w.Code != 200 || len(a.requests) != 0 || len(a.workers) != cap(a.workers)-1 {
		t.Errorf("then = %d %s, with %d requests and %d workers taken", w.Code, w.Body, len(a.requests), len(a.workers))
	}
}
