// Package outputtest tests the outputs of package render other than HTML with
// the libraries that read them elsewhere: feeds with gofeed, Markdown with
// goldmark as Hugo sets it, front matter with the YAML library of Hugo. It is a
// module of its own so that none of them is a dependency of the library. Run it
// with
//
//	cd internal/outputtest && go test ./...
package outputtest
