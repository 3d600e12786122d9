// Initiatives as people of the sector write them: the same administrative turns of phrase in all of them,
// a matter, a tool and figures of their own in each. For the benchmark of src/initiatives/find-similar.ts.

export interface Written {
  title: string;
  essence: string;
}

/** The same numbers for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function list(text: string): string[] {
  return text.split('|').map((item) => item.trim());
}

const OPENINGS = list(
  'Giải pháp nâng cao hiệu quả|Một số giải pháp nâng cao chất lượng|Giải pháp|Một số biện pháp đẩy mạnh|Đổi mới phương thức|Xây dựng quy trình|Ứng dụng công nghệ thông tin trong|Giải pháp rút ngắn thời gian|Sáng kiến cải tiến|Kinh nghiệm|Tăng cường phối hợp trong|Số hoá|Tự động hoá|Chuẩn hoá|Thiết lập bộ công cụ hỗ trợ|Phương pháp|Cải tiến cách làm|Hoàn thiện',
);

const MATTERS = list(
  'công tác thu bảo hiểm xã hội bắt buộc|phát triển người tham gia BHXH tự nguyện|phát triển đối tượng tham gia BHYT hộ gia đình|giám định chi phí khám chữa bệnh BHYT|chi trả lương hưu qua tài khoản cá nhân|giải quyết chế độ ốm đau, thai sản|cấp và quản lý sổ BHXH|cấp thẻ BHYT cho trẻ em dưới 6 tuổi|đôn đốc thu hồi nợ BHXH, BHYT|rà soát dữ liệu đóng trùng|đồng bộ mã số BHXH với căn cước công dân|tiếp nhận hồ sơ qua giao dịch điện tử|trả kết quả giải quyết thủ tục hành chính qua bưu chính|thanh tra chuyên ngành đóng BHXH|truyền thông chính sách BHXH trên mạng xã hội|quản lý đại lý thu|lưu trữ hồ sơ hưởng chế độ|giải đáp vướng mắc của đơn vị sử dụng lao động|theo dõi công văn đến, công văn đi|quản lý tài sản công của cơ quan|bồi dưỡng nghiệp vụ cho viên chức mới|xác thực người hưởng trợ cấp hằng tháng|cảnh báo lạm dụng quỹ khám chữa bệnh|kiểm soát chi phí thuốc và vật tư y tế|đối chiếu số liệu thu với kho bạc|cài đặt ứng dụng VssID cho người dân|hỗ trợ học sinh, sinh viên tham gia BHYT|xử lý hồ sơ hưởng BHXH một lần|tính thời gian đóng BHXH trước năm 1995|lập báo cáo thống kê định kỳ|giao chỉ tiêu thu cho từng chuyên viên|phối hợp với cơ quan thuế về lao động|giám sát việc thực hiện dự toán chi|quản lý người hưởng trợ cấp thất nghiệp|giám định tự động hồ sơ ngoại trú|thẩm định hồ sơ bệnh án nội trú|tổ chức hội nghị khách hàng|tiếp công dân và giải quyết đơn thư|chấm điểm thi đua hằng quý của các phòng|quản lý văn phòng phẩm',
);

const TOOLS = list(
  'bằng bảng tính có công thức tự động|bằng mã QR|qua nhóm Zalo|bằng phần mềm tự viết|qua tổng đài nhắn tin|bằng sổ tay điện tử|qua biểu mẫu trực tuyến|bằng bản đồ số|theo mô hình tổ lưu động|theo phương pháp 5S|bằng danh mục kiểm tra|qua trợ lý ảo|bằng bảng điều khiển trực quan|theo cụm dân cư|qua kênh đài phát thanh xã|bằng thẻ màu|theo lịch hẹn trước|bằng thư mời cá nhân hoá|qua đội ngũ cộng tác viên thôn|bằng tập lệnh trích xuất dữ liệu|||',
);

const GROUPS = list(
  'cho hộ tiểu thương ở chợ|cho lao động thời vụ|cho thuyền viên tàu cá|cho giáo viên mầm non ngoài công lập|cho người cao tuổi sống một mình|cho hợp tác xã nông nghiệp|cho doanh nghiệp dưới mười lao động|cho công nhân thuê trọ|cho đồng bào Khmer|cho lái xe công nghệ|cho hội viên phụ nữ|cho người khuyết tật|cho thợ xây tự do|cho làng nghề gốm|cho hộ cận nghèo|cho sinh viên năm cuối|cho bệnh nhân chạy thận|cho bệnh nhân đái tháo đường|cho trạm y tế lưu động|cho phòng khám tư nhân|cho nhà thuốc bệnh viện|cho khoa chẩn đoán hình ảnh|cho lao động Việt Nam ở nước ngoài|cho hộ trồng cà phê|cho ngư dân đảo xa|cho người nghỉ hưu ở vùng lũ|cho thân nhân liệt sĩ|cho quân nhân xuất ngũ|cho người có HIV|cho trẻ sơ sinh|khi sáp nhập địa giới|khi chuyển đổi phần mềm|trong mùa cao điểm cuối năm|trong thời gian giãn cách|khi thay đổi chủ tài khoản|đối với hồ sơ giấy cũ mờ chữ|đối với hồ sơ thất lạc|đối với đơn vị giải thể|đối với đơn vị mất tích|đối với hợp đồng dưới ba tháng|đối với lương làm căn cứ đóng|đối với chứng từ ngân hàng nước ngoài|||||',
);

/** Place names of one or two syllables; with the kinds of unit they make some thousand places. */
const NAMES = list(
  'Hòa An|Bắc Sơn|Tân Phú|Cửa Lò|Yên Thắng|Bến Lội|Đồi Sim|Cồn Gió|Cầu Trắng|Mỹ Lộc|Phú Xuân|Long Khê|Vĩnh Trà|Đông Hưng|Quế Phong|Krông Búk|Mường Lạn|Trà Ôn|Gò Quao|Ba Chẽ|Thạch Lâm|Sông Mã|An Khê|Chư Prông|Hồng Ngự|Lấp Vò|Tiên Lãng|Kim Bảng|Lục Yên|Đại Từ|Nghi Xuân|Hải Lăng|Núi Thành|Ninh Phước|Bù Đăng|Xuyên Mộc|Giồng Riềng|Năm Căn|Thới Bình|Vũng Liêm',
);
const UNITS = list('BHXH huyện|BHXH thị xã|BHXH liên huyện|BHXH cơ sở|xã|phường|thành phố');

const PLACES = list(
  'tại Phòng Quản lý thu|trên địa bàn tỉnh|tại bộ phận một cửa|ở các xã vùng cao|tại các doanh nghiệp trong khu công nghiệp|đối với hộ kinh doanh cá thể|tại Phòng Giám định BHYT|tại các trường học|năm 2023|giai đoạn 2022–2025|||',
);

const WHO = list(
  'Chuyên viên phụ trách|Bộ phận một cửa|Tổ nghiệp vụ|Viên chức được phân công|Đơn vị sử dụng lao động|Đại lý thu|Cộng tác viên ở thôn|Giám định viên|Kế toán|Trưởng nhóm|Người lao động|Lãnh đạo phòng|Cán bộ văn phòng|Nhân viên y tế|Người dân|Ủy ban nhân dân xã|Cơ quan thuế|Bưu điện huyện',
);
const ACTS = list(
  'lập|gửi|đối chiếu|ghi lại|trích xuất|phân loại|quét|in|nhập|kiểm tra|đánh dấu|tổng hợp|rà soát|cập nhật|niêm yết|chuyển|gọi điện xác nhận|chụp ảnh|lưu|so sánh|tách|ghép|mã hoá|gắn nhãn|sắp xếp|bàn giao|xác minh|tính lại|khoanh vùng|nhắc',
);
const NOUNS = list(
  'danh sách|bảng kê|tờ khai|hồ sơ|sổ tay|tệp tin|phiếu hẹn|mã số|tin nhắn|bệnh án|thông báo|biên lai|chứng từ|hợp đồng|quyết định|báo cáo|câu hỏi|văn bản|phiếu hỏi|danh mục|giấy tờ|tài khoản|kết quả|chỉ tiêu|hình ảnh|bảng lương|ghi chú|lịch hẹn|biểu đồ|kế hoạch|nội dung|số liệu|ý kiến|đề nghị|khoản nợ|mức đóng|thẻ cũ|chữ ký|sơ đồ|bản tin|đơn thuốc|mẫu biểu|sổ cái|cuộc gọi|lịch trực|toa thuốc|công văn|ảnh chụp|kho giấy|nhật ký',
);
const QUALITIES = list(
  'chậm đóng|còn thiếu|theo thôn|mới lập|trùng tên|chi cao|đã duyệt|lệch số|từng hộ|liên hệ|hàng tuần|bị trả|sai mã|quá hạn|đã khoá|nội trú|ngoại trú|thai sản|ốm đau|hưu trí|tuất một|thất nghiệp|học sinh|giáo viên|ngư dân|tiểu thương|đại lý|bưu điện|kho bạc|ngân hàng|cơ sở|tuyến trên|vượt trần|ngoài giờ|dự toán|đặt hàng|nhập khẩu|cấp lại|gia hạn|giảm trừ|truy thu|tạm ứng|hoàn trả|phối hợp|chuyên đề|nội bộ|công khai|bản giấy|điện tử|ký số|dự phòng|ưu tiên|rủi ro|khiếu nại|lưu động|vùng sâu|hai chiều|song ngữ|mã vạch|in màu',
);
const MANNERS = list(
  'theo|trước|sau|qua|bằng|tại|cùng|trong|dựa vào|gắn với|không chờ|kèm|ngoài|giữa',
);
const LINES = list(
  'sáng thứ hai|ngày mồng năm|hai giờ|khi nhận|ba mức|một chạm|hai người|thứ hạng|một trang|điện thoại|từng nhóm|khâu nhập|lý do|giờ trình|đợt kiểm|mã đơn vị|tài khoản riêng|phiếu chấm|cuối ngày|mẫu chung|biến động|mỗi quý|giờ vắng|tổ trưởng|màn hình|bảng màu|cổng thông tin|bàn tiếp|hộp thư|nhóm kín|sân nhà văn hoá|loa thôn|trạm y tế|phiên chợ|buổi họp|chuyến xe|kỳ lương|mùa vụ|đầu năm học|lễ phát động',
);
const thing = (random: Random) => `${pick(random, NOUNS)} ${pick(random, QUALITIES)}`;
const way = (random: Random) => `${pick(random, MANNERS)} ${pick(random, LINES)}`;
const LINKS = list(
  'Sau đó|Tiếp theo|Đồng thời|Theo đó|Khi cần|Cuối tháng|Nếu khó|Ngoài ra|Từ đó|Trước hết|Bước một|Bước hai|Bước ba|Khi lệch|Mỗi ngày|Hằng quý|Gặp vướng|Ở khâu cuối',
);
const AIMS = list(
  'góp phần nâng cao hiệu quả công tác|tiết kiệm thời gian đi lại của người dân|hạn chế sai sót trong quá trình thực hiện|đáp ứng yêu cầu nhiệm vụ trong tình hình mới|bảo đảm quyền lợi của người tham gia|giảm áp lực cho bộ phận một cửa|thuận tiện cho việc kiểm tra, giám sát|nâng cao tinh thần trách nhiệm của viên chức|phù hợp với điều kiện thực tế của đơn vị|được lãnh đạo cơ quan đánh giá cao',
);
const BOILERPLATE = list(
  'Thực hiện chỉ đạo của lãnh đạo BHXH tỉnh về việc đẩy mạnh cải cách thủ tục hành chính, đơn vị đã chủ động nghiên cứu và áp dụng giải pháp này.|Giải pháp được áp dụng lần đầu tại đơn vị, dễ thực hiện, không tốn kém kinh phí và có khả năng nhân rộng trong toàn tỉnh.|Qua thời gian áp dụng, giải pháp đã mang lại hiệu quả thiết thực, được cán bộ, viên chức trong đơn vị đồng tình ủng hộ.|Nội dung của giải pháp gồm các bước sau đây.|Giải pháp phù hợp với quy định của pháp luật và quy chế của ngành.',
);

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

function sentence(random: Random): string {
  const figure = 2 + Math.floor(random() * 97);
  const act = () => `${pick(random, ACTS)} ${thing(random)}`;
  const who = pick(random, WHO);
  const inside = `${who.charAt(0).toLowerCase()}${who.slice(1)}`;
  const shape = random();
  if (shape < 0.3) return `${who} ${act()} ${way(random)}, rồi ${act()}.`;
  if (shape < 0.6) return `${pick(random, LINKS)}, ${inside} ${act()} ${way(random)} để ${act()}.`;
  if (shape < 0.75)
    return `${pick(random, LINKS)} ${inside} ${act()}, ${act()} và ${act()} ${way(random)}.`;
  if (shape < 0.93)
    return `Trong ${figure} ngày đầu đã ${act()} được ${figure * 7} trường hợp, ${pick(random, AIMS)}.`;
  return `Cách làm này giúp ${inside} không phải ${act()} ${way(random)}, ${pick(random, AIMS)}.`;
}

/** An essence of at least `length` characters and at most 3,000. */
export function writeEssence(random: Random, matter: string, length: number): string {
  const parts = [`Giải pháp ${matter} được thực hiện như sau.`];
  if (random() < 0.6) parts.unshift(pick(random, BOILERPLATE));
  let size = parts.join(' ').length;
  while (size < length) {
    const next = random() < 0.06 ? pick(random, BOILERPLATE) : sentence(random);
    parts.push(next);
    size += next.length + 1;
  }
  return parts.join(' ').slice(0, 3000).trim();
}

export function writeTitle(random: Random, matter: string): string {
  const named = `tại ${pick(random, UNITS)} ${pick(random, NAMES)}`;
  const place = random() < 0.5 ? named : pick(random, PLACES);
  const words = [pick(random, OPENINGS), matter, pick(random, GROUPS), pick(random, TOOLS), place];
  return words.filter(Boolean).join(' ').slice(0, 200);
}

export function writeInitiative(random: Random, matter = pick(random, MATTERS)): Written {
  const length = 500 + Math.floor(random() * 2450);
  return { title: writeTitle(random, matter), essence: writeEssence(random, matter, length) };
}

/** The matter of a title that `writeInitiative` made. */
export function matterOf(title: string): string {
  return MATTERS.find((matter) => title.includes(matter)) ?? title;
}

/** How a copy was made, and what it then is. */
export const COPYING: Record<string, (random: Random, from: Written) => Written> = {
  'word for word': (_random, from) => from,
  'without accents': (_random, { title, essence }) => ({
    title: withoutAccents(title),
    essence: withoutAccents(essence),
  }),
  'decomposed, in capitals': (_random, { title, essence }) => ({
    title: title.normalize('NFD').toUpperCase(),
    essence: essence.normalize('NFD').toUpperCase(),
  }),
  'title turned round': (_random, { title, essence }) => ({ title: turnedRound(title), essence }),
  'another place and opening, sentences moved': (random, { title, essence }) => ({
    title: `Giải pháp ${matterOf(title)} tại BHXH ${pick(random, NAMES)}`,
    essence: turnedRound(essence),
  }),
  'every fifth word another': (random, { title, essence }) => ({
    title,
    essence: essence
      .split(' ')
      .map((word, place) => (place % 5 === 4 ? pick(random, NAMES) : word))
      .join(' '),
  }),
  'half of the essence, under another title': (random, { essence }) => ({
    title: writeTitle(random, pick(random, MATTERS)),
    essence: `${essence.slice(0, essence.length / 2)} ${writeEssence(random, pick(random, MATTERS), essence.length / 2)}`,
  }),
  'the title only': (random, { title }) => ({
    title,
    essence: writeEssence(random, matterOf(title), 1200),
  }),
  'title with slips, essence anew': (random, { title }) => ({
    title: title.replace(/ứ|ă|ô/, 'u').replace('quy trình', 'qui trình'),
    essence: writeEssence(random, matterOf(title), 1200),
  }),
};

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}

/** The second half before the first. */
function turnedRound(text: string): string {
  const words = text.split(' ');
  const middle = Math.floor(words.length / 2);
  return [...words.slice(middle), ...words.slice(0, middle)].join(' ');
}
