module github.com/toasoan/toasoan/internal/bench

go 1.26.0

require (
	github.com/Machiel/slugify v1.0.1
	github.com/a-h/templ v0.3.977
	github.com/avelino/slugify v0.0.0-20180501145920-855f152bd774
	github.com/go-json-experiment/json v1.27.2
	github.com/goccy/go-json v0.12.0
	github.com/google/go-cmp v0.7.0
	github.com/gosimple/slug v1.15.0
	github.com/mozillazg/go-unidecode v0.2.0
	github.com/toasoan/toasoan v0.0.0
	github.com/valyala/quicktemplate v1.8.0
	golang.org/x/net v0.62.0
	golang.org/x/text v0.43.0
)

require (
	github.com/gosimple/unidecode v1.0.1 // indirect
	github.com/valyala/bytebufferpool v1.0.0 // indirect
)

replace github.com/toasoan/toasoan => ../..
