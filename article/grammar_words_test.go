package article_test

// The words of the grammar: each list is one part of a line. Only what stands
// in them is claimed to be known to the parser, and only where a rule of the
// grammar says so.

var grammarSurnames = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Thạch", "Lâm"}

var grammarMiddle = []string{"", "Văn ", "Thị ", "Minh ", "Khả ", "Quang ", "Thanh ", "Hữu ", "Ngọc ", "Hoài "}

var grammarGiven = []string{"An", "Doanh", "Khỏe", "Thủy", "Hòa", "Lê", "Vy", "Hiếu", "Mai", "Ánh", "Đức", "Tuấn", "Quỳnh", "Phượng", "Thơ", "Sang", "Ý", "Út"}

var grammarPennames = []string{"Minh Anh", "Hà An", "Lê Vy", "Thanh Thúy", "Đắc Nhân", "Ngọc Thành", "T.A", "H.Đ", "Bảo Trân", "Vân Đài", "K'Brửu", "HÀ PHƯƠNG", "THANH THÚY"}

// Names that are nothing but an agency: never a person.
var grammarAgencies = []string{"TTXVN", "Reuters", "AFP", "AP", "VOV", "VTV", "Tân Hoa Xã", "Bloomberg", "Kyodo", "Yonhap"}

var grammarPapers = []string{"Báo Cần Thơ", "Báo Nhân Dân", "Tuổi Trẻ", "VnExpress", "Thanh Niên", "Dân trí", "Báo Bà Rịa - Vũng Tàu", "Chinhphu.vn", "Bnews/vnanet.vn", "Vietnam+"}

var grammarDesks = []string{"PV", "Nhóm PV", "Ban Biên tập", "Nhóm phóng viên", "CTV"}

var grammarPlaces = []string{"Cần Thơ", "Hà Nội", "Đà Nẵng", "Sóc Trăng", "An Giang", "Cà Mau", "Đắk Lắk", "Lào Cai", "Thừa Thiên Huế", "Bến Tre", "Quảng Ngãi", "Hậu Giang", "Kon Tum", "Vĩnh Long"}

// Sections that each of ten papers has in its menu.
var grammarSections = []string{"Thời sự", "Chính trị", "Kinh tế", "Thế giới", "Pháp luật", "Giáo dục", "Sức khỏe", "Thể thao", "Văn hóa", "Giải trí", "Đời sống", "Du lịch", "Xã hội", "Khoa học"}

var grammarSubjects = []string{
	"Hợp tác xã Tân Hòa", "Ủy ban nhân dân tỉnh", "Sở Giao thông Vận tải", "Bà con ấp Bến Đình", "Đội tuyển nữ", "Trường Đại học Cần Thơ", "Công an huyện Phong Điền",
	"Ngân hàng Nhà nước", "Bệnh viện Đa khoa khu vực", "Ban quản lý dự án", "Đoàn thanh niên xã", "Chủ tịch nước", "Hội Nông dân thành phố", "Tập đoàn Dầu khí", "Cảng hàng không",
}

var grammarVerbs = []string{
	"khánh thành", "mở rộng", "kiểm tra", "khởi công", "hoàn thành", "bàn giao", "đưa vào sử dụng", "sửa chữa", "khảo sát", "hỗ trợ", "công bố", "gia hạn", "tạm dừng", "nâng cấp",
}

var grammarObjects = []string{
	"tuyến kè chống sạt lở", "cầu Mỹ Thạnh", "trạm bơm thứ hai", "mô hình lúa - tôm", "chợ nổi", "khu tái định cư", "đường ven biển", "vụ lúa mới", "thư viện của phường",
	"hồ chứa nước ngọt", "bến phà", "trường mầm non", "lưới điện nông thôn", "vườn sầu riêng", "làng nghề dệt chiếu", "cống ngăn mặn", "sân vận động",
}

var grammarDetails = []string{
	"với tổng vốn hơn %d tỉ đồng", "sau %d tháng thi công", "cho khoảng %d hộ dân", "trên diện tích %d ha", "tại %d xã vùng sâu", "giai đoạn 2020-2025", "trong năm nay", "đúng tiến độ",
	"tăng %d,5%% so với cùng kỳ", "trước mùa mưa bão", "bằng nguồn vốn xã hội hóa", "ở khu vực đồng bằng sông Cửu Long",
}

var grammarOpenings = []string{
	"Sáng 23-11, ", "Chiều nay, ", "Theo kế hoạch, ", "Tại buổi làm việc, ", "Trước đó, ", "Bên cạnh đó, ", "Ngày 10/3, ", "Từ đầu năm đến nay, ", "", "", "", "Dịp này, ",
}

var grammarSayings = []string{
	"%s cho biết nước ngọt đã về tới ruộng, bà con yên tâm xuống giống.", "“Chúng tôi đã chờ cây cầu này mười năm”, %s nói.",
	"“Nước lên nhanh quá, không ai kịp trở tay. Cả nhà phải ngồi trên mái”, %s kể lại.", "%s khẳng định dự án sẽ về đích đúng hẹn.",
	"\"Năm nay được mùa\", %s phấn khởi.", "%s nhấn mạnh: “Không để ai bị bỏ lại phía sau”.",
}

// What captions say, and no crosshead does.
var grammarCaptionPhrases = []string{
	"Ảnh minh họa", "Quang cảnh buổi làm việc", "Quang cảnh hội nghị", "Toàn cảnh buổi lễ", "Các đại biểu dự hội nghị chụp ảnh lưu niệm", "Ảnh tư liệu", "Ảnh chụp màn hình",
}

var grammarCaptions = []string{
	"Bà con thu hoạch lúa ở ấp %s", "Lãnh đạo thành phố trao quà cho hộ nghèo xã %s", "Đoạn kè bị sạt lở ở xã %s", "Một góc chợ nổi %s buổi sớm",
	"Lực lượng chức năng phong tỏa hiện trường ở xã %s", "Các em học sinh xã %s trong ngày khai giảng", "Cầu %s nhìn từ trên cao",
}

var grammarCrossheads = []string{
	"Nước ngọt về đồng", "Khó khăn còn phía trước", "Vì sao chậm tiến độ?", "Chuyển đổi để thích ứng", "Bài học từ vụ trước", "Tìm đầu ra cho nông sản", "Hướng đi mới",
}

var grammarVerses = []string{
	"Ai về Phong Điền nhớ ghé", "Qua cầu Mỹ Thạnh chiều mưa", "Sông dài con nước lớn ròng", "Chợ trôi theo nhịp mái chèo", "Đò đầy em gánh trăng sang", "Câu hò còn vọng bến xưa",
}

var grammarResults = []string{"Cần Thơ - Hà Nội 2-1", "An Giang - Bến Tre 0-0", "Đà Nẵng - Cà Mau 3-2", "Sóc Trăng - Lào Cai 1-1", "Huế - Kon Tum 4-0"}

var grammarTags = []string{"lúa", "nước ngọt", "cầu Mỹ Thạnh", "đồng bằng sông Cửu Long", "xuất khẩu gạo", "hạn mặn", "chợ nổi", "Cần Thơ", "U23 Việt Nam", "giá vàng"}

// Titles of links that begin as a footer does.
var grammarFooterish = []string{
	"Tổng Biên tập báo %s nhận huân chương", "Liên hệ giữa hạn mặn và giá gạo ở %s", "Địa chỉ đỏ %s đón khách trở lại", "Tòa soạn tại %s dời về trụ sở mới",
	"Bản quyền bài hát %s thuộc về ai?", "Điện thoại rơi xuống sông %s vẫn dùng được", "Giấy phép con ở %s giảm một nửa", "Theo dõi bão số 9 từ %s",
}

var grammarFooters = []string{
	"Tổng Biên tập: Nguyễn Văn Sang", "Giấy phép số 123/GP-BTTTT ngày 12/8/2020", "Địa chỉ: 12 Lê Lợi, phường Ninh Kiều", "Điện thoại: 0292 3821 111", "© 2026 Báo Cần Thơ",
	"® Ghi rõ nguồn khi phát hành lại thông tin", "Cơ quan chủ quản: Thành ủy Cần Thơ", "Bản quyền thuộc về Báo Cần Thơ", "Hotline: 0909 123 456", "Email: toasoan@example.vn",
	"Phó Tổng Biên tập: Lê Thị Mai - Trần Hữu Đức", "Copyright © 2026 All rights reserved",
}

var grammarPhones = []string{"Điện thoại: 0292 3821 %03d", "ĐT: 0909.123.%03d", "Đường dây nóng: 1900 6%03d", "Liên hệ: 02923 821 %03d", "Số điện thoại 0918 222 %03d (gặp anh Út)"}

var grammarTableHeads = []string{"STT | Họ và tên | Năm sinh", "Thời gian - Nội dung - Địa điểm", "Ngày thi | Môn thi | Giờ phát đề", "8h00: Khai mạc", "Giá lúa hôm nay (đồng/kg)"}

// Lines of digits, date signs, weekday and zone words only, or relative times:
// never a title.
var grammarOddDates = []string{
	"12/8/26", "12-8-26 10:30", "23:59", "12.8", "Thứ Tư", "5 phút trước", "hôm qua", "2 giờ trước", "Hôm qua", "Thứ tư, 12/8", "10:30 (GMT+7)", "3 ngày trước", "Chủ nhật, 12/8/26",
}

var grammarRepeatables = []string{"***", "Không!", "Đúng vậy.", "* * *", "---"}

// Markup of pages whose source was copied in place of their text.
var grammarMarkup = []string{"<p>%s</p>", "<div class=\"detail\">%s", "<h1>%s</h1>", "%s<br>", "<a href=\"/tin-1.html\">%s</a>", "</div>%s", "<script>var x = 1;</script>%s"}
