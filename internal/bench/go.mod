module github.com/toasoan/toasoan/internal/bench

go 1.26.0

require (
	github.com/toasoan/toasoan v0.0.0
	golang.org/x/text v0.43.0
)

replace github.com/toasoan/toasoan => ../..
