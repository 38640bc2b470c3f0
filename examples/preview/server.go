package main

import (
	"crypto/rand"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"strings"
)

//go:embed web
var web embed.FS

var index = template.Must(template.ParseFS(web, "web/index.html"))

// maxBody bounds a request. A long article has fifty kilobytes.
const maxBody = 1 << 20

// policy is the Content Security Policy. The article is shown in a frame
// without scripts that is part of the page (srcdoc) and so under the same
// policy: its style sheet is let in by the nonce, its pictures are ours.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// newHandler returns the handler of the page for a server that listens on
// host.
func newHandler(host string) http.Handler {
	files, err := fs.Sub(web, "web")
	if err != nil {
		panic(err) // "web" is a valid path
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", servePage)
	for _, name := range []string{"preview.css", "preview.js", "picture.svg", "sample.txt"} {
		mux.Handle("GET /"+name, http.FileServerFS(files))
	}
	mux.HandleFunc("POST /parse", serveParse)
	return onlyHost(host, secure(http.NewCrossOriginProtection().Handler(mux)))
}

// secure sets the headers that hold for every answer.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", fmt.Sprintf(policy, "none"))
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// onlyHost answers requests to this machine and to the host that the server
// was told to listen on. A page of another site that has its name point here
// (DNS rebinding) gets nothing.
func onlyHost(host string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.Host
		if h, _, err := net.SplitHostPort(r.Host); err == nil {
			name = h
		}
		name = strings.Trim(name, "[]")
		ip := net.ParseIP(name)
		if !strings.EqualFold(name, "localhost") && !ip.IsLoopback() && !strings.EqualFold(name, host) && (host != "" || ip == nil) {
			http.Error(w, "preview: not a name of this server", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// servePage writes the page, with a nonce of its own for the frame.
func servePage(w http.ResponseWriter, r *http.Request) {
	nonce := rand.Text()
	w.Header().Set("Content-Security-Policy", fmt.Sprintf(policy, nonce))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := index.Execute(w, nonce); err != nil {
		return // the reader is gone
	}
}

// serveParse answers a request with what the library makes of its text.
func serveParse(w http.ResponseWriter, r *http.Request) {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/json" {
		http.Error(w, "preview: the request is not JSON", http.StatusUnsupportedMediaType)
		return
	}
	var req request
	if err := decode(http.MaxBytesReader(w, r.Body, maxBody), &req); err != nil {
		status := http.StatusBadRequest
		if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
			status, err = http.StatusRequestEntityTooLarge, fmt.Errorf("the text is too long: at most %d bytes", maxBody)
		}
		http.Error(w, "preview: "+err.Error(), status)
		return
	}
	res, err := req.result()
	if err != nil {
		http.Error(w, "preview: "+err.Error(), http.StatusUnprocessableEntity)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(res) // an error means that the reader is gone
}

// decode reads one JSON value, and nothing after it.
func decode(r io.Reader, req *request) error {
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	if err := d.Decode(req); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		if err == nil {
			err = errors.New("more than one JSON value")
		}
		return err
	}
	return nil
}
