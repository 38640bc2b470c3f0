package bench

import "time"

// A flatArticle has the members of an article in the form that is fastest for the
// peers: one struct for all kinds of blocks, running text as a string.
type flatArticle struct {
	Version   int         `json:"version"`
	ID        string      `json:"id,omitempty"`
	URL       string      `json:"url,omitempty"`
	Section   string      `json:"section,omitempty"`
	Kicker    string      `json:"kicker,omitempty"`
	Title     string      `json:"title,omitempty"`
	Lead      string      `json:"lead,omitempty"`
	Byline    []flatName  `json:"byline,omitempty"`
	Source    string      `json:"source,omitempty"`
	Published time.Time   `json:"published"`
	Modified  time.Time   `json:"modified"`
	Tags      []string    `json:"tags,omitempty"`
	Body      []flatBlock `json:"body,omitempty"`
	Related   []flatBlock `json:"related,omitempty"`
}

type flatName struct {
	Name string `json:"name,omitempty"`
	Role string `json:"role,omitempty"`
}

type flatBlock struct {
	Type    string       `json:"type"`
	Level   int          `json:"level,omitzero"`
	Kind    string       `json:"kind,omitempty"`
	Label   string       `json:"label,omitempty"`
	Text    string       `json:"text,omitempty"`
	Image   *flatImage   `json:"image,omitempty"`
	Caption *flatCaption `json:"caption,omitempty"`
	Links   []flatLink   `json:"links,omitempty"`
}

type flatImage struct {
	URL     string       `json:"url,omitempty"`
	Alt     string       `json:"alt,omitempty"`
	Width   int          `json:"width,omitzero"`
	Height  int          `json:"height,omitzero"`
	Sources []flatSource `json:"sources,omitempty"`
}

type flatSource struct {
	URL   string `json:"url,omitempty"`
	Width int    `json:"width,omitzero"`
}

type flatCaption struct {
	Text   string      `json:"text,omitempty"`
	Credit *flatCredit `json:"credit,omitempty"`
}

type flatCredit struct {
	Text   string   `json:"text,omitempty"`
	People []string `json:"people,omitempty"`
	Source string   `json:"source,omitempty"`
}

type flatLink struct {
	Title string `json:"title,omitempty"`
	URL   string `json:"url,omitempty"`
}

// mapText does what Article.MapText does.
func (a *flatArticle) mapText(f func(string) string) {
	for _, p := range []*string{&a.Section, &a.Kicker, &a.Title, &a.Lead, &a.Source} {
		*p = f(*p)
	}
	for i := range a.Byline {
		a.Byline[i].Name, a.Byline[i].Role = f(a.Byline[i].Name), f(a.Byline[i].Role)
	}
	for i := range a.Tags {
		a.Tags[i] = f(a.Tags[i])
	}
	mapBlocks(a.Body, f)
	mapBlocks(a.Related, f)
}

func mapBlocks(bs []flatBlock, f func(string) string) {
	for i := range bs {
		b := &bs[i]
		b.Label, b.Text = f(b.Label), f(b.Text)
		if b.Image != nil {
			b.Image.Alt = f(b.Image.Alt)
		}
		if c := b.Caption; c != nil {
			c.Text = f(c.Text)
			c.Credit.Text, c.Credit.Source = f(c.Credit.Text), f(c.Credit.Source)
			for j := range c.Credit.People {
				c.Credit.People[j] = f(c.Credit.People[j])
			}
		}
		for j := range b.Links {
			b.Links[j].Title = f(b.Links[j].Title)
		}
	}
}
