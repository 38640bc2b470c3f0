package main

import (
	"bytes"
	"fmt"
	"image/color"
	"slices"
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
		ours, err := r.median(s.group+" "+s.ours, seconds)
		if err != nil {
			return nil, err
		}
		var bars []bar
		for _, row := range r.group(s.group) {
			time, ok := row.measure(seconds)
			if !ok {
				return nil, fmt.Errorf("no time of %s %s", row.group, row.name)
			}
			b := bar{row.name, quantity(time.value, "s"), time.value, gray}
			if row.name == s.ours {
				b.color = red
			} else {
				b.label += "  (" + number(time.value/ours) + "×)"
			}
			bars = append(bars, b)
		}
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
		b := bar{strings.ReplaceAll(g.what, "`", ""), number(value) + "×  (goal " + number(g.bound) + "×)", value, gray}
		if g.met(value) {
			b.color = red
		}
		bars = append(bars, b)
	}
	var err error
	files[file("goals")], err = svg("Times as fast; gray: the goal is not met", bars)
	return files, err
}

// svg draws a chart of horizontal bars, the first on top.
func svg(title string, bars []bar) ([]byte, error) {
	sans := font.Font{Typeface: "Liberation", Variant: "Sans", Size: vg.Points(11)}
	p := plot.New()
	p.Title.Text = title
	p.Title.TextStyle.Font = sans
	p.Title.TextStyle.Font.Size = vg.Points(13)
	p.Title.Padding = vg.Points(8)
	p.HideX()

	bars = slices.Clone(bars)
	slices.Reverse(bars) // the axis goes up
	names := make([]string, len(bars))
	points := plotter.XYLabels{XYs: make(plotter.XYs, len(bars)), Labels: make([]string, len(bars))}
	longest := 0.0
	for i, b := range bars {
		names[i], points.Labels[i] = b.name, b.label
		points.XYs[i] = plotter.XY{X: b.value, Y: float64(i)}
		longest = max(longest, b.value)
	}
	for i, b := range bars {
		c, err := plotter.NewBarChart(plotter.Values{b.value}, vg.Points(14))
		if err != nil {
			return nil, err
		}
		c.Horizontal, c.XMin, c.Color, c.LineStyle.Width = true, float64(i), b.color, 0
		p.Add(c)
	}
	labels, err := plotter.NewLabels(points)
	if err != nil {
		return nil, err
	}
	labels.Offset = vg.Point{X: vg.Points(4)}
	for i := range labels.TextStyle {
		labels.TextStyle[i] = text.Style{Font: sans, Color: color.Black, YAlign: draw.YCenter, Handler: plot.DefaultTextHandler}
	}
	p.Add(labels)
	p.NominalY(names...)
	p.Y.Tick.Label.Font = sans
	p.Y.Tick.Length = 0
	p.Y.LineStyle.Width = 0
	p.X.Min, p.X.Max = 0, longest*1.05 // the labels widen the canvas

	canvas := vgsvg.NewWith(vgsvg.UseWH(vg.Points(720), vg.Points(44+22*float64(len(bars)))))
	p.Draw(draw.NewCanvas(canvas, vg.Points(720), vg.Points(44+22*float64(len(bars)))))
	var out bytes.Buffer
	if _, err := canvas.WriteTo(&out); err != nil {
		return nil, err
	}
	// Liberation Sans is measured as Arial is.
	return bytes.ReplaceAll(out.Bytes(), []byte("font-family:Liberation Sans"), []byte("font-family:Liberation Sans,Arial,Helvetica,sans-serif")), nil
}
