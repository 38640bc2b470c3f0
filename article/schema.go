package article

import (
	"bytes"
	_ "embed"
)

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of the wire format. The
// slice is the caller's own.
func Schema() []byte { return bytes.Clone(schema) }
