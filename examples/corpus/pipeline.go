package main

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn4x0[context.Context, fileio.ReadableFile, func(record), func(dead)](&readTextFn{})
	register.DoFn4x0[context.Context, fileio.ReadableFile, func(record), func(dead)](&readLinesFn{})
	register.DoFn3x0[record, func(string, entry), func(dead)](&parseFn{})
	register.DoFn3x0[string, entry, func(int64, []byte)](&shardFn{})
	register.DoFn2x0[dead, func(int64, []byte)](&shardDeadFn{})
	register.DoFn2x0[[]byte, func(int64, []byte)](&emptyShardsFn{})
	register.DoFn3x1[context.Context, int64, func(*[]byte) bool, error](&writeFn{})
	register.DoFn3x0[string, entry, func(string, int64)](&countParsedFn{})
	register.DoFn3x0[string, entry, func(string, int64)](&countKeptFn{})
	register.DoFn2x0[dead, func(string, int64)](&countDeadFn{})
	register.DoFn2x0[[]byte, func(string, int64)](&firstCountFn{})
	register.DoFn3x1[context.Context, int64, func(*count) bool, error](&reportFn{})
	register.Function2x1(earlier)
	register.Function2x1(add)
	register.Function2x2(unkeyed)
	register.Emitter1[record]()
	register.Emitter1[dead]()
	register.Emitter2[string, entry]()
	register.Emitter2[string, int64]()
	register.Emitter2[int64, []byte]()
	register.Iter1[[]byte]()
	register.Iter1[count]()
}

// build makes the pipeline. Every function in it is a pure one of its element,
// but for those that read and write files, which may be tried again.
func build(s beam.Scope, c config) {
	var records, deads []beam.PCollection
	read := func(s beam.Scope, pattern string, fn any) {
		if pattern == "" {
			return
		}
		files := beam.Reshuffle(s, fileio.ReadMatches(s, fileio.MatchFiles(s, pattern)))
		record, dead := beam.ParDo2(s, fn, files)
		records, deads = append(records, record), append(deads, dead)
	}
	read(s.Scope("ReadTexts"), c.texts, &readTextFn{Folder: folder(c.texts)})
	read(s.Scope("ReadLines"), c.lines, &readLinesFn{})

	parsed, dead := beam.ParDo2(s, &parseFn{Tone: int(c.tone)}, beam.Flatten(s, records...))
	kept := beam.CombinePerKey(s, earlier, parsed)
	dead = beam.Flatten(s, append(deads, dead)...)

	write(s.Scope("Write"), c, "", beam.ParDo(s, &shardFn{Shards: c.shards}, kept))
	write(s.Scope("WriteDead"), c, "-dead", beam.ParDo(s, &shardDeadFn{Shards: c.shards}, dead))
	report(s.Scope("Report"), c, parsed, kept, dead)
}
