package vn_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// The independent implementation: syllables are written from the rimes as they are
// printed in a table of Vietnamese, and the mark is placed by the words of the rule,
// on decomposed text. It shares nothing with the package.

const slowOnsets = `b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x`

const slowRimes = `a ac ach am an ang anh ap at ai ao au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
	e ec em en eng ep et eo ê êch êm ên êng ênh êp êt êu i ic ich im in ing inh ip it iu y yt ych yn ynh yp
	ia iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu o oc om on ong op ot oi ô ôc ôm ôn ông ôp ôt ôi
	ơ ơm ơn ơp ơt ơi u uc um un ung up ut ui ư ưc ưm ưn ưng ưt ưi ưu ua uôc uôm uôn uông uôt uôi
	ưa ươc ươm ươn ương ươp ươt ươi ươu oa oac oach oam oan oang oanh oap oat oai oay oao
	oăc oăm oăn oăng oăt oe oem oen oet oeo ooc oong ôôc ôông uân uâng uât uây uê uêch uênh uêu uơ
	uy uych uyn uynh uyp uyt uya uyu uyên uyêt`

// slowLawless are words that break a law of spelling.
const slowLawless = `quo quyu quoang quoăt giê gya`

// slowSpellings returns the toneless spelling of every legal syllable.
func slowSpellings() []string {
	var all []string
	for _, onset := range append([]string{""}, strings.Fields(slowOnsets)...) {
		for _, rime := range strings.Fields(slowRimes) {
			first := string([]rune(norm.NFD.String(rime))[:1])
			front := strings.Contains("eiy", first)
			y := strings.HasPrefix(rime, "y")
			quY := y && rime != "y" && rime != "yt" && !strings.HasPrefix(rime, "yê")
			switch {
			case strings.HasPrefix(rime, "yê") && onset != "" && !(onset == "qu" && (rime == "yên" || rime == "yêt")),
				quY && onset != "qu",
				onset == "k" && !front,
				(onset == "gh" || onset == "ngh") && (!front || y),
				(onset == "c" || onset == "g" || onset == "ng") && front,
				onset == "gi" && (y || strings.HasPrefix(rime, "ê") || rime == "ia" || rime == "iu"),
				onset == "qu" && (first == "u" || rime[0] == 'o'),
				onset == "" && quY:
				continue
			}
			if onset == "gi" && rime[0] == 'i' {
				rime = rime[1:]
			}
			all = append(all, onset+rime)
		}
	}
	return append(all, strings.Fields(slowLawless)...)
}

var slowTones = []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}

// slowPlaces returns the letters of a spelling that a tone may be typed on, and the
// one that carries it in a style.
func slowPlaces(spelling string, style vn.ToneStyle) (vowels []int, place int) {
	letters := []rune(spelling)
	start := 0
	switch {
	case strings.HasPrefix(spelling, "qu"):
		start = 2
	case strings.HasPrefix(spelling, "gi") && len(letters) > 2 && strings.ContainsRune("aăâeoôơuư", letters[2]):
		start = 2
	}
	for i, r := range letters {
		if strings.ContainsRune("aăâeêioôơuưy", r) {
			vowels = append(vowels, i)
		}
	}
	var core []int
	for _, i := range vowels {
		if i >= start {
			core = append(core, i)
		}
	}
	for _, i := range core {
		if strings.ContainsRune("ăâêôơư", letters[i]) {
			place = i + 1
		}
	}
	open := core[len(core)-1] == len(letters)-1
	nucleus := string(letters[core[0] : core[len(core)-1]+1])
	switch {
	case place > 0:
		return vowels, place - 1
	case len(core) == 1:
		return vowels, core[0]
	case len(core) == 3 || !open:
		return vowels, core[1]
	case style == vn.NewStyle && (nucleus == "oa" || nucleus == "oe" || nucleus == "uy"):
		return vowels, core[1]
	}
	return vowels, core[0]
}

func slowWith(spelling string, at int, tone string) string {
	letters := []rune(spelling)
	return norm.NFC.String(string(letters[:at+1]) + tone + string(letters[at+1:]))
}

// slowAttested reports whether a style may move the mark of an open oa, oe or uy.
func slowAttested(spelling string) bool {
	for rime, onsets := range map[string]string{
		"oa": " b ch d đ g h kh l ng nh s t th x", "oe": " ch h kh l ng nh t x",
		"uy": " ch d đ h kh l n ng nh ph r s t th tr x",
	} {
		if onset, ok := strings.CutSuffix(spelling, rime); ok && onset != "q" {
			for _, o := range strings.Split(onsets, " ") {
				if o == onset {
					return true
				}
			}
			return false
		}
	}
	return true
}

func slowTitle(s string) string {
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// slowLegal reports whether a spelling may have a tone.
func slowLegal(spelling string, tone int) bool {
	for _, stop := range []string{"c", "ch", "p", "t"} {
		if strings.HasSuffix(spelling, stop) {
			return tone >= 4
		}
	}
	return true
}

// slowForm returns what a style makes of a spelling with a tone on one letter or on
// several.
func slowForm(spelling string, at []int, tone int, style vn.ToneStyle) string {
	in := slowWithAll(spelling, at, slowTones[tone])
	_, old := slowPlaces(spelling, vn.OldStyle)
	_, other := slowPlaces(spelling, vn.NewStyle)
	_, place := slowPlaces(spelling, style)
	attested := slowAttested(spelling)
	switch {
	case !slowLegal(spelling, tone), in == "gịa":
		return in
	case !attested && (len(at) > 1 || at[0] == old):
		place = old
	case !attested && at[0] == other, style == vn.KeepStyle && len(at) == 1 && at[0] == other:
		return in
	}
	return slowWith(spelling, place, slowTones[tone])
}

// slowWithAll is slowWith for a tone on several letters.
func slowWithAll(spelling string, at []int, tone string) string {
	var b strings.Builder
	for i, r := range []rune(spelling) {
		b.WriteRune(r)
		if slices.Contains(at, i) {
			b.WriteString(tone)
		}
	}
	return norm.NFC.String(b.String())
}

// slowTypings returns every choice of one letter, of two and of three.
func slowTypings(vowels []int) (all [][]int) {
	for i, a := range vowels {
		all = append(all, []int{a})
		for k, b := range vowels[i+1:] {
			all = append(all, []int{a, b})
			for _, c := range vowels[i+1+k+1:] {
				all = append(all, []int{a, b, c})
			}
		}
	}
	return all
}

// TestFormEverySyllable types the tone of every legal syllable on every vowel letter
// in turn and on several, in three cases, and checks the forms against the
// independent rule.
func TestFormEverySyllable(t *testing.T) {
	seen := 0
	var ins, wants [3]strings.Builder // all of a style as one text
	for _, spelling := range slowSpellings() {
		for tone, mark := range slowTones {
			for _, style := range formStyles {
				vowels, _ := slowPlaces(spelling, style)
				for _, at := range slowTypings(vowels) {
					in, want := slowWithAll(spelling, at, mark), slowForm(spelling, at, tone, style)
					for _, to := range []func(string) string{func(s string) string { return s }, slowTitle, strings.ToUpper} {
						in, want := to(in), to(want)
						slowCheck(t, style, in, want)
						ins[style].WriteString(in + " ")
						wants[style].WriteString(want + " ")
						seen++
					}
				}
			}
			legal := slowLegal(spelling, tone)
			y, ok := vn.ParseSyllable(slowCanonical(spelling, mark))
			if ok != legal || ok && (y.String() != slowCanonical(spelling, mark) || y.Tone != vn.Tone(tone)) {
				t.Fatalf("ParseSyllable(%q) = %+v, %t, want legal %t", slowCanonical(spelling, mark), y, ok, legal)
			}
		}
	}
	for _, style := range formStyles {
		f := vn.Form{Tone: style}
		in, want := ins[style].String(), wants[style].String()
		for _, in := range []string{in, norm.NFD.String(in)} {
			got, want := strings.Fields(f.String(in)), strings.Fields(want)
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("%v: among others, %+q becomes %q, want %q", style, strings.Fields(in)[i], got[i], want[i])
					break
				}
			}
			if len(got) != len(want) {
				t.Errorf("%v: %d words, want %d", style, len(got), len(want))
			}
		}
		if !f.IsNormal(want) {
			t.Errorf("%v: the normal syllables as one text are not normal", style)
		}
	}
	if seen < 100000 {
		t.Errorf("only %d spellings", seen)
	}
}

// TestFormGlued writes a capital behind the small letters of every syllable: if these
// are a syllable of their own, no mark passes it.
func TestFormGlued(t *testing.T) {
	spellings := slowSpellings()
	words := map[string]bool{}
	for _, spelling := range spellings {
		words[spelling] = true
	}
	glued := 0
	for _, spelling := range spellings {
		letters := []rune(spelling)
		vowels, _ := slowPlaces(spelling, vn.KeepStyle)
		for _, at := range slowTypings(vowels) {
			for _, style := range formStyles {
				const tone = 4
				in, out := slowWithAll(spelling, at, slowTones[tone]), slowForm(spelling, at, tone, style)
				for cut := 1; cut < len(letters); cut++ {
					want := out
					before := slowHasTone(slowCut(in, cut, false)) || slowHasTone(slowCut(out, cut, false))
					behind := slowHasTone(slowCut(in, cut, true)) || slowHasTone(slowCut(out, cut, true))
					if in != out && before && behind && words[string(letters[:cut])] {
						want = in
						glued++
					}
					slowCheck(t, style, slowCapitals(in, cut), slowCapitals(want, cut))
					if cut == 1 {
						want = out // no small letter before the capital
					}
					slowCheck(t, style, slowTitle(slowCapitals(in, cut)), slowTitle(slowCapitals(want, cut)))
				}
			}
		}
	}
	if glued < 1000 {
		t.Errorf("only %d were glued", glued)
	}
}

// slowCut returns the letters before a cut or behind it.
func slowCut(s string, cut int, behind bool) string {
	r := []rune(s)
	if behind {
		return string(r[cut:])
	}
	return string(r[:cut])
}

// slowHasTone reports whether a letter has the acute accent.
func slowHasTone(s string) bool { return strings.Contains(norm.NFD.String(s), slowTones[4]) }

// slowCapitals writes the letter behind a cut as a capital.
func slowCapitals(s string, cut int) string {
	return slowCut(s, cut, false) + slowTitle(slowCut(s, cut, true))
}

// slowTwins are capitals of Cyrillic and Greek, each before the Latin one that it
// looks like.
const slowTwins = "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXΖZ"

// slowAbbreviation returns what becomes of a word that is no syllable by the rules of
// abbreviations.
func slowAbbreviation(s string) string {
	twins := map[rune]rune{}
	for twin := []rune(slowTwins); len(twin) > 0; twin = twin[2:] {
		twins[twin[0]] = twin[1]
	}
	letters := []rune(s)
	plain, other := 0, 0
	for _, r := range letters {
		switch {
		case r == 'Ð' || twins[r] != 0:
		case unicode.Is(unicode.Latin, r) && unicode.IsUpper(r):
			plain++
		default:
			other++
		}
	}
	short := plain > 0 && other == 0 && 2 <= len(letters) && len(letters) <= 8
	if short {
		for i, r := range letters {
			if twins[r] != 0 {
				letters[i] = twins[r]
			}
		}
	}
	const consonants = "BCDĐFGHJKLMNPQRSTVWXZ"
	initials := strings.Trim(string(letters), consonants+"Ð") == ""
	for i, r := range letters {
		if r == 'Ð' && (initials || short && (i == 0 || strings.ContainsRune("ÐBCDĐHJKLMNPQSTVWXZ", letters[i-1]))) {
			letters[i] = 'Đ'
		}
	}
	return string(letters)
}

func TestFormAbbreviations(t *testing.T) {
	letters := []rune("AEHTGFRYĐƯÖÑÐÐÐaöÞ" + slowTwins)
	r := rand.New(rand.NewPCG(19, 5))
	changed := 0
	for range 20000 {
		var word []rune
		for range r.IntN(8) {
			word = append(word, letters[r.IntN(len(letters))])
		}
		in := string(word) + "BK" // no syllable ends so
		want := slowAbbreviation(in)
		if want != in {
			changed++
		}
		for _, style := range formStyles {
			slowCheck(t, style, in, want)
		}
		if got, want := vn.Slug(in), vn.Slug(want); got != want {
			t.Fatalf("Slug(%+q) = %q, want %q", in, got, want)
		}
	}
	if changed < 1000 {
		t.Errorf("only %d were changed", changed)
	}
}

// slowCheck checks a word, composed and decomposed.
func slowCheck(t *testing.T, style vn.ToneStyle, in, want string) {
	t.Helper()
	f := vn.Form{Tone: style}
	if got := f.String(in); got != want {
		t.Fatalf("%v: String(%q) = %q, want %q", style, in, got, want)
	}
	if got := f.String(norm.NFD.String(in)); got != want {
		t.Fatalf("%v: String(NFD of %q) = %q, want %q", style, in, got, want)
	}
}

func slowCanonical(spelling, mark string) string {
	_, place := slowPlaces(spelling, vn.OldStyle)
	return slowWith(spelling, place, mark)
}

// TestFormEveryMarkOrder writes every letter with its marks in every order, decomposed
// and partly composed.
func TestFormEveryMarkOrder(t *testing.T) {
	for _, base := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		for _, tone := range slowTones {
			want := norm.NFC.String(string(base) + tone)
			d := []rune(norm.NFD.String(string(base)))
			plain, shape := string(d[0]), string(d[1:])
			for _, in := range []string{
				plain + shape + tone, plain + tone + shape, string(base) + tone,
				norm.NFC.String(plain+tone) + shape, plain + tone + shape + tone, want + tone,
			} {
				for _, around := range []string{"", "x", " "} {
					s := around + in + around
					if got := vn.Normalize(s); got != around+want+around {
						t.Errorf("Normalize(%+q) = %q, want %q", s, got, around+want+around)
					}
				}
			}
		}
	}
}
