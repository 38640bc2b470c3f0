package webpage

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A role is a set of what an element may be by the words of its names. It is
// a hint: every rule that follows one looks at the text as well.
type role uint32

const (
	isTitle role = 1 << iota
	isLead
	isByline
	isDate
	isSection
	isBody
	isCaption
	isCredit
	isRelated
	isTags
	isBox
	isGallery
	isQuote
	isPhoto
	isVideo
	isKicker
	isSource
	isIcon // a picture that says nothing

	isComments
	isAd
	isShare
	isMenu
	isHidden
	isForm
	isAside
	isNotice // of cookies, of subscriptions
	isPopup  // it lies over the page
)

// isFrame is what the frame of a page consists of.
const isFrame = isComments | isAd | isShare | isMenu | isHidden | isForm | isNotice | isPopup

// tagRoles are the elements that say what they are.
var tagRoles = map[atom.Atom]role{
	atom.Nav: isMenu, atom.Footer: isMenu, atom.Aside: isAside, atom.Form: isForm, atom.Time: isDate,
	atom.Figcaption: isCaption, atom.Dialog: isPopup, atom.Menu: isMenu, atom.Search: isForm,
}

// words are the words of which the names of classes are made, English and
// Vietnamese, in lower case: those that most systems share.
var words = map[string]role{
	"title": isTitle, "headline": isTitle, "tieude": isTitle,

	"sapo": isLead, "lead": isLead, "chapeau": isLead, "chappeau": isLead, "standfirst": isLead, "summary": isLead,
	"desc": isLead, "description": isLead, "intro": isLead, "hometext": isLead, "dek": isLead, "abstract": isLead,
	"teaser": isLead, "mota": isLead, "tomtat": isLead, "excerpt": isLead, "subheadline": isLead, "introtext": isLead,

	"author": isByline, "authors": isByline, "byline": isByline, "tacgia": isByline, "butdanh": isByline,
	"reporter": isByline, "journalist": isByline, "writer": isByline,

	"source": isSource, "nguon": isSource, "nguontin": isSource, "newssource": isSource,

	"date": isDate, "time": isDate, "datetime": isDate, "publishdate": isDate, "pubdate": isDate, "published": isDate,
	"ngaydang": isDate, "timestamp": isDate, "publish": isDate, "datepublished": isDate, "datemodified": isDate,

	"breadcrumb": isSection, "breadcrumbs": isSection, "crumb": isSection, "crumbs": isSection, "breadcrum": isSection, "path": isSection,
	"chuyenmuc": isSection, "category": isSection, "cate": isSection, "cat": isSection, "section": isSection,

	"articlebody": isBody, "bodytext": isBody,

	"caption": isCaption, "figcaption": isCaption, "chuthich": isCaption, "phototext": isCaption, "imgcaption": isCaption,
	"tplcaption": isCaption, "pcaption": isCaption, "imagecaption": isCaption, "photocaption": isCaption,
	"credit": isCredit, "photographer": isCredit, "copyright": isCredit,

	"related": isRelated, "relate": isRelated, "relatednews": isRelated, "lienquan": isRelated, "tinlienquan": isRelated,
	"tinlienquanv2": isRelated, "tinlq": isRelated, "readmore": isRelated, "relatednewsbox": isRelated,
	"relatedonenews": isRelated, "baivietlienquan": isRelated, "relates": isRelated, "tincungchuyenmuc": isRelated,
	"xemthem": isRelated, "docthem": isRelated, "tinkhac": isRelated, "cungchuyenmuc": isRelated,

	"tag": isTags, "tags": isTags, "keyword": isTags, "keywords": isTags, "tukhoa": isTags, "hashtag": isTags,

	"infobox": isBox, "factbox": isBox, "sidebox": isBox, "notebox": isBox, "callout": isBox, "thongtinthem": isBox,

	"gallery": isGallery, "album": isGallery, "slideshow": isGallery, "photoset": isGallery, "slider": isGallery,
	"carousel": isGallery, "swiper": isGallery,

	"quote": isQuote, "blockquote": isQuote, "pullquote": isQuote, "trichdan": isQuote, "quotation": isQuote,

	"photo": isPhoto, "image": isPhoto, "img": isPhoto, "picture": isPhoto, "pic": isPhoto, "thumb": isPhoto, "anh": isPhoto,
	"figure": isPhoto, "hinh": isPhoto, "imagebox": isPhoto,
	"video": isVideo, "videostream": isVideo, "clip": isVideo, "player": isVideo, "youtube": isVideo,

	"kicker": isKicker, "overline": isKicker, "trentit": isKicker, "supertitle": isKicker, "pretitle": isKicker,

	"icon": isIcon, "ico": isIcon, "emoji": isIcon, "avatar": isIcon, "logo": isIcon, "smiley": isIcon,

	"comment": isComments, "comments": isComments, "binhluan": isComments, "disqus": isComments, "respond": isComments,
	"commentlist": isComments, "ykien": isComments, "livefyre": isComments,

	"ad": isAd, "ads": isAd, "adv": isAd, "advert": isAd, "adverts": isAd, "advertisement": isAd, "advertising": isAd,
	"advertise": isAd, "adsense": isAd, "adsbygoogle": isAd, "adslot": isAd, "adbox": isAd, "qc": isAd, "quangcao": isAd,
	"banner": isAd, "banners": isAd, "sponsor": isAd, "sponsored": isAd, "sponsors": isAd, "promo": isAd, "promotion": isAd,
	"taboola": isAd, "outbrain": isAd, "dfp": isAd, "gpt": isAd, "teads": isAd, "mgid": isAd, "adwrapper": isAd,
	"adcontainer": isAd, "promoted": isAd,

	"share": isShare, "sharing": isShare, "shares": isShare, "social": isShare, "socials": isShare, "addthis": isShare,
	"sharethis": isShare, "addtoany": isShare, "sharedaddy": isShare, "chiase": isShare, "follow": isShare,
	"likebox": isShare, "bookmark": isShare, "sharebar": isShare, "socialbar": isShare, "sharebox": isShare,

	"menu": isMenu, "nav": isMenu, "navigation": isMenu, "navbar": isMenu, "sidebar": isMenu, "sitemap": isMenu,
	"footer": isMenu, "toolbar": isMenu, "tools": isMenu, "pagination": isMenu, "pager": isMenu, "paging": isMenu,
	"mostread": isMenu, "mostviewed": isMenu, "popular": isMenu, "trending": isMenu, "xemnhieu": isMenu, "docnhieu": isMenu,
	"tinxemnhieu": isMenu, "tindocnhieu": isMenu, "mostpopular": isMenu, "tagcloud": isMenu, "rating": isMenu, "ratings": isMenu, "vote": isMenu, "toc": isMenu, "fontsize": isMenu,
	"skip": isMenu, "masthead": isMenu, "offcanvas": isMenu, "topbar": isMenu, "tinmoi": isMenu, "tinnong": isMenu,
	"weather": isMenu, "thoitiet": isMenu, "tooltip": isMenu, "print": isMenu, "listen": isMenu,
	"speech": isMenu, "tts": isMenu, "audio": isMenu, "screenreader": isMenu, "contentinfo": isMenu,

	"form": isForm, "login": isForm, "signin": isForm, "search": isForm, "register": isForm, "dangky": isForm,
	"dangnhap": isForm,

	"aside": isAside, "complementary": isAside,

	"popup": isPopup, "modal": isPopup, "cookie": isPopup, "cookies": isPopup, "consent": isPopup, "gdpr": isPopup,
	"newsletter": isNotice, "subscribe": isNotice, "subscription": isNotice, "signup": isNotice, "paywall": isNotice,
	"donate": isNotice, "disclaimer": isNotice, "toast": isPopup,
}

// wholeNames are names that say what they do only as a whole: overflow-hidden
// hides nothing, and elementor-widget is what one system calls all its parts.
var wholeNames = map[string]role{
	"hidden": isHidden, "hide": isHidden, "invisible": isHidden, "d-none": isHidden, "sr-only": isHidden,
	"visually-hidden": isHidden, "screen-reader-text": isHidden, "display-none": isHidden,
	"widget": isMenu, "widgets": isMenu, "widget-area": isMenu,
}

// states are words that make of a name a state of its element, not its
// content: "has-sidebar", "no-comments", "comments-open".
var states = map[string]bool{
	"has": true, "no": true, "with": true, "without": true, "is": true, "js": true, "show": true, "open": true,
	"closed": true, "enabled": true, "disabled": true, "not": true, "only": true, "for": true, "off": true,
}

// A nameInfo is what the value of an attribute says.
type nameInfo struct {
	words role
	names []int32 // in the table of the sites
}

// named reads the value of a class, an id and the like. The same values stand
// on many elements, so that each is read once a page.
func (p *page) named(value string) nameInfo {
	if value == "" {
		return nameInfo{}
	}
	info, ok := p.names[value]
	if ok {
		return info
	}
	for name := range strings.FieldsSeq(value) {
		info.words |= wordsOf(name) | wholeNames[name]
		if id, ok := p.table.names[name]; ok {
			info.names = append(info.names, id)
		}
	}
	info.words = joint(info.words)
	if info.words&isHidden != 0 && (strings.Contains(value, ":") || strings.Contains(value, "-block") || strings.Contains(value, "-flex")) {
		info.words &^= isHidden // on some screens only: "hidden md:block", "d-none d-md-block"
	}
	p.names[value] = info
	return info
}

// joint returns what words say together: the description of a photo is its
// caption, and that of an author no lead.
func joint(w role) role {
	if w&isLead != 0 && w&(isPhoto|isVideo) != 0 {
		return w&^isLead | isCaption
	}
	if w&isLead != 0 && w&(isByline|isRelated|isComments) != 0 {
		return w &^ isLead
	}
	return w
}

// wordsOf returns what the words of one name say: "PhotoCMS_Caption",
// "detail__author-name". Longer names than people give say nothing.
func wordsOf(name string) (r role) {
	var (
		buf    [48]byte
		n      int
		before byte
	)
	if len(name) > 80 || strings.ContainsAny(name, ":[") {
		return 0 // "md:hidden", "print:block", "w-[80px]"
	}
	for i := 0; i <= len(name); i++ {
		c := byte('-')
		if i < len(name) {
			c = name[i]
		}
		letter := isLetter(c)
		upper := 'A' <= c && c <= 'Z'
		if n > 0 && (!letter || upper && 'a' <= before && before <= 'z') {
			if states[string(buf[:n])] {
				return 0
			}
			r |= words[string(buf[:n])]
			n = 0
		}
		if letter && n < len(buf) {
			buf[n] = c | 0x20
			n++
		}
		before = c
	}
	// A name with capitals and no sign may still be one word: "PhotoSet",
	// "FIGCAPTION".
	if len(name) <= len(buf) {
		for i := range len(name) {
			buf[i] = name[i]
			if isLetter(name[i]) {
				buf[i] |= 0x20
			}
		}
		r |= words[string(buf[:len(name)])]
	}
	return r
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
