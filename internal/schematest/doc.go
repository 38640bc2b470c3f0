// Package schematest holds the JSON Schema of the wire format against the code:
// what a validator of JSON Schema says of a document, Article.UnmarshalJSON and
// Article.Validate say as well, but for what the description of the schema
// names. It is a module of its own so that the validator is no dependency of
// the library. Run it with
//
//	cd internal/schematest && go test ./...
package schematest
