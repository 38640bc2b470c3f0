module github.com/toasoan/toasoan/internal/schematest

go 1.26.0

require (
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/toasoan/toasoan v0.0.0
)

require golang.org/x/text v0.44.0 // indirect

replace github.com/toasoan/toasoan => ../..
