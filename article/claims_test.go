package article_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
)

var update = flag.Bool("update", false, "rewrite testdata/claims.txt")

// claimPages are the pages in which the lines of testdata/claims.txt stand, by
// the part of a page that they are asked for in. "%s" is the line.
var claimPages = map[string]string{
	"above":  "%s\n\nCon đường mới ra bến đò Cửa Đại\n\n9/7/2026 08:30\n\n" + before + "\n\n" + after,
	"below":  "Con đường mới ra bến đò Cửa Đại\n\n%s\n\n9/7/2026 08:30\n\n" + before + "\n\n" + after,
	"text":   "Con đường mới ra bến đò Cửa Đại\n\n" + before + "\n\n%s\n\n" + after,
	"ending": "Con đường mới ra bến đò Cửa Đại\n\n" + before + "\n\n" + after + "\n\n%s",
	"tail":   "Con đường mới ra bến đò Cửa Đại\n\n" + before + "\n\n" + after + "\n\nTin liên quan\n\nBến cũ đổi tên\n\n%s\n\nĐắp đê ngăn mặn",
}

// TestClaims holds testdata/claims.txt, which shows for sample lines which
// rules would claim them where they stand: a line that begins with "# " is the
// part, one that is indented says what claims the line above. The rules of that
// part come first, of which the first takes the line; those of other parts
// would claim it if they were asked. "¶" in a sample is a line break, "¶¶" one
// with a blank line. With -update the test writes what it found.
func TestClaims(t *testing.T) {
	const file = "testdata/claims.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	part, lines := "", 0
	for line := range strings.Lines(string(data)) {
		switch text := strings.TrimSuffix(line, "\n"); {
		case strings.HasPrefix(text, "# "):
			part = text[2:]
			got.WriteString(line)
		case text == "":
			got.WriteString(line)
		case !strings.HasPrefix(text, "\t"):
			lines++
			got.WriteString(line + "\t" + claimsOf(t, part, text) + "\n")
		}
	}
	if lines < 120 {
		t.Errorf("%s has %d lines, want 120", file, lines)
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(data), got.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// claimsOf returns what claims a sample in a part of a page.
func claimsOf(t *testing.T, part, sample string) string {
	t.Helper()
	page, ok := claimPages[part]
	if !ok {
		t.Fatalf("no part %q", part)
	}
	sample = strings.ReplaceAll(sample, "¶", "\n")
	head, _, _ := strings.Cut(page, "%s")
	number := 1 + strings.Count(head, "\n")
	claims, asked := new(article.Parser).Claims(strings.Replace(page, "%s", sample, 1), number, part)
	if !asked {
		return "the part does not reach it"
	}
	var own, others []string
	for _, c := range claims {
		name, isOwn := strings.CutPrefix(c.Rule, part+"/")
		if c.Lines > 1 {
			name += fmt.Sprintf(" ×%d", c.Lines)
		}
		if isOwn {
			own = append(own, name)
		} else {
			others = append(others, name)
		}
	}
	if own == nil {
		own = []string{"none"}
	}
	if others == nil {
		return strings.Join(own, ", ")
	}
	return strings.Join(own, ", ") + "; elsewhere " + strings.Join(others, ", ")
}
