package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/vn"
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
}

func TestConvert(t *testing.T) {
	const in = "Đà Nẵng: 12,64% hộ dân thoát nghèo\t/xa-hoi/da-nang-1264-ho-dan-thoat-ngheo-post410945.html\n" +
		"Thư bạn đọc\n" +
		"Thư bạn đọc\t/thu-ban-doc\n" +
		"Thư bạn đọc\t/thu-ban-doc-cu\n" +
		"Thư bạn đọc\t/thu-ban-doc\n" +
		"习近平\thttps://bao.example/tin-4373299.html\n"
	const wantPaths = "/da-nang-12-64-ho-dan-thoat-ngheo-post410945.html\n/thu-ban-doc-2\n/thu-ban-doc\n/thu-ban-doc-3\n/thu-ban-doc-4\n/4373299.html\n"
	const wantMoved = "/xa-hoi/da-nang-1264-ho-dan-thoat-ngheo-post410945.html\t/da-nang-12-64-ho-dan-thoat-ngheo-post410945.html\n" +
		"/thu-ban-doc-cu\t/thu-ban-doc-3\n/tin-4373299.html\t/4373299.html\n"
	var paths, moved strings.Builder
	if err := convert(strings.NewReader(in), &paths, &moved, vn.Slugger{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wantPaths, paths.String()); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantMoved, moved.String()); diff != "" {
		t.Errorf("redirects (-want +got):\n%s", diff)
	}
}

func TestConvertErrors(t *testing.T) {
	for _, in := range []string{"Ti\xeang Vi\xeat\n", "习近平\n", "Tin\t%zz\n", strings.Repeat("a", 2<<20)} {
		var out strings.Builder
		err := convert(strings.NewReader("Tin đầu\n"+in), &out, &out, vn.Slugger{})
		if err == nil || !strings.HasPrefix(err.Error(), "line 2: ") || out.Len() > 0 {
			t.Errorf("convert(%.20q) = %v, wrote %q; want an error on line 2 and no output", in, err, out.String())
		}
	}
}
