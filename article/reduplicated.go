package article

import "strings"

// reduplicated holds the syllables that Vietnamese writes twice on purpose:
// whole reduplication of adjectives, adverbs and sounds (từ láy toàn bộ),
// distributive nouns ("ngày ngày"), and words that may stand on both sides
// of a phrase boundary. The list was put together for this package; it errs
// towards silence.
var reduplicated = func() map[string]bool {
	m := make(map[string]bool)
	for _, s := range strings.Fields(reduplicatedList) {
		m[s] = true
	}
	return m
}()

const reduplicatedList = `
ai an anh au ba ban biếc bon bong bà bàn bàng bám bé bì bình bông băng bước bạc bạt bầy
bập bề bồng bờ bức bừng cao chan chang chi chiều chung chuyên chát chìm chín chóng chùm
chú chăm chầm chậm chằm chỉ chốc chỗ chờ chợt cuối cuồn còn cô cùng cúi căm cười cạc cả
cầm cỏn dong dài dày dòng dạ dần dằng dặc dửng giờ gì găm gạo gần gật hao hay hiếm hong
hoài hung hây hình hăm hơi hơn hầm hầu hằm hằng hồi hồng hớn hừm hừng im in khang khe khà
khít khăng khư khắp khẽ khỏe kia kìa lan len leng lia lim linh lon long luôn làng lân lâng
lâu lòng lô lông lù lăm lăng lơ lượt lạ lầm lắc lẳng lặng lẻ lẽ lồng lớp lờ lừ lững mai
man mang mau màn màu mây mãi mênh mòn môn mông mơ mơn mưa mươi mười mượt mấy mằn mặt mỏi
mỗi mờ nao nay ngang ngay nghìn ngon ngàn ngày ngân ngùn ngăn người ngả ngấn ngầu ngậm
ngọt ngờ ngời nhan nhanh nhiều nho nhà nhàn nhác nhâm nhè nhún nhăm như nhấp nhất nhẹ nhỏ
những nào năm nơi nườm nắm nắng oang ong oằn phau phe phăng phơi phần phới phừng quang
quanh quay quạc quần quẩn ra roi rành rào ròng róc rõ rùng răm rưng rạo rầm rần rập rằng
rề rộn rời rừng san sang sau se siêng song suốt sáng sát sòng sôi sầm sẽ sền sệt sớm sờ
sừng sững tanh thang thanh thao thi thoang thoi thon thoáng thu thuở tháng thân thênh thôi
thăm thơm thường thấp thầm thẫm thật thắm thẳng thỉnh tim toe tong trang triền trong tràn
tròn trùng trăng trơ trơn trầm trập trắng trời tâm tây tí tía tít tò tôi tăm tơ tưng tươi
tương tấp tất tầm tầng tằng tỉ tỉnh tối tới từ từng um va van ve vi vo vui vàng vân vè vèo
vì vòng vù vùng văng vạn vần vằng vẳng vẻ về vị vội vừa vững xa xanh xe xinh xum xuân xuýt
xâm xôn xăm xấp ào ánh âm êm ìn ôm ông ù ùn ý ăm đa đau đen đi đoàn đâu đã đêm đó đôi đùng
đăm đầu đầy đẹp đều đỏ đời đứng ưng ạch ấm ấp ầm ẩm ắp ẹp ềm ồm ồn ồng ứ ừ ỳ
`
