// A program that uses all that most users need of package vn, and nothing else.
package main

import "github.com/toasoan/toasoan/vn"

func main() {
	print(vn.Slug(vn.Normalize("Đường về nhà")), vn.Fold("Huế"), vn.Compare("an", "ăn"))
}
