import type { Text } from '../../kernel/language.ts';
import { emailOf, type Login, STRANGER, staffOf } from './people.ts';
import { unitName } from './units.ts';

/** Whom to be in the practice workspace, and what for. */
export interface GuideEntry {
  email: string;
  name: string;
  position: string;
  why: Text;
}

export const sampleGuide: readonly GuideEntry[] = [
  entry('lan.tran', {
    vi: 'đăng ký danh hiệu bằng /dangky, nộp sáng kiến bằng /sangkien',
    en: 'registers titles with /dangky, hands in an initiative with /sangkien',
  }),
  entry('thao.dinh', {
    vi: 'thủ trưởng đơn vị, có một đăng ký danh hiệu đang chờ xác nhận',
    en: 'heads a unit, with a registration of titles to confirm',
  }),
  entry('ha.nguyen', {
    vi: 'thư ký: mở phiên họp bằng /hoidong, lập kế hoạch phong trào bằng /phongtrao',
    en: 'the secretary: convenes a sitting with /hoidong, plans a campaign with /phongtrao',
  }),
  entry('khanh.phan', {
    vi: 'trưởng phòng của chị Lan; ủy viên Hội đồng sáng kiến có sáng kiến của mình đang chờ xét',
    en: 'heads the department of Trần Thị Lan; on the initiative council, an own initiative waiting',
  }),
  entry('thuy.vo', {
    vi: 'ủy viên Hội đồng sáng kiến: biểu quyết bằng nút bấm khi thư ký mở phiếu',
    en: 'sits on the initiative council: votes by button once the secretary opens a ballot',
  }),
  entry('mai.thai', {
    vi: 'truyền thông: biên tập và đăng những gương tốt được kể bằng /tuyenduong',
    en: 'communications: edits and publishes the good deeds told with /tuyenduong',
  }),
  entry('hung.le', {
    vi: 'Giám đốc: xác nhận đăng ký của các trưởng phòng và các đơn vị',
    en: 'the director: confirms what heads and units register',
  }),
  entry('loan.pham', {
    vi: 'trưởng phòng: áp dụng sáng kiến của đơn vị khác bằng /sangkien áp dụng',
    en: 'heads a department: takes up initiatives of others with /sangkien áp dụng',
  }),
  entry('yen.luu', {
    vi: 'kiểm tra: xem việc quá hạn, hội đồng cần kiện toàn bằng /thidua kiểm tra',
    en: 'the inspector: sees what is overdue and councils to be mended with /thidua kiểm tra',
  }),
  entry('tam.do', {
    vi: 'quản trị: nhập dữ liệu, phân vai trò bằng /thidua nhập, /thidua vai trò',
    en: 'the administrator: imports data and grants roles with /thidua nhập, /thidua vai trò',
  }),
  entry('chau.do', {
    vi: 'dùng Slack bằng tiếng Anh, ứng dụng trả lời bằng tiếng Anh',
    en: 'uses Slack in English and is answered in English',
  }),
  {
    email: STRANGER.email,
    name: STRANGER.name,
    position: STRANGER.title,
    why: {
      vi: 'người không có trong danh sách cán bộ',
      en: 'somebody who is not in the staff list',
    },
  },
];

/** What the start of the practice workspace prints: where it is and whom to try, in both languages. */
export function practiceGuide(address: string): string {
  const lines = sampleGuide.map(({ email, name, position, why }) =>
    [`  ${name} – ${position} <${email}>`, `      ${why.vi}`, `      ${why.en}`].join('\n'),
  );
  return [
    `Thi Đua – không gian luyện tập / practice workspace: ${address}`,
    '',
    'Mở địa chỉ trên, chọn một người rồi thử / Open the address, choose a person and try:',
    ...lines,
  ].join('\n');
}

function entry(login: Login, why: Text): GuideEntry {
  const { name, position, unit } = staffOf(login);
  return { email: emailOf(login), name, position: `${position}, ${unitName(unit)}`, why };
}
