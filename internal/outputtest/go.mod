module github.com/toasoan/toasoan/internal/outputtest

go 1.26.0

replace github.com/toasoan/toasoan => ../..

require (
	github.com/goccy/go-yaml v1.19.2
	github.com/google/go-cmp v0.7.0
	github.com/mmcdole/gofeed v1.4.2
	github.com/toasoan/toasoan v0.0.0-00010101000000-000000000000
	github.com/yuin/goldmark v1.8.7
	golang.org/x/net v0.62.0
)

require (
	github.com/mmcdole/goxpp/v2 v2.0.0 // indirect
	golang.org/x/text v0.44.0 // indirect
)
