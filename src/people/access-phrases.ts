import { phrasebook } from '../kernel/language.ts';

export const phrases = phrasebook({
  usage: {
    vi: [
      '• `/thidua ghép` – quản trị viên ghép tài khoản Slack với người trong danh sách cán bộ, xem ai đang xin được thêm.',
    ],
    en: [
      '• `/thidua match` – for administrators: match a Slack account to somebody of the staff list, see who asks to be added.',
    ],
  },
  // ── to somebody who is not matched ──
  stranger: {
    vi: 'Tài khoản Slack của anh/chị chưa được ghép với danh sách cán bộ của cơ quan nên chưa dùng được Thi Đua.',
    en: 'Your Slack account is not matched to the staff list yet, so Thi Đua cannot be used.',
  },
  whomToAsk: {
    vi: (p: { names: string }) =>
      `Anh/chị hỏi quản trị viên ${p.names}, hoặc bấm “Xin được thêm” để gửi yêu cầu.`,
    en: (p: { names: string }) =>
      `Please ask the administrator ${p.names}, or press “Ask to be added”.`,
  },
  nobodyToAsk: {
    vi: 'Cơ quan chưa có quản trị viên của Thi Đua; anh/chị bấm “Xin được thêm” để yêu cầu được giữ lại chờ.',
    en: 'The agency has no administrator of Thi Đua yet; press “Ask to be added” and your request will wait.',
  },
  ask: { vi: 'Xin được thêm', en: 'Ask to be added' },
  asked: {
    vi: 'Đã gửi yêu cầu của anh/chị tới quản trị viên. Khi có kết quả, anh/chị được báo bằng tin nhắn.',
    en: 'Your request has been sent to the administrators. You will be told the outcome in a message.',
  },
  askedAlready: {
    vi: 'Yêu cầu của anh/chị đang chờ quản trị viên xử lý; không cần gửi lại.',
    en: 'Your request is waiting for an administrator; there is no need to send it again.',
  },
  matchedAlready: {
    vi: 'Tài khoản của anh/chị đã được ghép; anh/chị dùng được Thi Đua.',
    en: 'Your account is matched; you can use Thi Đua.',
  },
  notOurs: {
    vi: 'Chỉ tài khoản của người trong không gian làm việc này của cơ quan được thêm.',
    en: 'Only accounts of people in this workspace of the agency can be added.',
  },
  // ── to administrators ──
  requestLine: {
    vi: (p: { mention: string; name: string; email: string }) =>
      `${p.mention} (${p.name}, ${p.email}) xin được thêm vào danh sách dùng Thi Đua.`,
    en: (p: { mention: string; name: string; email: string }) =>
      `${p.mention} (${p.name}, ${p.email}) asks to be added to those who use Thi Đua.`,
  },
  noEmail: { vi: 'không rõ thư điện tử', en: 'no e-mail known' },
  requestAdvice: {
    vi: 'Anh/chị ghép khi chắc đây là tài khoản của người đó: người được ghép làm được mọi việc theo vai trò của mình.',
    en: 'Match only when sure that the account is theirs: whoever is matched can do all that their roles allow.',
  },
  requestText: {
    vi: (p: { name: string }) => `${p.name} xin được thêm vào danh sách dùng Thi Đua.`,
    en: (p: { name: string }) => `${p.name} asks to be added to those who use Thi Đua.`,
  },
  settledMatched: {
    vi: (p: { person: string; by: string }) =>
      `:white_check_mark: Đã ghép với *${p.person}*${p.by && ` (${p.by})`}.`,
    en: (p: { person: string; by: string }) =>
      `:white_check_mark: Matched to *${p.person}*${p.by && ` (${p.by})`}.`,
  },
  settledRefused: {
    vi: (p: { by: string; reason: string }) => `:x: ${p.by} đã từ chối: ${p.reason}`,
    en: (p: { by: string; reason: string }) => `:x: Turned down by ${p.by}: ${p.reason}`,
  },
  match: { vi: 'Ghép với người trong danh sách', en: 'Match to the staff list' },
  refuse: { vi: 'Từ chối', en: 'Turn down' },
  matchTitle: { vi: 'Ghép tài khoản', en: 'Match an account' },
  matchSubmit: { vi: 'Ghép', en: 'Match' },
  account: { vi: 'Tài khoản Slack', en: 'Slack account' },
  staff: { vi: 'Người trong danh sách cán bộ', en: 'Somebody of the staff list' },
  staffHint: {
    vi: 'Gõ tên, số hiệu hoặc thư điện tử; chỉ có người chưa ghép thuộc đơn vị anh/chị quản trị.',
    en: 'Type a name, staff number or e-mail; only those not matched, in units that you administer.',
  },
  waiting: {
    vi: (p: { count: number }) => `*Đang xin được thêm: ${p.count}*`,
    en: (p: { count: number }) => `*Asking to be added: ${p.count}*`,
  },
  refuseTitle: { vi: 'Từ chối yêu cầu', en: 'Turn a request down' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Người xin được thêm đọc lý do này.',
    en: 'Whoever asked reads this reason.',
  },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  matchDone: {
    vi: (p: { mention: string; person: string }) =>
      `Đã ghép ${p.mention} với *${p.person}*. Người này được báo trong tin nhắn.`,
    en: (p: { mention: string; person: string }) =>
      `${p.mention} is matched to *${p.person}*, and is told so.`,
  },
  refuseDone: {
    vi: 'Đã từ chối. Người xin được thêm được báo lý do.',
    en: 'Turned down. Whoever asked is told the reason.',
  },
  // ── refusals ──
  notAdministrator: {
    vi: 'Chỉ quản trị viên của đơn vị này hoặc của cấp trên ghép tài khoản. Chưa có gì thay đổi.',
    en: 'Only an administrator of this unit, or of one above, matches accounts. Nothing was changed.',
  },
  beyondYou: {
    vi: 'Người này công tác hoặc có vai trò ở đơn vị ngoài phạm vi quản trị của anh/chị; anh/chị nhờ quản trị viên cấp trên.',
    en: 'This person works or holds a role in a unit that you do not administer; please ask an administrator above.',
  },
  personLeft: {
    vi: 'Người này hiện không công tác ở đơn vị nào; anh/chị cập nhật danh sách cán bộ trước.',
    en: 'This person works in no unit now; please bring the staff list up to date first.',
  },
  personTaken: {
    vi: 'Người này đã được ghép với một tài khoản Slack khác.',
    en: 'This person is matched to another Slack account already.',
  },
  accountTaken: {
    vi: (p: { name: string }) => `Tài khoản này đã được ghép với ${p.name}.`,
    en: (p: { name: string }) => `This account is matched to ${p.name} already.`,
  },
  settledAlready: {
    vi: 'Yêu cầu này đã được xử lý.',
    en: 'This request has been dealt with.',
  },
  // ── to whoever asked ──
  newsMatched: {
    vi: (p: { person: string; unit: string }) =>
      `Tài khoản của anh/chị đã được ghép với *${p.person}*, ${p.unit}. Anh/chị gõ \`/thidua\` để bắt đầu. Nếu không đúng người, anh/chị báo ngay cho quản trị viên.`,
    en: (p: { person: string; unit: string }) =>
      `Your account is matched to *${p.person}*, ${p.unit}. Type \`/thidua\` to begin. If that is not you, please tell an administrator at once.`,
  },
  newsRefused: {
    vi: 'Quản trị viên chưa thêm được anh/chị vào danh sách dùng Thi Đua, vì:',
    en: 'An administrator could not add you to those who use Thi Đua, because:',
  },
});
