package webpage

import (
	"strings"
	"sync"
)

// A Site says which elements of the pages of a site are what. Each string but
// Host holds values of the attributes class, id, itemprop, type or data-role,
// separated by spaces, and an element that has one of them is meant. What a
// Site leaves out is found by the general rules.
type Site struct {
	// Host is the name of the site: "example.vn" is also www.example.vn and
	// every other subdomain. "" is any page on which Body occurs.
	Host string

	Section string // the path of sections, or the section
	Title   string // the headline
	Lead    string // the standfirst (sapo)
	Byline  string // the authors
	Date    string // when it was published
	Body    string // the text; a Site without it is never used
	Caption string // captions of pictures and videos
	Related string // boxes of links to other stories
	Drop    string // what is no part of the article
}

// sites are the systems that most Vietnamese papers use, by what their pages
// have in common; a name that any page may have is none of them. A site comes
// before the system it is made with.
var sites = []Site{
	{ // VnExpress and its sections, 2014 to 2026
		Body:    "fck_detail fck_detail_video",
		Title:   "title-detail title_news_detail title_post",
		Lead:    "description short_intro lead_post_detail",
		Section: "breadcrumb",
		Byline:  "author_mail author_top author_bottom",
		Date:    "date block_timer_share",
		Caption: "Image desc_cation",
		Related: "box-tinlienquanv2 related_news list-news list_title",
		Drop:    "box_brief_info width_common_box box-tinxemnhieu footer_article social_pin box_embed_video_ads",
	},
	{ // VCCorp: Tuổi Trẻ, Thanh Niên, NLĐ, CafeF, the government's paper
		Body:    "detail-content afcbc-body contentdetail detail-cmain-content content-detail-vccorp",
		Title:   "title detail-title",
		Lead:    "sapo detail-sapo",
		Section: "cate-name detail-cate category-name breadcrumb",
		Byline:  "author detail-author author-info",
		Date:    "publishdate pdate dateandcat detail-time",
		Caption: "PhotoCMS_Caption VideoCMS_Caption StarNameCaption",
		Related: "RelatedNewsBox RelatedOneNews VCSortableRelated",
		Drop:    "link-source-wrapper VCCTagItem insert-link-qc",
	},
	{ // cms-body: Tiền Phong, SGGP, VietnamPlus, Nhân Dân
		Body:    "cms-body",
		Title:   "article__title cms-title",
		Lead:    "article__sapo cms-desc",
		Section: "article__breadcrumb breadcrumb",
		Byline:  "article__author cms-author author",
		Date:    "article__meta cms-date time",
		Caption: "cms-note",
		Related: "article__story article__related cms-relate",
		Drop:    "article__social article__tag-list article__ads",
	},
	{ // Hà Nội mới, Báo Nghệ An, Hải Phòng, Đà Nẵng
		Body:   "b-maincontent js-maincontent",
		Title:  "sc-longform-header-title",
		Lead:   "sc-longform-header-sapo",
		Byline: "sc-longform-header-author",
		Date:   "sc-longform-header-date format_date",
	},
	{ // Dân trí
		Body:   "singular-content e-magazine__body dt-news__content",
		Title:  "singular-title title-page dt-news__title",
		Lead:   "singular-sapo dt-news__sapo",
		Byline: "author-name dt-news__author",
		Date:   "author-time dt-news__time",
	},
	{ // VietNamNet
		Body:    "maincontent ArticleContent",
		Title:   "content-detail-title",
		Lead:    "content-detail-sapo bold ArticleLead",
		Section: "bread-crumb-detail",
		Byline:  "article-detail-author__info newsFeature__author-info",
		Date:    "bread-crumb-detail__time",
		Related: "article-relate insert-wiki-content vnn-template-noneditable",
	},
	{ // Báo Cần Thơ, Báo An Giang
		Body: "newscontents",
	},
	{ // Phú Thọ, Thanh Hóa
		Body: "dcontent",
	},
	{ // Báo Đầu tư
		Body:    "content_detail_post",
		Title:   "title-detail",
		Lead:    "sapo_detail",
		Byline:  "author",
		Date:    "post-time",
		Related: "box_relate_news",
	},
	{ // Zing, Znews
		Body:    "the-article-body",
		Title:   "the-article-title",
		Lead:    "the-article-summary",
		Section: "the-article-category",
		Byline:  "the-article-author the-article-credit",
		Date:    "the-article-publish",
		Related: "inner-article",
		Drop:    "z-widget-corona",
	},
	{ // Lao Động, and others of its make
		Body:  "chappeau-content art-body",
		Title: "m-article-title",
		Lead:  "chappeau",
	},
	{ // NukeViet: schools, provinces
		Body:  "news-bodyhtml bodytext",
		Lead:  "hometext",
		Date:  "news-date",
		Title: "newsdetail-title",
	},
	{ // WordPress
		Body:    "entry-content post-content td-post-content",
		Title:   "entry-title post-title tdb-title-text",
		Byline:  "author entry-author",
		Date:    "entry-date",
		Caption: "wp-caption-text wp-element-caption",
		Related: "jp-relatedposts yarpp-related",
		Drop:    "sharedaddy post-views wp-block-buttons",
	},
	{ // Joomla
		Body: "item-page",
	},
	{ // schema.org, whatever the system
		Body:   "articleBody",
		Title:  "headline",
		Byline: "author",
		Date:   "datePublished",
	},
}

// A hit is an element that has a name of the table.
type hit struct {
	node int32
	name int32
}

// A siteTable is a list of sites with one map of all their names, so that an
// element is looked up once for each of its names.
type siteTable struct {
	names map[string]int32
	sites []site
	own   int // how many of sites are the caller's
}

// A site is a Site in a table.
type site struct {
	host  string
	roles []role // by the numbers of the names; shorter than they are many
}

var builtin = sync.OnceValue(func() *siteTable { return newSiteTable(nil) })

// siteTableOf returns the table of a parser that has sites of its own.
func siteTableOf(own []Site) *siteTable {
	if len(own) == 0 {
		return builtin()
	}
	return newSiteTable(own)
}

func newSiteTable(own []Site) *siteTable {
	t := &siteTable{names: make(map[string]int32), own: len(own)}
	for _, list := range [...][]Site{own, sites} {
		for i := range list {
			t.add(&list[i])
		}
	}
	return t
}

func (t *siteTable) add(s *Site) {
	c := site{host: strings.ToLower(strings.Trim(s.Host, "."))}
	for _, part := range [...]struct {
		names string
		role  role
	}{
		{s.Section, isSection}, {s.Title, isTitle}, {s.Lead, isLead}, {s.Byline, isByline}, {s.Date, isDate},
		{s.Body, isBody}, {s.Caption, isCaption}, {s.Related, isRelated}, {s.Drop, isAd},
	} {
		for name := range strings.FieldsSeq(part.names) {
			id, ok := t.names[name]
			if !ok {
				id = int32(len(t.names))
				t.names[name] = id
			}
			if grow := int(id) + 1 - len(c.roles); grow > 0 {
				c.roles = append(c.roles, make([]role, grow)...)
			}
			c.roles[id] |= part.role
		}
	}
	t.sites = append(t.sites, c)
}

// role returns what the elements with a name are on a site.
func (s *site) role(name int32) role {
	if int(name) < len(s.roles) {
		return s.roles[name]
	}
	return 0
}

// onHost reports whether a site is meant for pages of a host.
func (s *site) onHost(host string) bool {
	return s.host == "" || host == s.host || strings.HasSuffix(host, "."+s.host)
}
