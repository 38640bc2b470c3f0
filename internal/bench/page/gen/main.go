// Command gen makes the Go code of the templates of package page.
package main

import (
	"bytes"
	"flag"
	"go/format"
	"log"
	"os"
	"path/filepath"

	"github.com/a-h/templ"
	templgen "github.com/a-h/templ/generator"
	templ2 "github.com/a-h/templ/parser/v2"
	quick "github.com/valyala/quicktemplate/parser"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("o", ".", "write the files into this `directory`")
	flag.Parse()
	if err := generate(*dir); err != nil {
		log.Fatal(err)
	}
}

// generate reads the templates in the current directory and writes their code into
// dir, as qtc and templ generate do.
func generate(dir string) error {
	source, err := os.Open("page.qtpl")
	if err != nil {
		return err
	}
	defer source.Close()
	var code bytes.Buffer
	if err := quick.Parse(&code, source, "page.qtpl", "page"); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "page.qtpl.go"), code.Bytes()); err != nil {
		return err
	}

	file, err := templ2.Parse("page.templ")
	if err != nil {
		return err
	}
	code.Reset()
	if _, err := templgen.Generate(file, &code, templgen.WithFileName("page.templ"), templgen.WithVersion(templ.Version())); err != nil {
		return err
	}
	return write(filepath.Join(dir, "page_templ.go"), code.Bytes())
}

func write(name string, code []byte) error {
	code, err := format.Source(code)
	if err != nil {
		return err
	}
	return os.WriteFile(name, code, 0o666)
}
