package main

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"
)

// TestContrast holds the colours to level AA of WCAG 2.2 in both schemes: 4.5
// for text (1.4.3), 3 for the edges of controls (1.4.11).
func TestContrast(t *testing.T) {
	css := serve("GET", "/preview.css", "", nil).Body.String()
	schemes := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(css, -1)
	if len(schemes) != 2 {
		t.Fatalf("%d blocks of colours, want light and dark", len(schemes))
	}
	for i, name := range []string{"light", "dark"} {
		luminance := make(map[string]float64)
		for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(schemes[i][1], -1) {
			luminance[m[1]] = relative(t, m[2])
		}
		for _, tt := range []struct {
			fronts, ground string
			want           float64
		}{
			{"ink soft mark warn", "paper", 4.5},
			{"ink soft mark", "ground", 4.5},
			{"on-mark", "mark", 4.5},
			{"edge mark", "paper", 3},
			{"edge mark", "ground", 3},
		} {
			for front := range strings.FieldsSeq(tt.fronts) {
				a, ok := luminance[front]
				b, ok2 := luminance[tt.ground]
				if !ok || !ok2 {
					t.Fatalf("%s: no colour --%s or --%s", name, front, tt.ground)
				}
				if got := (max(a, b) + .05) / (min(a, b) + .05); got < tt.want {
					t.Errorf("%s: --%s on --%s has a contrast of %.2f, want %.1f", name, front, tt.ground, got, tt.want)
				}
			}
		}
	}
}

// relative returns the relative luminance of a colour.
func relative(t *testing.T, hex string) float64 {
	var rgb [3]uint8
	if _, err := fmt.Sscanf(hex, "%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		t.Fatal(err)
	}
	var c [3]float64
	for i, v := range rgb {
		if c[i] = float64(v) / 255; c[i] <= .04045 {
			c[i] /= 12.92
		} else {
			c[i] = math.Pow((c[i]+.055)/1.055, 2.4)
		}
	}
	return .2126*c[0] + .7152*c[1] + .0722*c[2]
}
