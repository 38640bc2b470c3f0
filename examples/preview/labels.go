package main

import (
	"cmp"
	"errors"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// noteLabels are the rules of article.Parser in the words of an editor, by the text
// of the rule with hyphens.
var noteLabels = map[string]string{
	"auto-alt":         "Văn bản thay thế do máy sinh ra",
	"breadcrumb":       "Đường dẫn chuyên mục",
	"byline":           "Tác giả",
	"caption-repeated": "Chú thích lặp lại, đã gộp",
	"caption-variant":  "Chú thích bản cũ, dùng làm văn bản thay thế",
	"count":            "Số đếm",
	"credit":           "Nguồn ảnh",
	"credit-joined":    "Nguồn ảnh ở dòng sau, đã nối",
	"date":             "Ngày giờ",
	"dateline":         "Nơi và ngày viết tin",
	"inline-link":      "Liên kết giữa bài",
	"invalid-utf8":     "Ký tự hỏng",
	"invisible":        "Chỉ có ký tự ẩn",
	"embed":            "Video nhúng",
	"encoding":         "Sai bảng mã: đọc như chữ bị lỗi",
	"html-source":      "Mã nguồn HTML, không phải văn bản",
	"limit":            "Vượt giới hạn của thư viện",
	"section":          "Chuyên mục khác hoặc lặp lại",
	"lead-repeated":    "Sapo lặp lại, đã gộp",
	"lead-variant":     "Sapo bản cũ, đã bỏ",
	"list":             "Mục của danh sách",
	"source":           "Nguồn tin",
	"source-tag":       "Nguồn tin ở đầu sapo",
	"tags":             "Từ khóa",
	"title-repeated":   "Tít lặp lại",

	// Classes of the furniture of a page.
	"ad":           "Quảng cáo",
	"comment-form": "Khung gửi bình luận",
	"comments":     "Bình luận",
	"follow":       "Lời mời theo dõi",
	"footer-legal": "Chân trang",
	"meta":         "Thông tin của trang",
	"nav":          "Điều hướng",
	"share":        "Nút chia sẻ",
	"tool":         "Nút công cụ",
	"widget":       "Khung tiện ích",
}

// noteLabel returns the label of a rule. A rule that a later version adds is
// its own label.
func noteLabel(rule string) string {
	return cmp.Or(noteLabels[strings.ReplaceAll(rule, "_", "-")], rule)
}

// problemLabels are the causes of an article.Error in the words of an editor.
var problemLabels = []struct {
	cause error
	label string
}{
	{errTooLong, "Quá dài để hiện ở đây"},
	{article.ErrNoTitle, "Bài chưa có tít"},
	{article.ErrEmpty, "Phần này không được để trống"},
	{article.ErrDateOrder, "Giờ cập nhật sớm hơn giờ đăng"},
	{article.ErrTooLarge, "Bài vượt giới hạn của thư viện"},
	{article.ErrUTF8, "Có ký tự không hợp lệ"},
	{article.ErrURL, "Địa chỉ không hợp lệ"},
	{article.ErrSameCaption, "Chú thích xuất hiện hai lần"},
	{article.ErrSameAlt, "Văn bản thay thế chỉ lặp lại chú thích hoặc tít"},
	{article.ErrMixedTone, "Lẫn lộn hai kiểu đặt dấu thanh"},
	{article.ErrDoubledWord, "Lặp từ"},
	{article.ErrNotNormal, "Chữ viết chưa chuẩn hóa"},
	{article.ErrBidi, "Có ký tự ẩn đổi chiều chữ"},
	{article.ErrUnsafeURL, "Địa chỉ bị từ chối"},
	{article.ErrNoLinks, "Khối liên kết trống"},
}

// problemLabel returns the label of an error, and what the error says beyond
// its cause. A cause that a later version adds is its own label.
func problemLabel(e *article.Error) (label, detail string) {
	text := e.Err.Error()
	for _, p := range problemLabels {
		if errors.Is(e.Err, p.cause) {
			detail = strings.TrimPrefix(text, p.cause.Error())
			return p.label, strings.ReplaceAll(strings.TrimPrefix(detail, ": "), `" and "`, `" và "`)
		}
	}
	return text, ""
}
