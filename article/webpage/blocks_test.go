package webpage_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// TestBlocks reads what may stand in the midst of a text.
func TestBlocks(t *testing.T) {
	const last = "<p>Đến chiều, bến đò lại vắng, chỉ còn tiếng sóng vỗ mạn thuyền và mấy đứa trẻ câu cá.</p>"
	for _, tt := range []struct{ name, html, want string }{
		{"a paragraph", `<p>Ông lái <b>Ba Tích</b> cười, <i>rất vui</i>.</p>`,
			`[{"type":"paragraph","text":["Ông lái ",{"type":"strong","text":"Ba Tích"}," cười, ",{"type":"emph","text":"rất vui"},"."]}]`},
		{"a link", `<p>Xem <a href="/gia-ve">bảng giá vé</a> ở bến.</p>`,
			`[{"type":"paragraph","text":["Xem ",{"type":"link","url":"https://baolang.example/gia-ve","text":"bảng giá vé"}," ở bến."]}]`},
		{"a link to nowhere", `<p>Xem <a href="javascript:mo()">bảng giá vé</a> ở bến.</p>`,
			`[{"type":"paragraph","text":"Xem bảng giá vé ở bến."}]`},
		{"markup in markup", `<p><b>Bà <strong>Sáu <em>nói</em></strong></b> vậy thôi, không thêm gì.</p>`,
			`[{"type":"paragraph","text":[{"type":"strong","text":["Bà Sáu ",{"type":"emph","text":"nói"}]}," vậy thôi, không thêm gì."]}]`},
		{"another language", `<p>Bảng ghi <span lang="en">ferry</span> bằng sơn đỏ.</p>`,
			`[{"type":"paragraph","text":["Bảng ghi ",{"type":"span","lang":"en","text":"ferry"}," bằng sơn đỏ."]}]`},
		{"white space", "<p>  Giá vé\n\n\t năm&nbsp;&nbsp;nghìn <b> đồng</b> .</p>",
			`[{"type":"paragraph","text":["Giá vé năm nghìn ",{"type":"strong","text":"đồng"}," ."]}]`},
		{"a verse", `<p>Con đò lá trúc qua sông,<br>Trái mơ tròn trĩnh, trái bòng đung đưa.</p>`,
			`[{"type":"paragraph","text":["Con đò lá trúc qua sông,",{"type":"break"},"Trái mơ tròn trĩnh, trái bòng đung đưa."]}]`},
		{"paragraphs by br", `<div>Chuyến thứ hai chở đầy dừa.<br><br>Chuyến thứ ba chở học trò.</div>`,
			`[{"type":"paragraph","text":"Chuyến thứ hai chở đầy dừa."},{"type":"paragraph","text":"Chuyến thứ ba chở học trò."}]`},
		{"a list by br", `<p>Mang theo:<br>- Áo phao<br>- Mũ rộng vành</p>`,
			`[{"type":"paragraph","text":"Mang theo:"},{"type":"list","items":[[{"type":"paragraph","text":"Áo phao"}],[{"type":"paragraph","text":"Mũ rộng vành"}]]}]`},
		{"br inside markup", `<div><b>Chuyến hai.<br><br>Chuyến ba.</b><br><i>Chuyến tư.</i></div>`,
			`[{"type":"paragraph","text":[{"type":"strong","text":"Chuyến hai."}]},{"type":"paragraph","text":[{"type":"strong","text":"Chuyến ba."},{"type":"break"},{"type":"emph","text":"Chuyến tư."}]}]`},
		{"a heading", `<h3>Đò chạy theo con nước</h3>`, `[{"type":"heading","level":3,"text":"Đò chạy theo con nước"}]`},
		{"a heading in bold", `<p><strong>Đò chạy theo con nước</strong></p>`, `[{"type":"heading","level":2,"text":"Đò chạy theo con nước"}]`},
		{"the title once more", `<h2>Bến đò cũ mở lại sau mười năm vắng khách</h2>`, `[]`},
		{"a list", `<ul><li>Một chuyến lúc năm giờ.</li><li><p>Một chuyến <b>buổi trưa</b>.</p></li></ul>`,
			`[{"type":"list","items":[[{"type":"paragraph","text":"Một chuyến lúc năm giờ."}],[{"type":"paragraph","text":["Một chuyến ",{"type":"strong","text":"buổi trưa"},"."]}]]}]`},
		{"a list in a list", `<ol><li>Buổi sáng<ul><li>Năm giờ.</li></ul></li></ol>`,
			`[{"type":"list","ordered":true,"items":[[{"type":"paragraph","text":"Buổi sáng"},{"type":"list","items":[[{"type":"paragraph","text":"Năm giờ."}]]}]]}]`},
		{"a table", `<table><caption>Giá vé</caption><tr><th>Khách</th><th>Giá</th></tr><tr><td>Người lớn</td><td>5.000</td></tr></table>`,
			`[{"type":"table","caption":"Giá vé","rows":[[{"text":"Khách","header":true},{"text":"Giá","header":true}],[{"text":"Người lớn"},{"text":"5.000"}]]}]`},
		{"a table that lays out", `<table><tr><td><p>Bến nằm dưới gốc đa.</p></td></tr></table>`, `[{"type":"paragraph","text":"Bến nằm dưới gốc đa."}]`},
		{"a table with a frame", `<table border="1"><tr><td><p><b>Bến An Phú</b></p><p>Mở năm 1962, đóng năm 2015, nay mở lại với hai chiếc đò máy và một chiếc đò chèo.</p></td></tr></table>`,
			`[{"type":"box","title":"Bến An Phú","body":[{"type":"paragraph","text":"Mở năm 1962, đóng năm 2015, nay mở lại với hai chiếc đò máy và một chiếc đò chèo."}]}]`},
		{"an aside", `<aside><h4>Bến An Phú</h4><p>Mở năm 1962, đóng năm 2015, nay mở lại với hai chiếc đò máy và một chiếc đò chèo.</p></aside>`,
			`[{"type":"box","title":"Bến An Phú","body":[{"type":"paragraph","text":"Mở năm 1962, đóng năm 2015, nay mở lại với hai chiếc đò máy và một chiếc đò chèo."}]}]`},
		{"an aside of links", `<aside><h4>Tin liên quan</h4><ul><li><a href="/2">Chợ hoa bến sông mở sớm hơn mọi năm</a></li></ul></aside>`,
			`[{"type":"links","kind":"related","label":"Tin liên quan","links":[{"title":"Chợ hoa bến sông mở sớm hơn mọi năm","url":"https://baolang.example/2"}]}]`},
		{"a quotation", `<blockquote cite="/goc"><p>Nhớ nhất là tiếng gọi đò.</p><p>— Bà Lê Thị Sáu</p></blockquote>`,
			`[{"type":"quote","body":[{"type":"paragraph","text":"Nhớ nhất là tiếng gọi đò."}],"cite":"Bà Lê Thị Sáu","url":"https://baolang.example/goc"}]`},
		{"a quotation with cite", `<blockquote>Nhớ nhất là tiếng gọi đò.<cite>Bà Sáu</cite></blockquote>`,
			`[{"type":"quote","body":[{"type":"paragraph","text":"Nhớ nhất là tiếng gọi đò."}],"cite":"Bà Sáu"}]`},
		{"a line across", `<hr>`, `[{"type":"divider"}]`},
		{"a figure", `<figure><img src="/1.jpg" alt="Đò"><figcaption>Đò cập bến. (Ảnh: Lê Vy/TTXVN)</figcaption></figure>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/1.jpg","alt":"Đò"},"caption":{"text":"Đò cập bến.","credit":{"text":"(Ảnh: Lê Vy/TTXVN)","people":["Lê Vy"],"source":"TTXVN"}}}]`},
		{"a credit of its own", `<figure><img src="/1.jpg"><figcaption>Đò cập bến. <span class="credit">Lê Vy</span></figcaption></figure>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/1.jpg"},"caption":{"text":"Đò cập bến.","credit":{"text":"Lê Vy","people":["Lê Vy"]}}}]`},
		{"an image that loads late", `<p><img src="data:image/gif;base64,R0" data-src="/1.jpg" width="600" height="400"></p>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/1.jpg","width":600,"height":400}}]`},
		{"an image in widths", `<picture><source srcset="/1.webp 400w, /2.webp 800w"><img alt="Đò"></picture>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/2.webp","alt":"Đò","sources":[{"url":"https://baolang.example/1.webp","width":400},{"url":"https://baolang.example/2.webp","width":800}]}}]`},
		{"a made-up alternative text", `<p><img src="/1.jpg" alt="Bến đò cũ mở lại sau mười năm vắng khách - Ảnh 2."></p>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/1.jpg"}}]`},
		{"an icon", `<p><img src="/icon.png" width="16" height="16">Đò máy chạy mất bảy phút.</p>`, `[{"type":"paragraph","text":"Đò máy chạy mất bảy phút."}]`},
		{"a caption in italics", `<p><img src="/1.jpg"></p><p><em>Đò cập bến lúc sáng sớm.</em></p>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/1.jpg"},"caption":{"text":"Đò cập bến lúc sáng sớm."}}]`},
		{"a caption by its name", `<p><img src="/1.jpg"></p><p class="pCaption">Đò cập bến lúc sáng sớm.</p>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/1.jpg"},"caption":{"text":"Đò cập bến lúc sáng sớm."}}]`},
		{"pictures in a table", `<table><tr><td><img src="/1.jpg"></td><td><img src="/2.jpg"></td></tr><tr><td>Đò máy.</td><td>Đò chèo.</td></tr></table>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/1.jpg"},"caption":{"text":"Đò máy."}},{"type":"figure","image":{"url":"https://baolang.example/2.jpg"},"caption":{"text":"Đò chèo."}}]`},
		{"a gallery", `<div class="gallery"><figure><img src="/1.jpg"><figcaption>Đò máy.</figcaption></figure><figure><img src="/2.jpg"></figure></div>`,
			`[{"type":"gallery","figures":[{"type":"figure","image":{"url":"https://baolang.example/1.jpg"},"caption":{"text":"Đò máy."}},{"type":"figure","image":{"url":"https://baolang.example/2.jpg"}}]}]`},
		{"two pictures, one caption", `<figure><img src="/1.jpg"><img src="/2.jpg"><figcaption>Hai chiếc đò mới.</figcaption></figure>`,
			`[{"type":"gallery","figures":[{"type":"figure","image":{"url":"https://baolang.example/1.jpg"}},{"type":"figure","image":{"url":"https://baolang.example/2.jpg"}}],"caption":{"text":"Hai chiếc đò mới."}}]`},
		{"YouTube", `<iframe src="https://www.youtube.com/embed/abc_1?rel=0"></iframe>`,
			`[{"type":"embed","provider":"YouTube","url":"https://www.youtube.com/watch?v=abc_1"}]`},
		{"Facebook", `<iframe src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fbaolang%2Fvideos%2F1"></iframe>`,
			`[{"type":"embed","provider":"Facebook","url":"https://www.facebook.com/baolang/videos/1"}]`},
		{"Vimeo and Dailymotion", `<iframe src="https://player.vimeo.com/video/7"></iframe><iframe src="https://www.dailymotion.com/embed/video/x7"></iframe>`,
			`[{"type":"embed","provider":"Vimeo","url":"https://vimeo.com/7"},{"type":"embed","provider":"Dailymotion","url":"https://www.dailymotion.com/video/x7"}]`},
		{"AMP", `<amp-youtube data-videoid="abc"></amp-youtube>`, `[{"type":"embed","provider":"YouTube","url":"https://www.youtube.com/watch?v=abc"}]`},
		{"a film of the paper", `<div class="video"><video poster="/p.jpg"><source src="/do.mp4"></video><p class="caption">Đò qua sông buổi sớm.</p></div>`,
			`[{"type":"embed","url":"https://baolang.example/do.mp4","title":"Đò qua sông buổi sớm.","image":{"url":"https://baolang.example/p.jpg"}}]`},
		{"a film by script", `<figure class="video" data-video-src="/do.mp4"><video poster="/p.jpg"></video><figcaption>Đò qua sông buổi sớm.</figcaption></figure>`,
			`[{"type":"embed","url":"https://baolang.example/do.mp4","title":"Đò qua sông buổi sớm."}]`},
		{"a player by script", `<div type="VideoStream" data-src="https://player.example/9"><div class="VideoCMS_Caption">Đò qua sông buổi sớm.</div></div>`,
			`[{"type":"embed","url":"https://player.example/9","title":"Đò qua sông buổi sớm."}]`},
		{"a post", `<blockquote class="twitter-tweet"><p>Đò chạy rồi!</p><a href="https://twitter.com/baolang/status/1">5/9</a></blockquote>`,
			`[{"type":"embed","provider":"Twitter","url":"https://twitter.com/baolang/status/1","title":"Đò chạy rồi! 5/9"}]`},
		{"an unknown frame", `<iframe src="https://ads.example/x"></iframe>`, `[]`},
		{"a related story", `<p>&gt;&gt; <a href="/2">Chợ hoa bến sông mở sớm hơn mọi năm</a></p>`,
			`[{"type":"links","kind":"related","links":[{"title":"Chợ hoa bến sông mở sớm hơn mọi năm","url":"https://baolang.example/2"}]}]`},
		{"related stories", `<div class="related"><h4>Xem thêm</h4><ul><li><a href="/2"><img src="/2.jpg"></a><a href="/2">Chợ hoa bến sông mở sớm hơn mọi năm</a></li><li><a href="/3">Mùa nước nổi về muộn</a></li></ul></div>`,
			`[{"type":"links","kind":"recommended","label":"Xem thêm","links":[{"title":"Chợ hoa bến sông mở sớm hơn mọi năm","url":"https://baolang.example/2","image":{"url":"https://baolang.example/2.jpg"}},{"title":"Mùa nước nổi về muộn","url":"https://baolang.example/3"}]}]`},
		{"a label above a list", `<p>Tin liên quan</p><ul><li><a href="/3">Mùa nước nổi về muộn</a></li></ul>`,
			`[{"type":"links","kind":"related","label":"Tin liên quan","links":[{"title":"Mùa nước nổi về muộn","url":"https://baolang.example/3"}]}]`},
		{"a teaser that is a link", `<div class="related"><a href="/2"><h4>Mùa nước nổi về muộn</h4><p>Cá linh ít hơn mọi năm.</p></a></div>`,
			`[{"type":"links","kind":"related","links":[{"title":"Mùa nước nổi về muộn","url":"https://baolang.example/2"}]}]`},
		{"a menu", `<ul><li><a href="/a">Thời sự</a></li><li><a href="/b">Kinh tế</a></li><li><a href="/c">Văn hóa</a></li></ul>`, `[]`},
		{"names that hide nothing", `<div class="overflow-hidden"><p>Đò máy chạy mất bảy phút.</p></div><p class="hidden md:block">Đò chèo mất mười lăm phút.</p><div class="elementor-widget-text"><p>Vé bán ở quán nước.</p></div>`,
			`[{"type":"paragraph","text":"Đò máy chạy mất bảy phút."},{"type":"paragraph","text":"Đò chèo mất mười lăm phút."},{"type":"paragraph","text":"Vé bán ở quán nước."}]`},
		{"what is hidden", `<p class="hidden">Đò máy chạy mất bảy phút.</p><p style="color:red; display: none">Đò chèo.</p><p hidden>Vé bán ở quán nước.</p>`, `[]`},
		{"the description of a photo", `<div><img src="/1.jpg"><p class="photo-desc">Đò cập bến lúc sáng sớm.</p></div>`,
			`[{"type":"figure","image":{"url":"https://baolang.example/1.jpg"},"caption":{"text":"Đò cập bến lúc sáng sớm."}}]`},
		{"buttons", `<p>Chia sẻ</p><p><a href="#">In bài</a></p><form><input><button>Gửi</button></form><div class="ads">Mua một tặng một, chỉ trong hôm nay!</div>`, `[]`},
	} {
		a := parse(t, page("", "", tt.html+last))
		if len(a.Body) < 4 {
			t.Errorf("%s: %s", tt.name, indented(t, a))
			continue
		}
		got, err := json.Marshal(a.Body[3 : len(a.Body)-1])
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestHead reads what stands around a title.
func TestHead(t *testing.T) {
	for _, tt := range []struct {
		name, head, above, below string
		get                      func(*article.Article) string
		want                     string
	}{
		{"section of a path", "", `<ul class="breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/x">Xã hội</a></li></ul>`, "", section, "Xã hội"},
		{"section of text", "", `<div class="breadcrumb">Trang chủ / Xã hội</div>`, "", section, "Xã hội"},
		{"section of JSON-LD", `<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"item":{"name":"Trang chủ"}},{"item":{"name":"Xã hội"}}]}</script>`, "", "", section, "Xã hội"},
		{"lead by name", "", `<p class="sapo">Đò ngang An Phú lại chạy.</p>`, "", lead, "Đò ngang An Phú lại chạy."},
		{"lead by the description", `<meta name="description" content="Đò ngang An Phú lại chạy sau mười năm, mỗi ngày bốn chuyến.">`, `<div>(BL) - Đò ngang An Phú lại chạy sau mười năm, mỗi ngày bốn chuyến.</div>`, "", lead, "Đò ngang An Phú lại chạy sau mười năm, mỗi ngày bốn chuyến."},
		{"lead in bold", "", `<p><b>Đò ngang An Phú lại chạy sau mười năm, mỗi ngày bốn chuyến sang chợ bên kia sông.</b></p>`, "", lead, "Đò ngang An Phú lại chạy sau mười năm, mỗi ngày bốn chuyến sang chợ bên kia sông."},
		{"no lead", "", "", "", lead, ""},
		{"kicker", "", `<p class="kicker">Bến cũ</p>`, "", func(a *article.Article) string { return a.Kicker }, "Bến cũ"},
		{"tags", "", "", `</div><div class="tags">Từ khóa: <a href="/t">đò ngang</a>, <a href="/u">#An Phú</a></div><div>`, tags, "đò ngang|An Phú"},
		{"tags of the metadata", `<meta property="article:tag" content="đò ngang, An Phú">`, "", "", tags, "đò ngang|An Phú"},
		{"source", "", "", `</div><p class="source">Theo Báo Cần Thơ</p><div>`, func(a *article.Article) string { return a.Source }, "Báo Cần Thơ"},
		{"signature in lines", "", "", `<p>Tâm Giao<br>Ảnh: Lê Vy</p>`, authors, "Tâm Giao|Lê Vy"},
		{"language that lies", `<html lang="en">`, "", "", func(a *article.Article) string { return a.Lang }, ""},
		{"list below", "", "", `</div><div><h3>Tin cùng chuyên mục</h3><a href="/3">Mùa nước nổi về muộn</a></div><div>`, related, "same-section: Mùa nước nổi về muộn"},
		{"most-read below", "", "", `</div><div><h3>Đọc nhiều nhất</h3><a href="/3">Mùa nước nổi về muộn</a></div><div>`, related, ""},
	} {
		if got := tt.get(parse(t, page(tt.head, tt.above, tt.below))); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	a := parse(t, []byte(`<html lang="en-GB"><h1>The old ferry runs again</h1><p>The first boat left at five in the morning with twelve people and three bicycles on board.</p><p>It will run four times a day, and children do not pay.</p>`))
	if a.Lang != "en-GB" {
		t.Errorf("Lang = %q", a.Lang)
	}
	a = parse(t, []byte(`<title>Đò ngang lại chạy - Báo Làng</title><meta property="og:site_name" content="Báo Làng">`+strings.ReplaceAll(story[strings.Index(story, "<p>"):], "<p>", "<p>Và ")+strings.Repeat("<p>Một đoạn nữa, vừa đủ dài để bài báo không có tựa này vẫn là một bài báo.</p>", 5)))
	if a.Title != "Đò ngang lại chạy" {
		t.Errorf("a title that is not printed: %q", a.Title)
	}
}

func section(a *article.Article) string { return a.Section }
func lead(a *article.Article) string    { return a.Lead.PlainText() }
func tags(a *article.Article) string    { return strings.Join(a.Tags, "|") }

func authors(a *article.Article) string {
	var names []string
	for _, author := range a.Byline {
		names = append(names, author.Name)
	}
	return strings.Join(names, "|")
}

func related(a *article.Article) (s string) {
	for _, b := range a.Related {
		s += string(b.Kind) + ": " + b.Links[0].Title
	}
	return s
}
