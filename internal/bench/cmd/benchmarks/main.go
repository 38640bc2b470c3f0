// Command benchmarks runs all benchmarks of internal/bench and writes BENCHMARKS.md
// at the root of the repository, with its charts. Run it in internal/bench, on a
// machine that does nothing else:
//
//	go run ./cmd/benchmarks
//
// Every number of the page is taken from one output in the format of Go benchmarks,
// which -keep writes to a file, for benchstat, and -from reads again.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("benchmarks: ")
	rounds := flag.Int("rounds", 16, "how often each benchmark runs; with fewer than 6 there is no confidence interval")
	benchtime := flag.String("benchtime", "0.2s", "how long each benchmark runs in a round")
	keep := flag.String("keep", "", "write the output of the benchmarks to this `file`")
	from := flag.String("from", "", "take the output of the benchmarks from this `file` and run nothing")
	flag.Parse()

	output, err := os.ReadFile(*from)
	if *from == "" {
		output, err = run(*rounds, *benchtime, os.Stderr)
	}
	if err == nil && *keep != "" {
		err = os.WriteFile(*keep, output, 0o666)
	}
	if err == nil {
		err = write(output, filepath.Join("..", ".."))
	}
	if err != nil {
		log.Fatal(err)
	}
}

// charts is where the charts stand, from the root of the repository.
const charts = "internal/bench/charts"

// write writes the page and the charts of the output into the repository.
func write(output []byte, root string) error {
	r, err := parse(bytes.NewReader(output))
	if err != nil {
		return err
	}
	text, err := page(r, sections, goals)
	if err != nil {
		return err
	}
	files, err := charted(r, sections, goals)
	if err != nil {
		return err
	}
	dir := filepath.Join(root, filepath.FromSlash(charts))
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for name, svg := range files {
		if err := os.WriteFile(filepath.Join(dir, name), svg, 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(root, "BENCHMARKS.md"), text, 0o666)
}

// run runs everything and returns the output. A benchmark is not run often at a
// time but once in each round, so that what disturbs the machine for a while
// disturbs all alike.
func run(rounds int, benchtime string, progress io.Writer) ([]byte, error) {
	dir, err := os.MkdirTemp("", "benchmarks")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	var out bytes.Buffer
	if err := describe(&out); err != nil {
		return nil, err
	}
	if err := sizes(&out, dir); err != nil {
		return nil, err
	}
	program := filepath.Join(dir, "bench.test")
	if _, err := command("go", "test", "-c", "-o", program, "."); err != nil {
		return nil, err
	}
	for i := range rounds {
		fmt.Fprintf(progress, "round %d of %d\n", i+1, rounds)
		text, err := command(program, "-test.run", "^$", "-test.bench", ".", "-test.benchtime", benchtime)
		if err != nil {
			return nil, err
		}
		out.Write(text)
	}
	return out.Bytes(), nil
}
