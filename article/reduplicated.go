package article

import "strings"

// reduplicated holds the syllables that Vietnamese writes twice on purpose:
// whole reduplication of adjectives, adverbs and sounds (từ láy toàn bộ),
// distributive nouns ("ngày ngày"), and words that may stand on both sides
// of a phrase boundary. The list was put together for this package; it errs
// towards silence.
var reduplicated = func() map[string]bool {
	m := make(map[string]bool)
	for s := range strings.FieldsSeq(reduplicatedList) {
		m[s] = true
	}
	return m
}()

const reduplicatedList = `
ai an anh au ba ban biếc bon bong buồn bà bàn bàng bám bé béo bì bình bíp bóng bông bùi băng
bước bạc bạt bấm bầy bập bề bềnh bịch bọt bốp bồng bộp bờ bức bừng cao cay chan chang chi
chiu chiều choai chua chung chuyên chát chìm chín chíp chóng chùm chú chăm chầm chậm chằm
chỉ chốc chỗ chờ chợt chục con cong cuối cuồn cuộn còn cô cùng cúi căm cũ cười cạc cạch cả
cầm cặp cỏn cốc cục cứng dai dong dài dày dãy dòng dăm dạ dần dằng dặc dẻo dở dửng giòn giỏi
giống giờ gâu gì gõ găm gạo gần gầy gật ha hanh hao hay hi hiếm hiền hong hoài hu hun hung
hàng hây hì hình hô hôi hăm hơi hơn hầm hầu hằm hằng hề hềnh hỏi hồi hồng hớn hừm hừng im in
khang khe khà khác khét khì khít khói khô khăng khư khắp khẽ khề khệnh khỏe khờ kia kiếp kìa
lan len leng lia lim linh lo lon long luôn là làng lân lâng lâu líu lò lòng lô lông lù lùn
lăm lăng lơ lướt lười lượt lạ lạch lạnh lấy lầm lầy lắc lắm lẳng lặng lẻ lẽ lềnh lốp lồng
lộp lớp lờ lừ lừng lững mai man mang mau meo muôn muộn màn màu mây mãi mênh mòn môn mông mù
mùa mơ mơn mưa mươi mười mượt mấy mập mằn mặn mặt mềm mịt mỏi mỗi mờ mừng nao nay ngang ngay
nghênh nghìn nghễu ngon ngoài ngàn ngày ngân ngó ngùn ngùng ngút ngăn người ngại ngả ngấn
ngầu ngậm ngắn ngọt ngờ ngời nhan nhanh nhao nhiều nho nhà nhàn nhàng nhác nháy nhâm nhè nhì
nhìn nhón nhún nhăm như nhấp nhất nhầy nhẹ nhỏ nhớ nhờ nhỡn những nào này nâu não nói nóng
năm nơi nườm nắm nắng nề nồng nực oang oi ong oằn phau phe phây phăng phơi phạch phần phốc
phới phụt phừng quang quanh quay quen quàng quác quạc quần quẩn ra roi rành rào ríu ròng róc
rón rõ rùng răm rưng rạo rất rầm rần rầu rập rằng rề rộn rời rừng san sang sau se siêng song
suốt sáng sát sình sòng sôi sương sầm sầu sẽ sền sệt sồn sớm sờ sợ sừng sững tanh thang
thanh thao thi thoang thoi thon thoáng thu thuở tháng thân thênh thình thôi thăm thơm thương
thường thấp thầm thẫm thật thắm thẳng thẹn thỉnh tim toe tong trang triền triệu trong tràn
tròn trùng trăm trăng trơ trơn trưa trầm trập trắng trễ trời tu tà tàn tàng tác tâm tây tí
tía tím tít tò tôi tăm tơ tưng tươi tương tạch tấp tất tầm tầng tằng tỉ tỉnh tối tới tủi từ
từng tỷ um va van ve vi vo vui vuông vuốt vài vàng vân vè vèo vì víu vòng vù vùng vút văng
vạn vần vẫy vằng vẳng vẻ về vị vỗ vội vừa vững xa xanh xe xinh xoa xoăn xum xuân xuýt xám
xâm xèo xì xình xôn xăm xấp yêu ào ánh âm êm ì ìn ôm ông ù ùn ý ăm đa đau đen đi điệp đoàn
đàn đâu đã đêm đó đôi đùng đăm đầu đầy đắng đằng đẹp đều đỏ đời đợt đục đứng ưng ương ạch ấm
ấp ầm ẩm ắp ẹp ềm ồm ồn ồng ứ ừ ỳ
`
