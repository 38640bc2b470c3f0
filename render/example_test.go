package render_test

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

func ExampleHTML() {
	a := &article.Article{
		Section:   "Thời sự",
		Title:     "Khánh thành cầu Cần Thơ 2",
		Byline:    []article.Author{{Name: "Minh Anh"}},
		Published: time.Date(2023, 3, 10, 8, 5, 0, 0, time.FixedZone("", 7*60*60)),
		Body: article.Blocks{
			&article.Paragraph{Text: article.Inlines{article.Text("Cầu dài 15,2 km, nối Vĩnh Long & Cần Thơ.")}},
			&article.Figure{
				Image:   article.Image{URL: "/anh/cau.jpg", Alt: "Quang cảnh lễ khánh thành", Width: 1280, Height: 720},
				Caption: article.Caption{Text: article.Inlines{article.Text("Quang cảnh lễ khánh thành.")}, Credit: article.Credit{Text: "Ảnh: TTXVN"}},
			},
		},
		Related: []*article.LinkBlock{
			{Kind: article.LinkOther, Label: "Các tin khác", Links: []article.RelatedLink{{Title: "Cao tốc thông xe", URL: "/cao-toc.html"}}},
			{Kind: article.LinkLatest, Label: "Mới nhất"},
		},
	}
	if err := render.HTML(os.Stdout, a, nil); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <article lang="vi">
	// <header>
	// <p class="section">Thời sự</p>
	// <h1>Khánh thành cầu Cần Thơ 2</h1>
	// <p class="byline"><span class="author">Minh Anh</span> · <time datetime="2023-03-10T08:05:00+07:00">Thứ sáu, 10/3/2023, 08:05 (GMT+7)</time></p>
	// </header>
	// <p>Cầu dài 15,2 km, nối Vĩnh Long &amp; Cần Thơ.</p>
	// <figure aria-labelledby="caption">
	// <img src="/anh/cau.jpg" alt="" width="1280" height="720" fetchpriority="high" decoding="async">
	// <figcaption id="caption">Quang cảnh lễ khánh thành. <small class="credit">Ảnh: TTXVN</small></figcaption>
	// </figure>
	// </article>
	// <nav class="links other" lang="vi" aria-labelledby="nav">
	// <h2 id="nav">Các tin khác</h2>
	// <ul>
	// <li><a href="/cao-toc.html"><span>Cao tốc thông xe</span></a></li>
	// </ul>
	// </nav>
}

func ExampleAppendHTML() {
	a := &article.Article{Title: "Tin vắn"}
	buf := make([]byte, 0, 4096) // used again for the next article
	buf = render.AppendHTML(buf[:0], a, &render.HTMLOptions{TitleLevel: 2})
	fmt.Printf("%s", buf)
	// Output:
	// <article lang="vi">
	// <header>
	// <h2>Tin vắn</h2>
	// </header>
	// </article>
}

// A hook that shows videos of one provider in a frame. The address goes
// through the URL policy; all other blocks are rendered as usual.
func ExampleHTMLOptions_video() {
	opts := &render.HTMLOptions{
		Block: func(w *render.HTMLWriter, b article.Block) bool {
			e, ok := b.(*article.Embed)
			if !ok || e.Provider != "YouTube" {
				return false
			}
			id, ok := strings.CutPrefix(e.URL, "https://youtu.be/")
			if !ok {
				return false
			}
			w.Markup(`<iframe sandbox="allow-scripts allow-same-origin" loading="lazy" src="`)
			w.URL("https://www.youtube-nocookie.com/embed/" + id)
			w.Markup(`" title="`)
			w.Text(e.Title)
			w.Markup("\"></iframe>\n")
			return true
		},
	}
	a := &article.Article{Body: article.Blocks{
		&article.Embed{Provider: "YouTube", URL: "https://youtu.be/abc", Title: `Toàn cảnh "cầu mới"`},
		&article.Embed{Provider: "Facebook", URL: "https://www.facebook.com/x", Title: "Ý kiến bạn đọc"},
	}}
	if err := render.HTML(os.Stdout, a, opts); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <article lang="vi">
	// <iframe sandbox="allow-scripts allow-same-origin" loading="lazy" src="https://www.youtube-nocookie.com/embed/abc" title="Toàn cảnh &#34;cầu mới&#34;"></iframe>
	// <figure class="embed" aria-labelledby="caption">
	// <a href="https://www.facebook.com/x"><span>Ý kiến bạn đọc</span></a>
	// <figcaption id="caption">Facebook</figcaption>
	// </figure>
	// </article>
}

// A hook that gives every figure a class, around its default rendering.
func ExampleHTMLOptions_figureClass() {
	opts := &render.HTMLOptions{
		Block: func(w *render.HTMLWriter, b article.Block) bool {
			if _, ok := b.(*article.Figure); !ok {
				return false
			}
			w.Markup("<div class=\"photo\">\n")
			w.Block(b)
			w.Markup("</div>\n")
			return true
		},
	}
	a := &article.Article{Body: article.Blocks{
		&article.Figure{Caption: article.Caption{Text: article.Inlines{article.Text("Đường hoa xuân.")}}},
	}}
	if err := render.HTML(os.Stdout, a, opts); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <article lang="vi">
	// <div class="photo">
	// <figure aria-labelledby="caption">
	// <figcaption id="caption">Đường hoa xuân.</figcaption>
	// </figure>
	// </div>
	// </article>
}

func ExampleJSONLD() {
	a := &article.Article{
		URL:       "https://bao.example/thoi-su/cau.html",
		Title:     "Khánh thành cầu Cần Thơ 2",
		Byline:    []article.Author{{Name: "Minh Anh"}, {Name: "Lê Phương", Role: "tin, ảnh"}},
		Source:    "TTXVN",
		Published: time.Date(2023, 3, 10, 8, 5, 0, 0, time.FixedZone("", 7*60*60)),
	}
	if err := render.JSONLD(os.Stdout, a, &render.JSONLDOptions{PublisherName: "Báo Cần Thơ"}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"@context":"https://schema.org","@type":"NewsArticle","headline":"Khánh thành cầu Cần Thơ 2","url":"https://bao.example/thoi-su/cau.html","mainEntityOfPage":"https://bao.example/thoi-su/cau.html","datePublished":"2023-03-10T08:05:00+07:00","author":[{"@type":"Person","name":"Minh Anh"},{"@type":"Person","name":"Lê Phương"}],"publisher":{"@type":"NewsMediaOrganization","name":"Báo Cần Thơ"},"sourceOrganization":{"@type":"Organization","name":"TTXVN"},"inLanguage":"vi"}
}

func ExampleJSON() {
	a := &article.Article{Title: "Tin vắn", Body: article.Blocks{&article.Paragraph{Text: article.Inlines{article.Text("Sáng nay trời nắng.")}}}}
	if err := render.JSON(os.Stdout, a, &render.JSONOptions{Indent: "  "}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "version": 1,
	//   "title": "Tin vắn",
	//   "body": [
	//     {
	//       "type": "paragraph",
	//       "text": "Sáng nay trời nắng."
	//     }
	//   ]
	// }
}

func ExamplePage() {
	a := &article.Article{Title: "Khánh thành cầu Cần Thơ 2", Lead: article.Inlines{article.Text("Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.")}}
	var b strings.Builder
	if err := render.Page(&b, a, &render.PageOptions{SiteName: "Báo Cần Thơ", NoStyle: true}); err != nil {
		fmt.Println(err)
	}
	fmt.Print(b.String())
	// Output:
	// <!doctype html>
	// <html lang="vi" prefix="og: https://ogp.me/ns# article: https://ogp.me/ns/article#">
	// <head>
	// <meta charset="utf-8">
	// <meta name="viewport" content="width=device-width, initial-scale=1">
	// <meta name="color-scheme" content="light dark">
	// <title>Khánh thành cầu Cần Thơ 2</title>
	// <meta name="description" content="Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.">
	// <meta property="og:type" content="article">
	// <meta property="og:title" content="Khánh thành cầu Cần Thơ 2">
	// <meta property="og:description" content="Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.">
	// <meta property="og:site_name" content="Báo Cần Thơ">
	// <meta property="og:locale" content="vi_VN">
	// <meta name="twitter:card" content="summary">
	// <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Khánh thành cầu Cần Thơ 2","description":"Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.","inLanguage":"vi"}</script>
	// </head>
	// <body>
	// <main>
	// <article lang="vi">
	// <header>
	// <h1>Khánh thành cầu Cần Thơ 2</h1>
	// <p class="lead">Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.</p>
	// </header>
	// </article>
	// </main>
	// </body>
	// </html>
}

// An advertisement after every second paragraph of the body, but not after
// those inside a box or a list. The hook counts, so that each article needs one
// of its own.
func ExampleHTMLWriter_Depth() {
	paragraphs := 0
	opts := &render.HTMLOptions{Block: func(w *render.HTMLWriter, b article.Block) bool {
		if _, ok := b.(*article.Paragraph); !ok || w.Depth() > 0 {
			return false
		}
		w.Block(b)
		if paragraphs++; paragraphs%2 == 0 {
			w.Markup("<div class=\"ad\"></div>\n")
		}
		return true
	}}
	text := func(s string) *article.Paragraph {
		return &article.Paragraph{Text: article.Inlines{article.Text(s)}}
	}
	a := &article.Article{Body: article.Blocks{
		text("Sáng nay, cầu thông xe."),
		&article.Box{Title: "Cầu mới", Body: article.Blocks{text("Dài 15,2 km."), text("Sáu làn xe.")}},
		text("Xe qua cầu không mất phí."),
		text("Cầu cũ vẫn mở."),
	}}
	fmt.Print(string(render.AppendHTML(nil, a, opts)))
	// Output:
	// <article lang="vi">
	// <p>Sáng nay, cầu thông xe.</p>
	// <aside class="box" aria-labelledby="box">
	// <h2 id="box">Cầu mới</h2>
	// <p>Dài 15,2 km.</p>
	// <p>Sáu làn xe.</p>
	// </aside>
	// <p>Xe qua cầu không mất phí.</p>
	// <div class="ad"></div>
	// <p>Cầu cũ vẫn mở.</p>
	// </article>
}

func ExampleAppendBlocks() {
	body := article.Blocks{&article.Paragraph{Text: article.Inlines{
		article.Text("Xem "), &article.Link{URL: "/ban-do.html", Text: article.Inlines{article.Text("bản đồ")}}, article.Text("."),
	}}}
	fmt.Print(string(render.AppendBlocks(nil, body, &render.HTMLOptions{Base: "https://bao.example/thoi-su/"})))
	// Output:
	// <p>Xem <a href="https://bao.example/ban-do.html">bản đồ</a>.</p>
}

func ExampleRSS() {
	feed := &render.Feed{
		Title: "Báo Cần Thơ – Thời sự", URL: "https://bao.example/thoi-su/", Self: "https://bao.example/thoi-su.rss", Description: "Tin trong ngày",
		Articles: []*article.Article{{
			URL: "/thoi-su/cau.html", Section: "Thời sự", Title: "Khánh thành cầu Cần Thơ 2",
			Lead:      article.Inlines{article.Text("Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.")},
			Byline:    []article.Author{{Name: "Minh Anh"}},
			Published: time.Date(2023, 3, 10, 8, 5, 0, 0, time.FixedZone("", 7*3600)),
			Body:      article.Blocks{&article.Paragraph{Text: article.Inlines{article.Text("Sáng nay, cầu thông xe.")}}},
		}},
	}
	if err := render.RSS(os.Stdout, feed, &render.HTMLOptions{Base: "https://bao.example/"}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
	// <channel>
	// <title>Báo Cần Thơ – Thời sự</title>
	// <link>https://bao.example/thoi-su/</link>
	// <description>Tin trong ngày</description>
	// <language>vi</language>
	// <lastBuildDate>Fri, 10 Mar 2023 08:05:00 +0700</lastBuildDate>
	// <atom:link href="https://bao.example/thoi-su.rss" rel="self" type="application/rss+xml"/>
	// <item>
	// <title>Khánh thành cầu Cần Thơ 2</title>
	// <link>https://bao.example/thoi-su/cau.html</link>
	// <guid isPermaLink="true">https://bao.example/thoi-su/cau.html</guid>
	// <pubDate>Fri, 10 Mar 2023 08:05:00 +0700</pubDate>
	// <dc:creator>Minh Anh</dc:creator>
	// <category>Thời sự</category>
	// <description>Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.</description>
	// <content:encoded><![CDATA[<p>Sáng nay, cầu thông xe.</p>
	// ]]></content:encoded>
	// </item>
	// </channel>
	// </rss>
}

func ExampleNewsSitemap() {
	site := &render.Sitemap{
		Name: "Báo Cần Thơ", Base: "https://bao.example/",
		Articles: []*article.Article{
			{URL: "/thoi-su/cau.html", Title: "Khánh thành cầu Cần Thơ 2", Published: time.Date(2023, 3, 10, 8, 5, 0, 0, time.FixedZone("", 7*3600))},
			{URL: "/thoi-su/nhap.html", Title: "Bản nháp, chưa đăng"},
		},
	}
	if err := render.NewsSitemap(os.Stdout, site); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
	// <url>
	// <loc>https://bao.example/thoi-su/cau.html</loc>
	// <news:news>
	// <news:publication>
	// <news:name>Báo Cần Thơ</news:name>
	// <news:language>vi</news:language>
	// </news:publication>
	// <news:publication_date>2023-03-10T08:05:00+07:00</news:publication_date>
	// <news:title>Khánh thành cầu Cần Thơ 2</news:title>
	// </news:news>
	// </url>
	// </urlset>
}

func ExampleMarkdown() {
	a := &article.Article{
		Slug: "khanh-thanh-cau-can-tho-2", Section: "Thời sự", Title: "Khánh thành cầu Cần Thơ 2",
		Lead:      article.Inlines{article.Text("Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.")},
		Byline:    []article.Author{{Name: "Minh Anh"}},
		Published: time.Date(2023, 3, 10, 8, 5, 0, 0, time.FixedZone("", 7*3600)),
		Body: article.Blocks{
			&article.Figure{
				Image:   article.Image{URL: "/anh/cau.jpg", Alt: "Cầu nhìn từ trên cao"},
				Caption: article.Caption{Text: article.Inlines{article.Text("Xe đầu tiên qua cầu.")}, Credit: article.Credit{Text: "Ảnh: TTXVN"}},
			},
			&article.Paragraph{Text: article.Inlines{
				article.Text("Xem "), &article.Link{URL: "/ban-do.html", Text: article.Inlines{article.Text("bản đồ")}}, article.Text(" *."),
			}},
		},
	}
	if err := render.Markdown(os.Stdout, a, &render.MarkdownOptions{Base: "https://bao.example/"}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ---
	// title: "Khánh thành cầu Cần Thơ 2"
	// date: 2023-03-10T08:05:00+07:00
	// slug: "khanh-thanh-cau-can-tho-2"
	// description: "Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ."
	// author: ["Minh Anh"]
	// categories: ["Thời sự"]
	// ---
	//
	// Cầu dài 15,2 km nối Vĩnh Long và Cần Thơ.
	//
	// ![Cầu nhìn từ trên cao](https://bao.example/anh/cau.jpg)\
	// _Xe đầu tiên qua cầu. Ảnh: TTXVN_
	//
	// Xem [bản đồ](https://bao.example/ban-do.html) \*.
}
