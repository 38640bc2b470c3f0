package main

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"unicode/utf8"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// maxShards is the most files of one output.
const maxShards = 99_999

// write writes lines, by the number of their shard, to the shards of an
// output. Lines of one shard stand in no certain order. A shard without lines
// is an empty file, so that whoever counts the files finds all of them.
func write(s beam.Scope, c config, kind string, lines beam.PCollection) {
	none := beam.ParDo(s, &emptyShardsFn{Shards: c.shards}, beam.Impulse(s))
	byShard := beam.GroupByKey(s, beam.Flatten(s, lines, none))
	beam.ParDo0(s, &writeFn{Prefix: c.output + kind, Shards: c.shards}, byShard)
}

// A shardFn makes a line of an entry.
type shardFn struct{ Shards int }

func (fn *shardFn) ProcessElement(key string, e entry, emit func(int64, []byte)) {
	emit(shardOf(key, fn.Shards), e.JSON)
}

// A shardDeadFn makes a line of a dead letter.
type shardDeadFn struct{ Shards int }

func (fn *shardDeadFn) ProcessElement(d dead, emit func(int64, []byte)) {
	emit(shardOf(fmt.Sprint(d.Source, d.Line), fn.Shards), d.line())
}

// line returns the letter as JSON. A record that is not UTF-8 stands as Base64
// in "bytes" instead of "record".
func (d dead) line() []byte {
	out := struct {
		Source string `json:"source"`
		Line   int64  `json:"line,omitempty"`
		Reason string `json:"reason"`
		Detail string `json:"detail,omitempty"`
		Record string `json:"record,omitempty"`
		Bytes  []byte `json:"bytes,omitempty"`
	}{d.Source, d.Line, d.Reason, d.Detail, string(d.Record), nil}
	if !utf8.Valid(d.Record) {
		out.Record, out.Bytes = "", d.Record
	}
	line, err := json.Marshal(out)
	if err != nil {
		panic(err) // strings and numbers can be written
	}
	return line
}

func shardOf(key string, shards int) int64 {
	h := fnv.New32a()
	io.WriteString(h, key)
	return int64(h.Sum32() % uint32(shards))
}

// An emptyShardsFn names every shard once.
type emptyShardsFn struct{ Shards int }

func (fn *emptyShardsFn) ProcessElement(_ []byte, emit func(int64, []byte)) {
	for i := range fn.Shards {
		emit(int64(i), nil)
	}
}

// A writeFn writes one shard. Tried again, it writes the file again.
type writeFn struct {
	Prefix string
	Shards int
}

func (fn *writeFn) ProcessElement(ctx context.Context, shard int64, lines func(*[]byte) bool) error {
	return create(ctx, fmt.Sprintf("%s-%05d-of-%05d.jsonl", fn.Prefix, shard, fn.Shards), func(w io.Writer) error {
		var line []byte
		for lines(&line) {
			if len(line) == 0 {
				continue
			}
			if _, err := w.Write(append(line, '\n')); err != nil {
				return err
			}
		}
		return nil
	})
}

// create writes a file, in whichever file system its name is of.
func create(ctx context.Context, path string, fill func(w io.Writer) error) (err error) {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer fs.Close()
	f, err := fs.OpenWrite(ctx, path)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	return fill(f)
}
