// Package vn is about Vietnamese text: its normal forms, its syllables, folding for
// search, slugs, dictionary order, and the dates of news sites.
//
// All functions take any string. They are safe for concurrent use, pass invalid
// UTF-8 through or say what they do with it, take time linear in the text, and
// return their argument itself when there is nothing to change.
//
// # Normal forms
//
// The same Vietnamese word comes in many spellings that look alike on the screen:
// composed and decomposed, with marks in the order of some keyboard, with a letter
// of another alphabet, with the tone mark one letter off. A [Form] makes them one.
// [Normalize] is the form to store text in; it keeps each word's tone style. A Form
// does to a text:
//
//   - Composition: NFC, as [golang.org/x/text/unicode/norm] has it.
//   - Mark order: NFC leaves a tone typed before ^ or ˘ apart (a + U+0301 + U+0302);
//     the form makes it ấ. A doubled tone counts once; U+0340 and U+0341 are the
//     tones they stand for; d with a stroke (U+0335, U+0336) is đ; o and u with
//     U+0315 are ơ and ư.
//   - Look-alikes: Ð and ð (eth, from misread Windows-1258), Ɖ ɖ, Ƣ ƣ (for ư, out of
//     PDF files), Ǎ Ȃ Ȇ Ȏ, ı and the fullwidth letters become the letters meant if
//     that makes a legal syllable, or a name in -k (Đắk); eth also among capital
//     consonants (HĐND). Cyrillic and Greek letters become Latin if the word has a
//     Latin letter of its own and is spelt like a syllable.
//   - Abbreviations: in a word of two to eight capitals, one of which is plainly
//     Latin, Cyrillic and Greek letters become Latin (TP.HCM), and eth becomes Đ at
//     the start and behind a consonant other than F, G and R (ĐHYD, SKĐA; the
//     Icelandic AUÐUR stays). A word wholly of another script stays.
//   - Invisible characters inside or at the edge of a Latin word go: soft hyphens,
//     zero-width spaces and joiners, directional marks, byte order marks. Elsewhere
//     they stay, for emoji and other scripts are made with them.
//   - Tone place: in a legal syllable, a tone mark that neither style allows where
//     it stands moves: tòan becomes toàn, qúy becomes quý. The same mark on several
//     letters is one: hòàn becomes hoàn, hòà becomes hòa.
//   - Tone style, if one is asked for.
//
// [Form.Edits] lists the changes with their offsets and reasons.
//
// # Tone styles
//
// In open syllables in oa, oe and uy the mark stands on the first vowel letter in
// the old style (kiểu cũ: hòa, khỏe, thủy) and on the second, the main vowel, in the
// new (kiểu mới: hoà, khoẻ, thuỷ). Everywhere else the styles agree: toàn, quý, già,
// mía. Both are alive. Newspapers, laws and most of the web write the old style: nine
// in ten of such words in a corpus of 51 billion. Schoolbooks write the new one, by
// article 8 of decision 1989/QĐ-BGDĐT of 25 May 2018 (which follows decision 240/QĐ
// of 5 March 1984), and so do most dictionaries and the Party's guidelines. Decree
// 30/2020/NĐ-CP on office papers and TCVN 6909:2001 on the character set choose
// neither. So there is no default: [KeepStyle] keeps either style, and [OldStyle] and
// [NewStyle] are for those who have chosen.
//
// # What is never touched
//
// A word that is not a legal Vietnamese syllable keeps its letters and tone marks:
// García, Raúl, Chloé, Núñez, HàNội. So does a word with two different tones, hòá; if
// both are on one letter, the word stays as NFC leaves it. Between two words that
// were glued together no mark moves: none passes a capital behind small letters that
// are a syllable of their own (ThuÝ). A style is not forced on an onset that no
// Vietnamese word has before oa, oe or uy: Noé, Poé and Boé stay. The word gịa (giặt
// gịa) is not giạ. The letters i and y are never exchanged: Nguyễn Vỹ is a name.
//
// A token is a run of Latin letters and look-alikes with their marks and invisible
// characters; all else bounds it, digits, "_" and "-" too. A token of more than 64
// bytes, or with more than 8 marks on one letter, gets composition and mark order
// only and keeps its invisible characters. (The bytes are counted with each letter
// composed, the marks with each decomposed, so that normalizing does not change the
// count; letters over the limit and letters before an invisible character stay as
// NFC leaves them.)
//
// Some foreign names are spelt like Vietnamese with the mark misplaced, and are
// changed: Raí becomes Rái, Leó becomes Léo. No rule of spelling can tell.
//
// # Laws
//
// For every form f and all strings s, invalid ones too:
//
//   - f.String(f.String(s)) == f.String(s).
//   - f.IsNormal(s) is f.String(s) == s.
//   - Applying f.Edits(s) to s gives f.String(s).
//   - [Form.NewTransformer] gives the bytes of f.String(s), however the text is cut.
//   - If s is valid UTF-8, so is f.String(s); and if all edits are for
//     [ReasonComposition], it is the NFC of s.
//   - [Fold], [StripMarks], [StripTones] and [Slug] give the same for s and for
//     Normalize(s).
//
// # Syllables
//
// [ParseSyllable] takes a syllable apart and tells legal ones from all others;
// [Syllable] spells it in either style.
//
// # Folding and slugs
//
// [Fold] makes the key under which a reader finds a word without typing its marks;
// [FoldIndex] finds such a match in the text, and [Finder] all of them, with the grade
// in which each is what was typed. [StripMarks] and [StripTones] make text to show.
// [Slug], [Slugger] and [IsSlug] make and check the readable part of URLs; a slug never
// changes once released. Titles out of RSS feeds and HTML are to be unescaped first.
//
// # Order
//
// [Compare] and [Order] sort as Vietnamese dictionaries do, syllable by syllable, or
// by personal names; [Order.AppendKey] makes keys for it.
//
// # Dates
//
// [ParseTime] and [ParseTimeIn] read the dates that Vietnamese news sites print,
// never month first; [FormatTime] writes one.
package vn
