package vn_test

import (
	"bufio"
	"compress/bzip2"
	"compress/gzip"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// normalizationTest opens Unicode's NormalizationTest.txt as Debian's package
// unicode-data has it, and skips the test if it is not there.
func normalizationTest(t *testing.T) io.Reader {
	const name = "/usr/share/unicode/NormalizationTest.txt"
	for _, ext := range []string{"", ".bz2", ".gz"} {
		f, err := os.Open(name + ext)
		if err != nil {
			continue
		}
		t.Cleanup(func() { f.Close() })
		switch ext {
		case ".bz2":
			return bzip2.NewReader(f)
		case ".gz":
			z, err := gzip.NewReader(f)
			if err != nil {
				t.Fatal(err)
			}
			return z
		}
		return f
	}
	t.Skipf("no %s; install the package unicode-data", name)
	return nil
}

// TestNormalizationTest checks every string of Unicode's test data: the laws hold,
// and where only composition is at work, the result is NFC.
func TestNormalizationTest(t *testing.T) {
	lines := 0
	for sc := bufio.NewScanner(normalizationTest(t)); sc.Scan(); {
		line, _, _ := strings.Cut(sc.Text(), "#")
		if line == "" || line[0] == '@' {
			continue
		}
		lines++
		for _, field := range strings.Split(line, ";")[:5] {
			var s string
			for _, code := range strings.Fields(field) {
				r, err := strconv.ParseInt(code, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				s += string(rune(r))
			}
			for _, s := range []string{s, "a" + s + "n", "1" + s + s} {
				checkIdempotent(t, vn.Form{}, s)
				checkIsNormal(t, vn.Form{}, s)
				checkEdits(t, vn.Form{}, s)
			}
		}
	}
	if lines < 10000 {
		t.Errorf("only %d lines of test data", lines)
	}
}

// TestFormIsNFC checks that every code point alone is made what NFC makes of it,
// unless it is mistaken for a vowel letter, which is a syllable.
func TestFormIsNFC(t *testing.T) {
	for r := rune(0); r <= 0x10FFFF; r++ {
		s := string(r)
		got, want := vn.Normalize(s), norm.NFC.String(s)
		if _, ok := vn.ParseSyllable(got); got != want && !ok && got != "Đ" {
			t.Errorf("Normalize(%+q) = %+q, NFC is %+q", s, got, want)
		}
	}
}
