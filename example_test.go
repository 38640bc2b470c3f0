package toasoan_test

import (
	"fmt"
	"os"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

func Example() {
	// The text of a page as a scraper leaves it: a caption under the title and
	// once more below, two tone styles, the page's furniture at the end.
	page := `Hội làng An Phú mở lại, thuỷ đình sáng đèn
Rước kiệu quanh đình sáng 6/2.

Rước kiệu quanh đình sáng 6/2.

Hơn hai nghìn người về dự hội làng An Phú. Trưởng ban tổ chức Nguyễn Văn Thủy nói hội giữ trọn lệ cũ, cả rối nước ở thuỷ đình.

Phản hồi

Mới nhất

Chợ hoa bến sông mở sớm`

	parser := article.Parser{Form: vn.Form{Tone: vn.OldStyle}}
	a, notes := parser.Parse(page)
	a.Slug = vn.Slug(a.Title)
	fmt.Println(a.Slug)
	for _, n := range notes {
		fmt.Printf("line %d: %s: %s\n", n.Line, n.Rule, n.Text)
	}
	if err := render.HTML(os.Stdout, a, nil); err != nil {
		fmt.Println(err)
	}
	// Output:
	// hoi-lang-an-phu-mo-lai-thuy-dinh-sang-den
	// line 4: caption-repeated: Rước kiệu quanh đình sáng 6/2.
	// line 8: comments: Phản hồi
	// <article lang="vi">
	// <header>
	// <h1>Hội làng An Phú mở lại, thủy đình sáng đèn</h1>
	// </header>
	// <figure aria-labelledby="caption">
	// <figcaption id="caption">Rước kiệu quanh đình sáng 6/2.</figcaption>
	// </figure>
	// <p>Hơn hai nghìn người về dự hội làng An Phú. Trưởng ban tổ chức Nguyễn Văn Thủy nói hội giữ trọn lệ cũ, cả rối nước ở thủy đình.</p>
	// </article>
	// <nav class="links latest" lang="vi" aria-labelledby="nav">
	// <h2 id="nav">Mới nhất</h2>
	// <ul>
	// <li><span>Chợ hoa bến sông mở sớm</span></li>
	// </ul>
	// </nav>
}
