package charset_test

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"

	"github.com/toasoan/toasoan/vn/charset"
)

// A file of an old office suite, whose encoding is known, read as UTF-8.
func Example() {
	file := strings.NewReader("C\xE9ng h\xDFa x\xB7 h\xE9i ch\xF1 ngh\xDCa Vi\xD6t Nam")
	text, err := io.ReadAll(charset.TCVN3.NewDecoder().Reader(file))
	fmt.Println(string(text), err)
	// Output: Cộng hòa xã hội chủ nghĩa Việt Nam <nil>
}

// The encodings that can write a capital with a tone mark: all but TCVN3.
func ExampleAll() {
	for _, e := range charset.All() {
		if _, err := e.NewEncoder().String("Ẵ"); err == nil {
			fmt.Println(e)
		}
	}
	// Output:
	// Windows-1258
	// VISCII
	// TCVN5712
	// VPS
	// VNI
	// VIQR
}

func ExampleDetect() {
	page := []byte("Th\xF1 \xAE\xAB H\xB5 N\xE9i h\xABm nay c\xE3 m\xADa")
	e, name := charset.Detect(page)
	if e == nil {
		fmt.Println("unknown, or UTF-8 already:", name)
		return
	}
	text, err := e.NewDecoder().Bytes(page)
	fmt.Println(name, string(text), err)
	// Output: tcvn3 Thủ đô Hà Nội hôm nay có mưa <nil>
}

func ExampleLookup() {
	e, name := charset.Lookup("x-viet-vps")
	fmt.Println(e, name)
	// Output: VPS vps
}

func ExampleRepair() {
	fmt.Println(charset.Repair("Thá»§ tÆ°á»›ng dá»± há»™i nghá»‹"))
	fmt.Println(charset.Repair("n\u00ADíc ViÖt Nam"))
	fmt.Println(charset.Repair("Thủ tướng dự hội nghị"))
	// Output:
	// Thủ tướng dự hội nghị true
	// nước Việt Nam true
	// Thủ tướng dự hội nghị false
}

// Text that VISCII does not have all of, for a page in HTML.
func Example_unsupported() {
	enc := encoding.HTMLEscapeUnsupported(charset.VISCII.NewEncoder())
	b, err := enc.String("Giá: 5 €")
	fmt.Printf("%q %v\n", b, err)
	// Output: "Gi\xe1: 5 &#8364;" <nil>
}
