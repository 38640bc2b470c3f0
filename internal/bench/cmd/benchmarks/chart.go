package main

import (
	"bytes"
	"fmt"
	"html"
	"image/color"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// The charts stand on white, so that they read in a dark page too.
var (
	red  = color.RGBA{R: 0xc6, G: 0x28, B: 0x28, A: 0xff} // this library, and goals that are met
	gray = color.RGBA{R: 0x9e, G: 0xa7, B: 0xad, A: 0xff} // the others
)

// A bar of a chart.
type bar struct {
	name, label string
	value       float64
	color       color.Color
}

// file is the name of the file of a chart.
func file(name string) string { return strings.ToLower(name) + ".svg" }

// charted returns the charts by the names of their files.
func charted(r *results, sections []section, goals []goal) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, s := range sections {
		var bars []bar
		for _, row := range r.group(s.group) {
			time, ok := row.measure(seconds)
			if !ok {
				return nil, fmt.Errorf("no time of %s %s", row.group, row.name)
			}
			ratio, err := r.ratio(s.group+" "+row.name, s.group+" "+s.ours)
			if err != nil {
				return nil, err
			}
			b := bar{row.name, quantity(time.value, "s"), time.value, gray}
			if row.name == s.ours {
				b.color = red
			} else {
				b.label += "  (" + number(ratio) + "×)"
			}
			bars = append(bars, b)
		}
		var err error
		if files[file(s.group)], err = svg(s.title+": time, shorter is better", bars); err != nil {
			return nil, err
		}
	}
	var bars []bar
	for _, g := range goals {
		if g.unit != "×" || !g.atLeast {
			continue
		}
		value, err := g.measure(r)
		if err != nil {
			return nil, err
		}
		b := bar{strings.ReplaceAll(g.what, "`", ""), number(value) + fmt.Sprintf("×  (goal %g×)", g.bound), value, gray}
		if g.met(value) {
			b.color = red
		}
		bars = append(bars, b)
	}
	var err error
	files[file("goals")], err = svg("Times as fast; gray: the goal is not met", bars)
	return files, err
}

// sans is the font of the charts.
var sans = font.Font{Typeface: "Liberation", Variant: "Sans"}

// svg draws a chart of horizontal bars, the first on top.
func svg(title string, bars []bar) ([]byte, error) {
	p := plot.New()
	p.Title.Text = title
	p.Title.TextStyle.Font = font.From(sans, 13)
	p.Title.Padding = vg.Points(8)
	p.HideX()

	bars = slices.Clone(bars)
	slices.Reverse(bars) // the axis goes up
	names := make([]string, len(bars))
	labels := plotter.XYLabels{XYs: make(plotter.XYs, len(bars)), Labels: make([]string, len(bars))}
	for i, b := range bars {
		names[i], labels.Labels[i] = b.name, b.label
		labels.XYs[i] = plotter.XY{X: b.value, Y: float64(i)}
		c, err := plotter.NewBarChart(plotter.Values{b.value}, vg.Points(14))
		if err != nil {
			return nil, err
		}
		c.Horizontal, c.XMin, c.Color, c.LineStyle.Width = true, float64(i), b.color, 0
		p.Add(c)
	}
	l, err := plotter.NewLabels(labels)
	if err != nil {
		return nil, err
	}
	l.Offset = vg.Point{X: vg.Points(4), Y: vg.Points(1)}
	for i := range l.TextStyle {
		l.TextStyle[i] = text.Style{Font: font.From(sans, 11), Color: color.Black, YAlign: draw.YCenter, Handler: plot.DefaultTextHandler}
	}
	p.Add(l)
	p.NominalY(names...)
	p.X.Min = 0
	p.Y.Tick.Label.Font = font.From(sans, 11)
	p.Y.Tick.Length = 0
	p.Y.LineStyle.Width = 0

	width, height := vg.Points(720), vg.Points(56+22*float64(len(bars)))
	canvas := vgsvg.NewWith(vgsvg.UseWH(width, height))
	all := draw.NewCanvas(canvas, width, height)
	all.SetColor(color.White)
	all.Fill(all.Rectangle.Path())
	p.Draw(draw.Crop(all, 8, -8, 6, -10))
	var out bytes.Buffer
	if _, err := canvas.WriteTo(&out); err != nil {
		return nil, err
	}
	return portable(out.Bytes()), nil
}

var textElement = regexp.MustCompile(`(?s)<text ([^>]*font-size:(\d+)px)">([^<]*)</text>`)

// portable makes the texts as wide as they were measured, whatever font the reader
// has.
func portable(svg []byte) []byte {
	return textElement.ReplaceAllFunc(svg, func(x []byte) []byte {
		m := textElement.FindSubmatch(x)
		style := bytes.ReplaceAll(m[1], []byte("family:Liberation Sans"), []byte("family:Liberation Sans,Arial,Helvetica,sans-serif"))
		points, _ := strconv.Atoi(string(m[2]))
		face := font.DefaultCache.Lookup(sans, vg.Points(float64(points)))
		width := face.Width(html.UnescapeString(string(m[3])))
		return fmt.Appendf(nil, `<text %s" textLength="%.1f" lengthAdjust="spacingAndGlyphs">%s</text>`, style, width.Points(), m[3])
	})
}
