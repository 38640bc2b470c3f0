package vn_test

import (
	"flag"
	"fmt"

	"github.com/toasoan/toasoan/vn"
)

// A program gets its tone style from a flag.
func ExampleToneStyle_UnmarshalText() {
	flags := flag.NewFlagSet("chuan-hoa", flag.ContinueOnError)
	var form vn.Form
	flags.TextVar(&form.Tone, "tone", vn.KeepStyle, "one `style` of tone marks: keep, old or new")

	if err := flags.Parse([]string{"-tone", "new"}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(form.Tone, form.String("hòa khí bên bờ hồ thủy điện"))
	// Output: new hoà khí bên bờ hồ thuỷ điện
}
