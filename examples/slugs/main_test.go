package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/examples/internal/cli"
)

func TestParseOldURL(t *testing.T) {
	tests := []struct{ in, id, tail string }{
		{"https://bao.example/thoi-su/ha-noi-mua-lon-4373299.html", "4373299", "-4373299.html"},
		{"/ca-phe-dat-do-20201118150404778.htm", "20201118150404778", "-20201118150404778.htm"},
		{"/lua-vao-mua-185260603132017624.htm", "185260603132017624", "-185260603132017624.htm"},
		{"/mua-lon-post872875.html", "872875", "-post872875.html"},
		{"/mua-lon-post1126472.vnp", "1126472", "-post1126472.vnp"},
		{"/le-hoi-689-860-a167101.html", "167101", "-a167101.html"},
		{"/khmer/detail-a182477", "182477", "-a182477"},
		{"/tin-i123456/", "123456", "-i123456"},
		{"/bong-da/thang-dam-c46a1234567.html", "1234567", "-c46a1234567.html"},
		{"/y-te/tiem-chung-969963.ldo", "969963", "-969963.ldo"},
		{"/gdp-quy-ii-tang-6-93.html", "", ""},
		{"/gdp-quy-ii-tang-6-93-4764068.html", "4764068", "-4764068.html"},
		{"/tin-c46b12.html", "", ""},
		{"/gioi-thieu", "", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		got, err := parseOldURL(tt.in)
		if err != nil || got.id != tt.id || got.tail != tt.tail {
			t.Errorf("parseOldURL(%q) = %q, %q, %v; want %q, %q", tt.in, got.id, got.tail, err, tt.id, tt.tail)
		}
	}
	for _, in := range []string{
		"%zz", "/%zz", "tin.html", "//bao.example/tin", "ftp://bao.example/tin", "/tin?id=5", "/tin?", "/tin#anh", "https://bao.example/", "https://bao.example", "/", "//",
		"/a//b", "/a/../b", "/./a", "/a/.", "Hà Nội mưa lớn", "/ha noi", "/ha\tnoi", "/ha%0Anoi", "/ti%FFn", "/ha\u00A0noi",
	} {
		if got, err := parseOldURL(in); err == nil {
			t.Errorf("parseOldURL(%q) = %+v, want an error", in, got)
		}
	}
}

const input = "title\taddress\n" +
	"Đà Nẵng: 12,64% hộ dân thoát nghèo\t/xa-hoi/da-nang-1264-ho-dan-thoat-ngheo-post410945.html\n" +
	"Thư bạn đọc\n" +
	"Thư bạn đọc\t/thu-ban-doc\n" +
	"Thư bạn đọc\t/thu-ban-doc-cu\n" +
	"Thư bạn đọc\t/thu-ban-doc\n" +
	"\n" +
	"习近平\thttps://bao.example/tin-4373299.html\n" +
	"\"Vua\" bóng đá\t/B%C3%B3ng-%C4%91%C3%A1/$1/\"vua\"\n" +
	"Chợ nổi\t/Cho-noi\n" +
	"Ghe về\t/ghe\n" +
	"Ghe lên\t/Ghe\n"

const (
	wantPaths = "/da-nang-12-64-ho-dan-thoat-ngheo-post410945.html\n/thu-ban-doc-2\n/thu-ban-doc\n/thu-ban-doc-3\n/thu-ban-doc-4\n/4373299.html\n/vua-bong-da\n/cho-noi\n/ghe-ve\n/ghe-len\n"
	wantCSV   = `from,to
/xa-hoi/da-nang-1264-ho-dan-thoat-ngheo-post410945.html,/da-nang-12-64-ho-dan-thoat-ngheo-post410945.html
/thu-ban-doc-cu,/thu-ban-doc-3
/tin-4373299.html,/4373299.html
/B%C3%B3ng-%C4%91%C3%A1/$1/%22vua%22,/vua-bong-da
/Cho-noi,/cho-noi
/ghe,/ghe-ve
/Ghe,/ghe-len
`
	wantNginx = `"/xa-hoi/da-nang-1264-ho-dan-thoat-ngheo-post410945.html" "/da-nang-12-64-ho-dan-thoat-ngheo-post410945.html";
"/thu-ban-doc-cu" "/thu-ban-doc-3";
"/tin-4373299.html" "/4373299.html";
"~^/Bóng-đá/\\$1/\"vua\"$" "/vua-bong-da";
"~^/Cho-noi$" "/cho-noi";
"~^/ghe$" "/ghe-ve";
"~^/Ghe$" "/ghe-len";
`
)

// slugs runs the program with its standard streams as strings.
func slugs(in string, args ...string) (out, errs string, err error) {
	var o, e strings.Builder
	err = run(context.Background(), cli.Std{In: strings.NewReader(in), Out: &o, Err: &e}, args)
	return o.String(), e.String(), err
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	csvFile, nginxFile := filepath.Join(dir, "a.csv"), filepath.Join(dir, "a.map")
	out, errs, err := slugs(input, "-csv", csvFile, "-nginx", nginxFile)
	if err != nil || errs != "standard input:6: has the address of line 4, which keeps it: there is no redirect\n" {
		t.Errorf("%v, %q", err, errs)
	}
	if diff := cmp.Diff(wantPaths, out); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
	got, err := os.ReadFile(csvFile)
	if diff := cmp.Diff(wantCSV, string(got)); diff != "" || err != nil {
		t.Errorf("-csv: %v (-want +got):\n%s", err, diff)
	}
	got, err = os.ReadFile(nginxFile)
	if diff := cmp.Diff(fmt.Sprintf(nginxHead, 512, 2048)+wantNginx, string(got)); diff != "" || err != nil {
		t.Errorf("-nginx: %v (-want +got):\n%s", err, diff)
	}
	if files, _ := os.ReadDir(dir); len(files) != 2 {
		t.Errorf("the folder has %v", files)
	}
}

// TestTables holds that the same table gives the same paths in every form.
func TestTables(t *testing.T) {
	const want = "/mua-lon-hom-nay\n/cho-noi\n"
	for _, in := range []string{
		"title\taddress\nMưa lớn, hôm nay\t/a\n\"Chợ nổi\"\t/b\n",
		"\uFEFFid\taddress\tx\ttitle\r\n1\t/a\t\tMưa lớn, hôm nay\r\n\r\n2\t\t\tChợ nổi",
		"address,title\n/a,\"Mưa lớn, hôm nay\"\n\n/b,\"\"\"Chợ nổi\"\"\"\n",
		"title\nMưa lớn, hôm nay\nChợ nổi\n",
	} {
		if out, errs, err := slugs(in); out != want || err != nil {
			t.Errorf("%q gives %q, %q, %v", in, out, errs, err)
		}
	}
	out, errs, err := slugs("url,tít\n/a,\"Mưa lớn, hôm nay\"\n,Chợ nổi\n", "-title", "tít", "-address", "url")
	if out != want || err != nil {
		t.Errorf("columns by their names: %q, %q, %v", out, errs, err)
	}
}

func TestRefused(t *testing.T) {
	for in, want := range map[string]string{
		"":                                                     "1: no columns",
		"Mưa lớn\t/mua-lon\n":                                  `1: no column is called "title": the first line names the columns, and has ["Mưa lớn" "/mua-lon"]`,
		"title\turl\nMưa\t/mua\n":                              `1: no column is called "address" among ["title" "url"]`,
		"title\taddress\n/mua-1.html\tMưa\n":                   "2: the title \"/mua-1.html\" is an address; are the columns swapped?",
		"title\taddress\nMưa\tMưa lớn\n":                       "2: the address \"Mưa lớn\" has white space; is it a title?",
		"title\taddress\nMưa\tmua.html\n":                      "2: the address \"mua.html\" begins neither",
		"title\taddress\nMưa\t/%zz\n":                          "2: the address \"/%zz\" is none: ",
		"title\taddress\n\t/mua\n":                             "2: the title \"\" is empty",
		"title\taddress\nMưa\t/mua\tlớn\n":                     "2: 3 columns, and the first line has 2",
		"address\ttitle\n/mua\n":                               "2: 1 column, and the first line has 2",
		"title\taddress\nM\xEAa\t/mua\n":                       "2: is not UTF-8",
		"title,address\nM\xEAa,/mua\n":                         "2: is not UTF-8",
		"title\taddress\nMưa\x00\t/mua\n":                      "2: the title \"Mưa\\x00\" has a control character",
		"title,address\n\"a\n\nb\",/mua\n":                     "2: the title \"a\\n\\nb\" has a control character",
		"title,address\nMưa,/mua\n\"a,/x\n":                    "3: is not CSV: ",
		"title\n习近平\n":                                         "2: no slug is in the title \"习近平\", and no id in the address \"\"",
		"title\n" + strings.Repeat("Nước về đồng ", 50) + "\n": "2: the title \"Nước về đồng",
	} {
		file := filepath.Join(t.TempDir(), "bảng.txt")
		if err := os.WriteFile(file, []byte(in), 0o666); err != nil {
			t.Fatal(err)
		}
		out, errs, err := slugs("", "-csv", file+".csv", "-nginx", file+".map", file)
		if cli.Status(err) != 1 || !strings.HasPrefix(errs, file+":"+want) || strings.Count(errs, "\n") != 1 || out != "" {
			t.Errorf("%.60q: %v, %q, wrote %q; want %q", in, err, errs, out, want)
		}
		if files, _ := os.ReadDir(filepath.Dir(file)); len(files) != 1 {
			t.Errorf("%.60q: the folder has %v", in, files)
		}
	}
	_, errs, err := slugs("title\taddress\n" + strings.Repeat("Mưa\tmưa\n", 30))
	if cli.Status(err) != 1 || strings.Count(errs, "\n") != maxProblems+1 || !strings.HasSuffix(errs, ": and 10 more\n") || !strings.Contains(err.Error(), "30 problems") {
		t.Errorf("30 problems: %v, %s", err, errs)
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		status int
		args   []string
	}{
		{2, []string{"a", "b"}}, {2, []string{"-max", "-1"}}, {2, []string{"-max", "x"}}, {2, []string{"-redirects", "x"}}, {2, []string{"-title", "address"}},
		{1, []string{"không-có"}}, {1, []string{"-csv", "không-có/x"}},
	} {
		out, errs, err := slugs("title\nMưa\n", tt.args...)
		if cli.Status(err) != tt.status || out+errs != "" || strings.Contains(err.Error(), "\n") {
			t.Errorf("slugs %q = %v, output %q; want one line and the status %d", tt.args, err, out+errs, tt.status)
		}
	}
	out, _, err := slugs("", "-h")
	if !errors.Is(err, flag.ErrHelp) || !strings.Contains(out, "  title\taddress\n") {
		t.Errorf("-h: %v, %s", err, out)
	}
	// The example in the help is one.
	_, example, _ := strings.Cut(out, "  title\taddress\n")
	example, _, _ = strings.Cut(example, "\n\n")
	if out, errs, err := slugs("title\taddress\n" + strings.ReplaceAll(example, "\n  ", "\n")); err != nil || out != "/ha-noi-mua-lon-nhieu-pho-ngap-4373299.html\n/thu-ban-doc\n" {
		t.Errorf("the example of -h gives %q, %q, %v", out, errs, err)
	}
}
