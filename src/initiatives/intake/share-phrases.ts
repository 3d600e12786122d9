import { phrasebook } from '../../kernel/language.ts';

/** Authors confirm their shares. */
export const sharePhrases = phrasebook({
  cardTitle: { vi: 'Xác nhận tỷ lệ đóng góp', en: 'Confirm your share' },
  cardText: {
    vi: (p: { number: string; title: string; share: number }) =>
      `Anh/chị xác nhận tỷ lệ ${p.share}% ở sáng kiến ${p.number}: ${p.title}`,
    en: (p: { number: string; title: string; share: number }) =>
      `Please confirm your share of ${p.share}% in initiative ${p.number}: ${p.title}`,
  },
  asked: {
    vi: (p: { filedBy: string; share: number }) =>
      `${p.filedBy} nộp sáng kiến này và ghi anh/chị là đồng tác giả với tỷ lệ *${p.share}%*.`,
    en: (p: { filedBy: string; share: number }) =>
      `${p.filedBy} handed this initiative in and names you as an author with a share of *${p.share}%*.`,
  },
  shares: { vi: 'Tỷ lệ của các tác giả', en: 'All shares' },
  confirm: { vi: 'Xác nhận tỷ lệ', en: 'Confirm' },
  decline: { vi: 'Không đồng ý', en: 'Do not agree' },
  youConfirmed: {
    vi: (p: { at: string }) => `:white_check_mark: Anh/chị đã xác nhận lúc ${p.at}.`,
    en: (p: { at: string }) => `:white_check_mark: You confirmed at ${p.at}.`,
  },
  youDeclined: {
    vi: (p: { at: string }) =>
      `:x: Anh/chị không đồng ý lúc ${p.at}. Người nộp và thư ký đã được báo; nếu nay đồng ý, anh/chị bấm *Xác nhận tỷ lệ*.`,
    en: (p: { at: string }) =>
      `:x: You did not agree at ${p.at}. Whoever handed in and the secretary were told; if you agree by now, press *Confirm*.`,
  },
  over: {
    vi: 'Tỷ lệ này không còn cần xác nhận: hồ sơ đã được sửa hoặc đã xét xong.',
    en: 'This share needs no confirmation any more: the file was changed or is settled.',
  },

  dueTitle: { vi: 'Tỷ lệ đóng góp chờ xác nhận', en: 'Shares to confirm' },
  dueText: {
    vi: (p: { count: number }) => `Tỷ lệ đóng góp chờ anh/chị xác nhận: ${p.count}`,
    en: (p: { count: number }) => `Shares that wait for your answer: ${p.count}`,
  },
  dueMore: {
    vi: (p: { count: number }) =>
      `… và ${p.count} sáng kiến khác; xem các tin nhắn trước của Thi Đua.`,
    en: (p: { count: number }) => `… and ${p.count} more; see the earlier messages of Thi Đua.`,
  },

  declineTitle: { vi: 'Không đồng ý tỷ lệ', en: 'Do not agree' },
  declineReason: { vi: 'Lý do', en: 'Reason' },
  declineHint: {
    vi: 'Người nộp và thư ký đọc nguyên văn lý do này.',
    en: 'Whoever handed in and the secretary read it word for word.',
  },
  send: { vi: 'Gửi', en: 'Send' },
  close: { vi: 'Đóng', en: 'Close' },
  declinedTitle: { vi: 'Đồng tác giả không đồng ý tỷ lệ', en: 'An author does not agree' },
  declinedText: {
    vi: (p: { name: string; number: string; title: string; share: number }) =>
      `*${p.name}* không đồng ý với tỷ lệ *${p.share}%* ở sáng kiến *${p.number}* – ${p.title}`,
    en: (p: { name: string; number: string; title: string; share: number }) =>
      `*${p.name}* does not agree with a share of *${p.share}%* in initiative *${p.number}* – ${p.title}`,
  },
  declinedNext: {
    vi: 'Người nộp trao đổi lại với đồng tác giả. Muốn sửa tỷ lệ, thư ký trả lại hồ sơ để chỉnh sửa; tỷ lệ nào thay đổi thì được hỏi lại.',
    en: 'Whoever handed in talks with the author. To change shares, the secretary returns the file; whose share changes is asked again.',
  },

  mark: {
    vi: (p: { kind: 'confirmed' | 'declined' | 'awaited' | 'outside'; at: string }) =>
      ({
        confirmed: `đã xác nhận ${p.at}`,
        declined: `:warning: không đồng ý ${p.at}`,
        awaited: 'chờ xác nhận',
        outside: 'ngoài cơ quan, người nộp xác nhận',
      })[p.kind],
    en: (p: { kind: 'confirmed' | 'declined' | 'awaited' | 'outside'; at: string }) =>
      ({
        confirmed: `confirmed ${p.at}`,
        declined: `:warning: does not agree, ${p.at}`,
        awaited: 'not confirmed yet',
        outside: 'from outside, confirmed by whoever handed in',
      })[p.kind],
  },
  waiting: {
    vi: (p: { names: string }) => `:hourglass_flowing_sand: Chờ đồng tác giả xác nhận: ${p.names}`,
    en: (p: { names: string }) => `:hourglass_flowing_sand: Not confirmed by: ${p.names}`,
  },
  disagrees: {
    vi: (p: { name: string }) => `:warning: ${p.name} không đồng ý với tỷ lệ:`,
    en: (p: { name: string }) => `:warning: ${p.name} does not agree with the share:`,
  },

  // ── refusals ──
  declineNeedsReason: {
    vi: 'Anh/chị ghi lý do không đồng ý.',
    en: 'Please say why you do not agree.',
  },
  shareUnknown: {
    vi: 'Anh/chị không có tỷ lệ nào ở đây để xác nhận.',
    en: 'There is no share for you to confirm here.',
  },
  shareChanged: {
    vi: 'Tỷ lệ này đã được sửa. Anh/chị xem tin nhắn mới nhất của Thi Đua về sáng kiến này.',
    en: 'This share was changed. Please look at the newest message about this initiative.',
  },
  shareConfirmed: {
    vi: 'Anh/chị đã xác nhận tỷ lệ này. Nếu nay không đồng ý, anh/chị liên hệ thư ký thi đua để trả lại hồ sơ.',
    en: 'You have confirmed this share. If you do not agree any more, ask the secretary of emulation to return the file.',
  },
  sharesClosed: {
    vi: 'Sáng kiến đã xét xong hoặc không xét nữa nên không ghi nhận ý kiến về tỷ lệ.',
    en: 'The initiative is settled or considered no more, so answers to shares are not taken.',
  },
});
