module github.com/toasoan/toasoan/internal/htmltest

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/toasoan/toasoan v0.0.0
	golang.org/x/net v0.62.0
)

require golang.org/x/text v0.44.0 // indirect

replace github.com/toasoan/toasoan => ../..
