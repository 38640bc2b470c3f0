package charset_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn/charset"
)

// rows returns the fields of the lines of a data file, \u escapes resolved.
func rows(t testing.TB, name string) (rows [][]string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for i, f := range fields {
			if strings.Contains(f, `\u`) {
				if fields[i], err = strconv.Unquote(`"` + f + `"`); err != nil {
					t.Fatalf("%s: %q: %v", name, f, err)
				}
			}
		}
		rows = append(rows, fields)
	}
	return rows
}

func name(e encoding.Encoding) string { return fmt.Sprint(e) }

func lookup(t testing.TB, label string) encoding.Encoding {
	t.Helper()
	e, _ := charset.Lookup(label)
	if e == nil {
		t.Fatalf("Lookup(%q) = nil", label)
	}
	return e
}

func decode(t testing.TB, e encoding.Encoding, b string) string {
	t.Helper()
	s, err := e.NewDecoder().String(b)
	if err != nil {
		t.Fatalf("%v: decode %q: %v", e, b, err)
	}
	return s
}

func TestVectors(t *testing.T) {
	for _, f := range rows(t, "vectors.tsv") {
		if strings.HasPrefix(f[0], "mojibake") {
			continue
		}
		in := f[1]
		if f[0] != "viqr" {
			b, err := hex.DecodeString(in)
			if err != nil {
				t.Fatal(err)
			}
			in = string(b)
		}
		if got := decode(t, lookup(t, f[0]), in); got != f[2] {
			t.Errorf("%s: decode %q = %q, want %q", f[0], f[1], got, f[2])
		}
		if got, err := lookup(t, f[0]).NewEncoder().String(f[2]); err != nil {
			t.Errorf("%s: encode %q: %v", f[0], f[2], err)
		} else if again := decode(t, lookup(t, f[0]), got); again != f[2] {
			t.Errorf("%s: %q is encoded as %x, which decodes to %q", f[0], f[2], got, again)
		}
	}
}

// letters are the 134 letters of Vietnamese that are not in ASCII.
func letters() (letters []string) {
	for _, base := range []string{"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "đ"} {
		for _, tone := range []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} {
			if s := norm.NFC.String(base + tone); len(s) > 1 && (base != "đ" || tone == "") {
				letters = append(letters, s, strings.ToUpper(s))
			}
		}
	}
	return letters
}

func TestLetters(t *testing.T) {
	all := letters()
	if len(all) != 134 {
		t.Fatalf("%d letters", len(all))
	}
	for _, e := range charset.All() {
		n := 0
		for _, want := range all {
			for form, s := range map[string]string{"NFC": want, "NFD": norm.NFD.String(want), "mixed": mixed(want)} {
				b, err := e.NewEncoder().String(s)
				if err != nil {
					if e != charset.TCVN3 || strings.ToLower(want) == want {
						t.Errorf("%v: encode %s %q: %v", e, form, s, err)
					}
					continue
				}
				if got := decode(t, e, b); got != want {
					t.Errorf("%v: %s %q is encoded as %x, which decodes to %q", e, form, s, b, got)
				}
				n++
			}
		}
		want := 3 * 134
		if e == charset.TCVN3 {
			want = 3 * 74
		}
		if n != want {
			t.Errorf("%v: %d forms of letters go both ways, want %d", e, n, want)
		}
	}
}

// mixed writes a letter with its tone mark composed and its shape not.
func mixed(s string) string {
	d := []rune(norm.NFD.String(s))
	if len(d) < 3 {
		return s
	}
	return norm.NFC.String(string([]rune{d[0], d[1]})) + string(d[2])
}

// TestBytes encodes what each byte decodes to: every single byte is canonical.
func TestBytes(t *testing.T) {
	for _, e := range charset.All() {
		for b := range 256 {
			in := string([]byte{byte(b)})
			s := decode(t, e, in)
			if s == "\uFFFD" {
				continue
			}
			out, err := e.NewEncoder().String(s)
			if e == charset.VIQR && b == '\\' {
				in = `\\`
			}
			if err != nil || out != in {
				t.Errorf("%v: %q decodes to %q, which encodes to %q, %v", e, in, s, out, err)
			}
		}
	}
}

func TestUnassigned(t *testing.T) {
	tests := []struct {
		e        encoding.Encoding
		in, want string
	}{
		{charset.Windows1258, "\x81a", "\uFFFDa"},
		{charset.TCVN3, "ti\xAFng", "ti\uFFFDng"},
		{charset.VNI, "b\xF8a", "b\uFFFDa"},
		{charset.VNI, "a\xF8\xF8", "à\uFFFD"},
		{charset.VNI, "\xF6\xF4\xF9", "ướ"},
		{charset.VIQR, "ti\xEAng", "ti\uFFFDng"},
	}
	for _, tt := range tests {
		if got := decode(t, tt.e, tt.in); got != tt.want {
			t.Errorf("%v: decode %q = %q, want %q", tt.e, tt.in, got, tt.want)
		}
	}
}

func TestCombining(t *testing.T) {
	tests := []struct {
		e        encoding.Encoding
		in, want string
	}{
		{charset.Windows1258, "a\xEC\xF2", "\u1EA1\u0301"},
		{charset.Windows1258, "s\xEC", "ś"},
		{charset.Windows1258, " \xEC", " \u0301"},
		{charset.Windows1258, "\xEC\xF2a", "\u0323\u0301a"},
		{charset.Windows1258, "\xA8\xEC", "\u0385"},
		{charset.Windows1258, "\xE2\xF2", "ậ"},
		{charset.TCVN5712, "a\xB3", "á"},
		{charset.TCVN5712, "\xB9\xB0", "ạ\u0300"},
		{charset.TCVN5712, "\xA9\xB4", "ậ"},
	}
	for _, tt := range tests {
		got := decode(t, tt.e, tt.in)
		if got != tt.want {
			t.Errorf("%v: decode %q = %+q, want %+q", tt.e, tt.in, got, tt.want)
		}
		if b, err := tt.e.NewEncoder().String(got); err != nil || decode(t, tt.e, b) != got {
			t.Errorf("%v: %+q encodes to %q, %v", tt.e, got, b, err)
		}
	}
}

func TestTCVN3Case(t *testing.T) {
	tests := []struct{ bytes, text string }{
		{"C\xE9NG", "CỘNG"},
		{"c\xE9ng", "cộng"},
		{"H\xB5", "Hà"},
		{"\xA7\xC6NG", "ĐẶNG"},
		{"\xA7\xC6ng", "Đặng"},
		{"VI\xD6T NAM", "VIỆT NAM"},
		{"QU\xA9N", "QUÂN"},
	}
	for _, tt := range tests {
		if got := decode(t, charset.TCVN3, tt.bytes); got != tt.text {
			t.Errorf("decode %q = %q, want %q", tt.bytes, got, tt.text)
		}
		if tt.text == "QUÂN" {
			continue // Â has a byte of its own
		}
		if got, err := charset.TCVN3.NewEncoder().String(tt.text); got != tt.bytes || err != nil {
			t.Errorf("encode %q = %q, %v; want %q", tt.text, got, err, tt.bytes)
		}
	}
	for in, want := range map[string]string{"A\xB5": "À", "H\xA5\xEAng": "HỜng", "A\xB5A": "ÀA"} {
		if got := decode(t, charset.TCVN3, in); got != want {
			t.Errorf("decode %q = %q, want %q", in, got, want)
		}
	}
	for _, s := range []string{"À", "HÀ", "CộNG", "Aà", "SOÓC", strings.Repeat("N", 17) + "Ộ"} {
		if b, err := charset.TCVN3.NewEncoder().String(s); err == nil {
			t.Errorf("encode %q = %q, want an error", s, b)
		}
	}
}

func TestVIQR(t *testing.T) {
	tests := []struct{ viqr, text string }{
		{`la\?`, "la?"}, {"la`?", "là?"}, {`Ho\.`, "Ho."}, {"Ho^`.", "Hồ."},
		{`d\d`, "dd"}, {"ddu+o+`ng", "đường"}, {`G\DDDT`, "GDĐT"}, {`\ddd`, "dđ"}, {"DDa`", "Đà"},
		{`a\^\'`, "a^'"}, {`a^\'`, "â'"}, {`C:\\`, `C:\`}, {`i^`, "i^"}, {"u+u+", "ưư"}, {`o\*`, "o*"}, {`o\(`, "o("},
	}
	for _, tt := range tests {
		if got := decode(t, charset.VIQR, tt.viqr); got != tt.text {
			t.Errorf("decode %q = %q, want %q", tt.viqr, got, tt.text)
		}
	}
	for in, want := range map[string]string{"Dda`": "Đà", "o*`": "ờ", `a\b`: "ab", `a\`: `a\`, "a'^": "á^", "dD": "dD"} {
		if got := decode(t, charset.VIQR, in); got != want {
			t.Errorf("decode %q = %q, want %q", in, got, want)
		}
	}
	for _, tt := range tests {
		b, err := charset.VIQR.NewEncoder().String(tt.text)
		if err != nil || decode(t, charset.VIQR, b) != tt.text {
			t.Errorf("encode %q = %q, %v", tt.text, b, err)
		}
	}
	if b, _ := charset.VIQR.NewEncoder().String("Sở GDĐT họp: ai? Là tôi."); b != `So+? G\DDDT ho.p: ai\? La`+"` to^i\\." {
		t.Errorf("encode = %q", b)
	}
}

func TestUnsupported(t *testing.T) {
	const s = "Cà phê 習 a\u0328 ngon"
	for _, e := range charset.All() {
		_, err := e.NewEncoder().String(s)
		if _, ok := err.(interface{ Replacement() byte }); !ok {
			t.Errorf("%v: error %v", e, err)
		}
		b, err := encoding.ReplaceUnsupported(e.NewEncoder()).String(s)
		if got := decode(t, e, b); err != nil || got != "Cà phê \x1A a\x1A ngon" {
			t.Errorf("%v: ReplaceUnsupported gives %q, %v", e, got, err)
		}
		b, err = encoding.HTMLEscapeUnsupported(e.NewEncoder()).String(s)
		if got := decode(t, e, b); err != nil || got != "Cà phê &#32722; a&#808; ngon" {
			t.Errorf("%v: HTMLEscapeUnsupported gives %q, %v", e, got, err)
		}
		if _, err := e.NewEncoder().String("a\xFF"); err == nil {
			t.Errorf("%v: invalid UTF-8 is encoded", e)
		}
	}
}

const sample = "Bộ Giáo dục và Đào tạo (GDĐT) hôm qua cho biết: kỳ thi tốt nghiệp sẽ giữ nguyên, “không thay đổi”. ỦY BAN NHÂN DÂN d đ DĐ. la? Có \\ a'."

// TestStreaming decodes and encodes in chunks of every size into destinations of
// several.
func TestStreaming(t *testing.T) {
	for _, e := range charset.All() {
		text := norm.NFD.String(sample) + strings.Repeat("N", 40) + " " + sample
		b, err := encoding.ReplaceUnsupported(e.NewEncoder()).String(text)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 256 {
			b += string([]byte{byte(i), byte(i * 7), 'a', byte(i * 31)})
		}
		want := decode(t, e, b)
		encoded, err := encoding.ReplaceUnsupported(e.NewEncoder()).String(want)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{1, 2, 3, 7, 16, 64, 1000} {
			for _, room := range []int{64, 65, 100, 5000} {
				if got := stream(t, e.NewDecoder(), b, size, room); got != want {
					t.Fatalf("%v: decoded by %d into %d:\n%q\nwant\n%q", e, size, room, got, want)
				}
				enc := encoding.ReplaceUnsupported(e.NewEncoder())
				if got := stream(t, enc, want, size, room); got != encoded {
					t.Fatalf("%v: encoded by %d into %d:\n%q\nwant\n%q", e, size, room, got, encoded)
				}
			}
		}
	}
}

// stream transforms s, given in chunks of size bytes, into a buffer of room bytes.
func stream(t *testing.T, tr transform.Transformer, s string, size, room int) string {
	t.Helper()
	tr.Reset()
	var out, pending []byte
	dst := make([]byte, room)
	for s != "" || len(pending) > 0 {
		n := min(size, len(s))
		pending = append(pending, s[:n]...)
		s = s[n:]
		for {
			nDst, nSrc, err := tr.Transform(dst, pending, s == "")
			out = append(out, dst[:nDst]...)
			pending = pending[nSrc:]
			if err == transform.ErrShortDst && nDst+nSrc > 0 {
				continue
			}
			if err == nil && len(pending) > 0 || err != nil && err != transform.ErrShortSrc || s == "" && err != nil {
				t.Fatalf("Transform: %v with %q left", err, pending)
			}
			break
		}
	}
	return string(out)
}

// TestIconv compares with the tables of glibc.
func TestIconv(t *testing.T) {
	iconv, err := exec.LookPath("iconv")
	if err != nil {
		t.Skip("no iconv")
	}
	for label, e := range map[string]encoding.Encoding{"VISCII": charset.VISCII, "CP1258": charset.Windows1258, "TCVN5712-1": charset.TCVN5712} {
		list, _ := exec.Command(iconv, "-l").Output()
		if !bytes.Contains(list, []byte(label)) {
			t.Logf("this iconv has no %s", label)
			continue
		}
		for b := range 256 {
			for _, in := range []string{string([]byte{byte(b)}), string([]byte{'o', byte(b)}), string([]byte{byte(b), 0xF2}), string([]byte{byte(b), 0xB4, '.'})} {
				cmd := exec.Command(iconv, "-f", label, "-t", "UTF-8")
				cmd.Stdin = strings.NewReader(in)
				out, err := cmd.Output()
				if err != nil {
					continue // unassigned
				}
				if got, want := decode(t, e, in), norm.NFC.String(string(out)); got != want {
					t.Errorf("%v: decode %q = %q, iconv says %q", e, in, got, want)
				}
			}
		}
	}
}

func TestNoAllocs(t *testing.T) {
	for _, e := range charset.All() {
		src, err := encoding.ReplaceUnsupported(e.NewEncoder()).Bytes([]byte(sample))
		if err != nil {
			t.Fatal(err)
		}
		d, dst := e.NewDecoder(), make([]byte, 4096)
		if n := testing.AllocsPerRun(100, func() { d.Reset(); d.Transform(dst, src, true) }); n != 0 {
			t.Errorf("%v: %v allocations per chunk decoded", e, n)
		}
	}
}

func TestGenerated(t *testing.T) {
	out := filepath.Join(t.TempDir(), "tables.go")
	if b, err := exec.Command("go", "run", "gen.go", "-o", out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	want, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("tables.go is not what gen.go writes; run go generate")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("Vi\xD6t NAM C\xE9NG \xA7\xC6ng \xEC\xF2 a\xEC\xF2"))
	f.Add([]byte(strings.Repeat("\xCC\xEC\xF2", 40) + strings.Repeat("N\xB5", 20)))
	f.Add([]byte("la`\\? ddu+o+`ng G\\DDDT"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, e := range charset.All() {
			s, err := e.NewDecoder().Bytes(b)
			if err != nil || !utf8.Valid(s) || !norm.NFC.IsNormal(s) {
				t.Fatalf("%v: decode %q = %q, %v", e, b, s, err)
			}
			if got := stream(t, e.NewDecoder(), string(b), 3, 64); got != string(s) {
				t.Fatalf("%v: %q streams to %q, not %q", e, b, got, s)
			}
		}
	})
}

func FuzzEncode(f *testing.F) {
	f.Add(sample)
	f.Add(norm.NFD.String(sample))
	f.Add("a\u0301\u0302 \u0301\u0323 ṍ ǘ a\u0328\u0301 CộNG Aà GDĐT \\d dđ")
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range charset.All() {
			b, err := e.NewEncoder().String(s)
			if err == nil {
				if got, want := decode(t, e, b), norm.NFC.String(s); got != want {
					t.Fatalf("%v: %+q is encoded as %q, which decodes to %+q, want %+q", e, s, b, got, want)
				}
			}
			enc := encoding.ReplaceUnsupported(e.NewEncoder())
			b, err = enc.String(s)
			if err != nil {
				t.Fatalf("%v: %+q: %v", e, s, err)
			}
			if got := stream(t, enc, s, 1, 64); got != b {
				t.Fatalf("%v: %+q streams to\n%q, not\n%q", e, s, got, b)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	var words []string
	all := letters()
	for i := range 20000 {
		words = append(words, "ng"+all[i*7%134]+"nh", "tr"+all[i*i%134]+"i", "khi", "hoa", "th"+all[(i*i+i)%134])
	}
	text := strings.Join(words, " ")
	for _, e := range charset.All() {
		src, err := encoding.ReplaceUnsupported(e.NewEncoder()).Bytes([]byte(text))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name(e), func(b *testing.B) {
			d, dst := e.NewDecoder(), make([]byte, 3*len(src))
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				d.Reset()
				d.Transform(dst, src, true)
			}
		})
	}
}
