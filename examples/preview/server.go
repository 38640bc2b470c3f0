package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
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
	mux.HandleFunc("POST /api/parse", parse)
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

// parse answers a [request] by a [result]. What is wrong with the request is
// answered in one line of Vietnamese.
func parse(w http.ResponseWriter, r *http.Request) {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		http.Error(w, "Văn bản quá dài: mỗi lần chỉ nhận tối đa 1 MiB.", http.StatusRequestEntityTooLarge)
		return
	} else if err != nil {
		http.Error(w, "Không đọc được hết yêu cầu.", http.StatusBadRequest)
		return
	}
	var req request
	if err := json.Unmarshal(data, &req); err != nil {
		http.Error(w, "Yêu cầu không phải là JSON đúng mẫu: tone là keep, old hoặc new, alt là auto, keep hoặc omit.", http.StatusBadRequest)
		return
	}
	var out bytes.Buffer
	if err := json.NewEncoder(&out).Encode(req.result()); err != nil {
		http.Error(w, "Không ghi được kết quả.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(out.Bytes()) // an error means that the client is gone
}
