package webpage

import (
	"net/url"
	"strings"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// embed reads an element that holds one player and at most its caption, or a
// post of a network.
func (r *reader) embed(i int32) bool {
	n := &r.nodes[i]
	if n.DataAtom == atom.Blockquote {
		return r.post(i)
	}
	if n.chars > maxUnnamed {
		return false
	}
	if n.media {
		player := int32(-1)
		for j := i; j < n.end; j++ {
			if m := &r.nodes[j]; m.kind == media && m.media {
				if isImage(m) || player >= 0 {
					return false
				}
				player = j
			}
		}
		if player < 0 || n.chars > 0 && n.words&(isVideo|isPhoto) == 0 && n.DataAtom != atom.Figure && r.captionIn(i) < 0 {
			return false
		}
		if r.player(player, i) {
			return true
		}
	}
	// A player that a script puts where an element says what to play.
	if n.words&isVideo == 0 && attr(n.Node, "type") != "VideoStream" {
		return false
	}
	for j := i; j < n.end; j++ {
		if r.nodes[j].kind == text {
			continue
		}
		for _, key := range [...]string{"data-src", "data-video-src", "data-video", "data-url", "data-vid", "data-file"} {
			if u := r.resolve(attr(r.nodes[j].Node, key)); isAbsolute(u) {
				r.show(i, u, r.captionText(i))
				return true
			}
		}
	}
	return false
}

// captionText returns the caption of a player, or all of its text.
func (r *reader) captionText(i int32) string {
	if c := r.captionIn(i); c >= 0 {
		r.took(c, r.nodes[c].end)
		return r.textOf(c, r.nodes[c].end)
	}
	r.took(i, r.nodes[i].end)
	return r.textOf(i, r.nodes[i].end)
}

// player reads the player at the node i as the content of the element unit. It
// reports whether its text is dealt with.
func (r *reader) player(i, unit int32) bool {
	n := &r.nodes[i]
	title := ""
	if unit != i {
		title = r.textOf(unit, r.nodes[unit].end)
	}
	address := ""
	for _, a := range ampPlayers {
		if n.Data == a.element {
			if v := attr(n.Node, a.attr); v != "" && strings.IndexFunc(v, notID) < 0 {
				address = a.prefix + v
			}
		}
	}
	if address == "" {
		for _, key := range [...]string{"src", "data-src", "data-lazy-src", "data-original", "data-href", "data"} {
			if address = r.resolve(attr(n.Node, key)); address != "" {
				break
			}
		}
	}
	if address == "" {
		for c := n.FirstChild; c != nil && address == ""; c = c.NextSibling {
			if c.DataAtom == atom.Source {
				address = r.resolve(attr(c, "src"))
			}
		}
	}
	if address == "" {
		return false
	}
	isFrameElement := n.DataAtom != atom.Video && n.DataAtom != atom.Audio && !strings.HasPrefix(n.Data, "amp-video")
	if _, known := watch(address); isFrameElement && !known && title == "" && r.in(i, func(n *node) bool { return n.words&isVideo != 0 }) < 0 {
		return false // an advertisement, a counter, a form
	}
	if title == "" {
		title = oneLine(attr(n.Node, "title"))
	} else {
		r.took(unit, r.nodes[unit].end)
	}
	e := r.show(unit, address, title)
	if poster := r.resolve(attr(n.Node, "poster")); poster != "" {
		e.Image = &article.Image{URL: poster}
	}
	return true
}

// show appends an Embed.
func (r *reader) show(i int32, address, title string) *article.Embed {
	address, provider := watchAt(address)
	for _, label := range [...]string{"Video:", "VIDEO:", "Clip:"} {
		title = strings.TrimSpace(strings.TrimPrefix(title, label))
	}
	e := &article.Embed{Provider: provider, URL: address, Title: r.form(title)}
	r.emit(i, e)
	return e
}

// ampPlayers are the elements that name what they play by an identifier.
var ampPlayers = [...]struct{ element, attr, prefix string }{
	{"amp-youtube", "data-videoid", "https://www.youtube.com/watch?v="},
	{"lite-youtube", "videoid", "https://www.youtube.com/watch?v="},
	{"amp-vimeo", "data-videoid", "https://vimeo.com/"},
	{"amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/"},
	{"amp-twitter", "data-tweetid", "https://twitter.com/i/status/"},
	{"amp-instagram", "data-shortcode", "https://www.instagram.com/p/"},
}

func notID(c rune) bool {
	return !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_')
}

// providers are the hosts whose players an article has, by their names.
var providers = map[string]string{
	"youtube.com": "YouTube", "youtube-nocookie.com": "YouTube", "youtu.be": "YouTube", "facebook.com": "Facebook",
	"vimeo.com": "Vimeo", "player.vimeo.com": "Vimeo", "dailymotion.com": "Dailymotion", "tiktok.com": "TikTok",
	"twitter.com": "Twitter", "x.com": "X", "instagram.com": "Instagram", "soundcloud.com": "SoundCloud",
	"w.soundcloud.com": "SoundCloud", "open.spotify.com": "Spotify", "threads.net": "Threads", "t.me": "Telegram",
	"google.com/maps": "Google Maps", "flo.uri.sh": "Flourish", "datawrapper.dwcdn.net": "Datawrapper",
	"infogram.com": "Infogram", "e.infogram.com": "Infogram",
}

// watch returns the provider of a player, and whether it is known.
func watch(address string) (provider string, known bool) {
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	host := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), "m.")
	if host == "google.com" && strings.HasPrefix(u.Path, "/maps") {
		host = "google.com/maps"
	}
	provider, known = providers[host]
	return provider, known
}

// watchAt returns the address of the page that shows what a player plays, and
// the name of its provider.
func watchAt(address string) (page, provider string) {
	provider, _ = watch(address)
	u, err := url.Parse(address)
	if err != nil {
		return address, provider
	}
	switch last := u.Path[strings.LastIndexByte(u.Path, '/')+1:]; {
	case provider == "YouTube" && strings.HasPrefix(u.Path, "/embed/") && last != "" && last != "videoseries":
		return "https://www.youtube.com/watch?v=" + url.QueryEscape(last), provider
	case provider == "Facebook" && strings.HasPrefix(u.Path, "/plugins/"):
		if href := u.Query().Get("href"); strings.HasPrefix(href, "https://") {
			return href, provider
		}
	case provider == "Vimeo" && strings.HasPrefix(u.Path, "/video/"):
		return "https://vimeo.com/" + last, provider
	case provider == "Dailymotion" && strings.HasPrefix(u.Path, "/embed/video/"):
		return "https://www.dailymotion.com/video/" + last, provider
	}
	return address, provider
}

// posts are the classes of quotations that scripts of networks make posts of.
var posts = [...]string{"twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "fb-xfbml-parse-ignore", "threads-post"}

// post reads a quotation of a network's post: its address is that of its last
// link, or what it is said to cite.
func (r *reader) post(i int32) bool {
	n := &r.nodes[i]
	named := false
	for _, name := range posts {
		named = named || hasWord(attr(n.Node, "class"), name)
	}
	if !named {
		return false
	}
	address := r.resolve(attr(n.Node, "cite"))
	if address == "" {
		address = r.resolve(attr(n.Node, "data-instgrm-permalink"))
	}
	for j := n.end - 1; j > i && address == ""; j-- {
		if m := &r.nodes[j]; m.DataAtom == atom.A {
			address = r.resolve(attr(m.Node, "href"))
		}
	}
	if address == "" {
		return false
	}
	title := r.textOf(i, n.end)
	r.took(i, n.end)
	r.show(i, address, title)
	return true
}
