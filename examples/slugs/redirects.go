package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/bits"
	"net/url"
	"regexp"
	"strings"
)

// writeCSV returns the redirects as CSV.
func writeCSV(records []record) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b) // a bytes.Buffer has no errors
	w.Write([]string{"from", "to"})
	for _, rec := range records {
		if rec.moved {
			w.Write([]string{rec.old.path, rec.path})
		}
	}
	w.Flush()
	return b.Bytes()
}

// nginxHead tells the administrator what to do with the file. A bucket that holds
// four of the longest paths, and a bucket a path, are what nginx takes without a
// warning; that was tried with 30,000 paths of up to 180 bytes.
const nginxHead = `# Old and new paths, to be included in nginx.conf:
#
#	http {
#		map_hash_bucket_size %d;
#		map_hash_max_size %d;
#		map $uri $moved { include redirects.map; }
#		server {
#			if ($moved) { return 301 $moved; }
#		}
#	}
`

// writeNginx returns the redirects as lines of a map of nginx.
//
// The map matches $uri, which nginx has decoded, and without regard to case, so that
// "/Tin-1" going to "/tin-1" would go on for ever. Where case matters the line is a
// regular expression.
func writeNginx(records []record) []byte {
	same := make(map[string]int) // how many old paths differ in case only
	longest, n := 0, 0
	for _, rec := range records {
		if rec.moved {
			same[lower(rec.decoded())]++
			longest, n = max(longest, len(rec.decoded())), n+1
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, nginxHead, powerOfTwo(4*(longest+32)), powerOfTwo(max(2048, n)))
	for _, rec := range records {
		if !rec.moved {
			continue
		}
		key := rec.decoded()
		if key != lower(key) || same[key] > 1 {
			key = "~^" + regexp.QuoteMeta(key) + "$"
		}
		fmt.Fprintf(&b, "%s %s;\n", nginxString(key), nginxString(rec.path))
	}
	return b.Bytes()
}

// decoded returns the old path as nginx compares it.
func (rec record) decoded() string {
	path, err := url.PathUnescape(rec.old.path)
	if err != nil {
		return rec.old.path // cannot be: parseOldURL has done it
	}
	return path
}

// lower returns s in lower case as nginx makes it: ASCII alone.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, s)
}

// nginxString quotes a string for the configuration of nginx. A new path has no
// character that means something there; in an old one a $ is itself.
func nginxString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// powerOfTwo returns the least power of two that is not below n.
func powerOfTwo(n int) int { return 1 << bits.Len(uint(n-1)) }
