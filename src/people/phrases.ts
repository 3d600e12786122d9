import { phrasebook } from '../kernel/language.ts';

export const phrases = phrasebook({
  usage: {
    vi: [
      '• `/thidua vai trò` – quản trị viên xem, giao và kết thúc vai trò; thêm tên người hoặc đơn vị để tìm.',
    ],
    en: [
      '• `/thidua roles` – for administrators: see, grant and end roles; add a name or unit to search.',
    ],
  },
  notAdministrator: {
    vi: 'Chỉ quản trị viên của đơn vị này hoặc của cấp trên xem, giao và kết thúc vai trò. Chưa có gì thay đổi.',
    en: 'Only an administrator of this unit, or of one above, sees, grants and ends roles. Nothing was changed.',
  },
  lastAdministrator: {
    vi: 'Đây là quản trị viên cuối cùng của toàn cơ quan nên chưa kết thúc được. Anh/chị giao vai trò quản trị viên, không thời hạn, cho một người khác trước.',
    en: 'This is the last administrator of the whole agency, so the role cannot end. Grant it to somebody else first, without an end date.',
  },
  endsBeforeItBegins: {
    vi: 'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu.',
    en: 'The last day must not be before the first.',
  },
  endIsPast: { vi: 'Ngày kết thúc đã qua.', en: 'The last day is past.' },
  personUnknown: {
    vi: 'Không tìm thấy người này trong danh sách cán bộ. Anh/chị kiểm tra lại người được chọn hoặc số hiệu.',
    en: 'This person is not in the staff list. Please check the person or the staff number.',
  },
  onePerson: {
    vi: 'Anh/chị chọn một người, hoặc ghi số hiệu cán bộ của một người.',
    en: 'Please choose one person, or give one person’s staff number.',
  },
  roles: {
    vi: {
      head: 'Thủ trưởng',
      secretary: 'Thư ký thi đua',
      inspector: 'Kiểm tra viên',
      communications: 'Truyền thông',
      finance: 'Tài chính',
      administrator: 'Quản trị viên',
    },
    en: {
      head: 'Head',
      secretary: 'Secretary of emulation',
      inspector: 'Inspector',
      communications: 'Communications',
      finance: 'Finance',
      administrator: 'Administrator',
    },
  },
  rolesTitle: { vi: 'Vai trò', en: 'Roles' },
  rolesIntro: {
    vi: (p: { count: number }) =>
      `*${p.count}* vai trò đang có hiệu lực hoặc sắp có. Mỗi vai trò áp dụng cho đơn vị và mọi đơn vị bên dưới.`,
    en: (p: { count: number }) =>
      `*${p.count}* ${p.count === 1 ? 'role holds' : 'roles hold'} or will hold. Each is for the unit and all below it.`,
  },
  rolesMore: {
    vi: (p: { count: number }) =>
      `Còn ${p.count} vai trò nữa. Anh/chị thêm tên người hoặc đơn vị vào lệnh để tìm, ví dụ \`/thidua vai trò Lan\`.`,
    en: (p: { count: number }) =>
      `${p.count} more. Add a name or unit to search, such as \`/thidua roles Lan\`.`,
  },
  rolesNone: {
    vi: (p: { words: string }) => `Không có vai trò nào khớp với “${p.words}”.`,
    en: (p: { words: string }) => `No role matches “${p.words}”.`,
  },
  grantLine: {
    vi: (p: { name: string; role: string; unit: string }) => `*${p.name}* · ${p.role} · ${p.unit}`,
    en: (p: { name: string; role: string; unit: string }) => `*${p.name}* · ${p.role} · ${p.unit}`,
  },
  fromDay: {
    vi: (p: { day: string }) => `từ ${p.day}`,
    en: (p: { day: string }) => `from ${p.day}`,
  },
  toDay: {
    vi: (p: { day: string }) => `đến hết ${p.day}`,
    en: (p: { day: string }) => `until ${p.day} inclusive`,
  },
  grant: { vi: 'Giao vai trò', en: 'Grant a role' },
  end: { vi: 'Kết thúc', en: 'End' },
  endTitle: { vi: 'Kết thúc vai trò?', en: 'End this role?' },
  endText: {
    vi: (p: { name: string; role: string; unit: string }) =>
      `${p.name} thôi vai trò ${p.role} ở ${p.unit} ngay bây giờ. Việc này được ghi nhật ký.`,
    en: (p: { name: string; role: string; unit: string }) =>
      `${p.name} ceases to be ${p.role} in ${p.unit} now. This is written down.`,
  },
  keep: { vi: 'Giữ lại', en: 'Keep' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  person: { vi: 'Người được giao', en: 'Person' },
  staffNumber: { vi: 'Hoặc số hiệu cán bộ', en: 'Or staff number' },
  staffNumberHint: {
    vi: 'Dùng khi người đó chưa có tài khoản Slack.',
    en: 'For somebody who is not in Slack yet.',
  },
  role: { vi: 'Vai trò', en: 'Role' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Last day' },
  toHint: { vi: 'Để trống nếu không có thời hạn.', en: 'Leave empty if it has no end.' },
  granted: {
    vi: (p: { name: string; role: string; unit: string; days: string }) =>
      `*${p.name}* là *${p.role}* của *${p.unit}*, ${p.days}. Người này được báo trong tin nhắn.`,
    en: (p: { name: string; role: string; unit: string; days: string }) =>
      `*${p.name}* is *${p.role}* of *${p.unit}*, ${p.days}, and is told so.`,
  },
  ended: {
    vi: (p: { name: string; role: string; unit: string }) =>
      `Đã kết thúc vai trò *${p.role}* của *${p.name}* ở *${p.unit}*.`,
    en: (p: { name: string; role: string; unit: string }) =>
      `*${p.name}* is no longer *${p.role}* of *${p.unit}*.`,
  },
  newsGranted: {
    vi: (p: { role: string; unit: string; days: string }) =>
      `Anh/chị được giao vai trò *${p.role}* cho *${p.unit}* và các đơn vị bên dưới, ${p.days}.`,
    en: (p: { role: string; unit: string; days: string }) =>
      `You are *${p.role}* of *${p.unit}* and all below it, ${p.days}.`,
  },
  newsEnded: {
    vi: (p: { role: string; unit: string }) =>
      `Vai trò *${p.role}* của anh/chị cho *${p.unit}* đã kết thúc.`,
    en: (p: { role: string; unit: string }) => `Your role of *${p.role}* of *${p.unit}* has ended.`,
  },
});
