package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"time"
)

// maxBody is the most that a request may hold, in bytes. The longest news
// story is a tenth of it.
const maxBody = 1 << 20

//go:embed index.html preview.css preview.js picture.svg sample.txt
var assets embed.FS

// newServer returns the server of the page. Whatever a client does, each of
// its connections comes to an end.
func newServer(host string) *http.Server {
	return &http.Server{
		Handler:           newHandler(host),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
	}
}

// newHandler returns the handler of all that is served: the page with its
// files, and the parser. It answers to the names of this machine and to host.
func newHandler(host string) http.Handler {
	mux := http.NewServeMux()
	files := http.FileServerFS(assets)
	mux.Handle("GET /{$}", files) // index.html
	for _, name := range []string{"preview.css", "preview.js", "picture.svg", "sample.txt"} {
		mux.Handle("GET /"+name, files)
	}
	mux.Handle("POST /api/parse", newAPI())
	return secure(onlyHost(host, http.NewCrossOriginProtection().Handler(mux)))
}

// policy is the Content Security Policy. Everything comes from this server,
// there are no scripts but preview.js, and no address of a pasted text is ever
// loaded.
//
// The article is shown in a frame made with srcdoc, which has the policy of
// the page. The frame is a sandbox without scripts, so that even markup that
// should never come out of the renderer could not run. Its style sheet is the
// inline one of render.Page: the policy allows it by its hash, so that it
// needs no 'unsafe-inline'.
var policy = "default-src 'none'; script-src 'self'; style-src 'self' '" + styleHash() + "'; connect-src 'self'; img-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// secure sets the headers that every answer has.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// onlyHost refuses requests for any other host than this machine, or host.
// Otherwise a foreign page could read what is served here under a name of its
// own that it points at this machine (DNS rebinding).
func onlyHost(host string, next http.Handler) http.Handler {
	names := []string{"localhost", "127.0.0.1", "::1", strings.ToLower(host)}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, _, err := net.SplitHostPort(r.Host)
		if err != nil { // no port
			name = strings.TrimSuffix(strings.TrimPrefix(r.Host, "["), "]")
		}
		if !slices.Contains(names, strings.ToLower(name)) {
			http.Error(w, "Chương trình này chỉ phục vụ máy đang chạy nó.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// maxRequests bounds the requests that are read, wait or are worked on: each may
// hold maxBody.
const maxRequests = 32

// An api answers a [request] by a [result]. As many are worked on at once as there
// are processors; the others wait, since to begin them all takes no less time and
// all the memory.
type api struct {
	requests, workers chan struct{}
}

func newAPI() *api {
	return &api{make(chan struct{}, maxRequests), make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// ServeHTTP says what is wrong with a request in one line of Vietnamese.
func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case a.requests <- struct{}{}:
		defer func() { <-a.requests }()
	default:
		w.Header().Set("Retry-After", "1")
		http.Error(w, "Đang có quá nhiều yêu cầu, hãy thử lại sau giây lát.", http.StatusServiceUnavailable)
		return
	}
	var req request
	if message, status := readRequest(w, r, &req); status != 0 {
		http.Error(w, message, status)
		return
	}
	answer, err := a.work(r.Context(), &req)
	switch {
	case r.Context().Err() != nil: // the client is gone: the page gives up old requests
	case err != nil:
		http.Error(w, "Không ghi được kết quả.", http.StatusInternalServerError)
	default:
		w.Header().Set("Content-Type", "application/json")
		w.Write(answer) // an error means that the client is gone
	}
}

// readRequest reads a request, or returns what is wrong with it.
func readRequest(w http.ResponseWriter, r *http.Request, req *request) (message string, status int) {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return "Văn bản quá dài: mỗi lần chỉ nhận tối đa 1 MiB.", http.StatusRequestEntityTooLarge
	} else if err != nil {
		return "Không đọc được hết yêu cầu.", http.StatusBadRequest
	}
	if err := json.Unmarshal(data, req); err != nil {
		return "Yêu cầu không phải là JSON đúng mẫu: tone là keep, old hoặc new, alt là auto, keep hoặc omit.", http.StatusBadRequest
	}
	return "", 0
}

// work waits for its turn and returns the result as JSON. Whoever takes long to
// receive it keeps no other waiting.
func (a *api) work(ctx context.Context, req *request) ([]byte, error) {
	select {
	case a.workers <- struct{}{}:
		defer func() { <-a.workers }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false) // it is no part of a page, and would grow to six times its length
	err := enc.Encode(req.result())
	return out.Bytes(), err
}
