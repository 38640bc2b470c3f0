// Package htmltest tests the HTML of package render with a parser that reads
// pages as browsers do, golang.org/x/net/html. It is a module of its own so
// that the parser is no dependency of the library. Run it with
//
//	cd internal/htmltest && go test ./...
package htmltest
