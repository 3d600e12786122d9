import { phrasebook } from '../../kernel/language.ts';

type Initiative = { number: string; title: string };
type Settled = {
  number: string;
  name: string;
  when: string;
  how: 'confirmed' | 'declined' | 'withdrawn';
};

/** Withdrawal, merger and annulment. */
export const endingPhrases = phrasebook({
  later: { vi: 'Để sau', en: 'Not now' },
  close: { vi: 'Đóng', en: 'Close' },
  about: {
    vi: (p: Initiative) => `*${p.number}* – ${p.title}`,
    en: (p: Initiative) => `*${p.number}* – ${p.title}`,
  },
  reasonOptional: { vi: 'Lý do', en: 'Reason' },
  reasonGiven: { vi: 'Lý do:', en: 'Reason:' },

  // ── withdrawal ──
  withdraw: { vi: 'Rút sáng kiến', en: 'Withdraw' },
  withdrawTitle: { vi: 'Rút sáng kiến?', en: 'Withdraw it?' },
  withdrawWarning: {
    vi: 'Sáng kiến không được xét nữa và không khôi phục được; muốn xét lại thì nộp mới, số mới. Mọi tác giả và thư ký được báo.',
    en: 'It is not considered any more and cannot be restored; to have it considered, hand it in anew under a new number. All authors and the secretary are told.',
  },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
  withdrawnDone: {
    vi: (p: { number: string }) => `Đã rút ${p.number}. Các tác giả và thư ký được báo.`,
    en: (p: { number: string }) =>
      `${p.number} is withdrawn. Its authors and the secretary are told.`,
  },
  withdrawnTitle: { vi: 'Sáng kiến đã rút', en: 'Initiative withdrawn' },
  withdrawnBy: {
    vi: (p: { name: string }) => `*${p.name}* đã rút sáng kiến này; sáng kiến không được xét nữa.`,
    en: (p: { name: string }) => `*${p.name}* withdrew it; it is not considered any more.`,
  },

  // ── merger ──
  merge: { vi: 'Gộp vào sáng kiến khác', en: 'Merge into another one' },
  mergeTitle: { vi: 'Gộp sáng kiến', en: 'Merge initiatives' },
  mergeWarning: {
    vi: 'Sáng kiến này dừng lại và được xét cùng sáng kiến anh/chị ghi dưới đây. Tác giả của cả hai được báo. Tác giả của sáng kiến này *không* tự động thành tác giả của sáng kiến kia: sau khi gộp, anh/chị trả lại sáng kiến kia để các tác giả thống nhất tên và tỷ lệ.',
    en: 'This one stops and is considered with the one that you name below. The authors of both are told. Its authors do *not* become authors of the other by themselves: afterwards return the other one, so that names and shares are agreed.',
  },
  otherNumber: { vi: 'Số của sáng kiến được giữ lại', en: 'Number of the one that goes on' },
  mergeSubmit: { vi: 'Gộp', en: 'Merge' },
  mergedDone: {
    vi: (p: { merged: string; survivor: string; happened: boolean }) =>
      `${p.happened ? 'Đã gộp' : 'Đã gộp từ trước:'} ${p.merged} vào ${p.survivor}. Tác giả của cả hai được báo.`,
    en: (p: { merged: string; survivor: string; happened: boolean }) =>
      `${p.merged} ${p.happened ? 'is now' : 'was already'} merged into ${p.survivor}. The authors of both are told.`,
  },
  agreeShares: {
    vi: (p: { survivor: string }) =>
      `:warning: Tác giả của sáng kiến được gộp chưa có tên trong ${p.survivor}. Anh/chị gõ \`/sangkien ${p.survivor}\` và trả lại ${p.survivor} để các tác giả thống nhất tên và tỷ lệ đóng góp.`,
    en: (p: { survivor: string }) =>
      `:warning: The authors of the merged one are not among those of ${p.survivor}. Type \`/sangkien ${p.survivor}\` and return it, so that names and shares are agreed.`,
  },
  mergedTitle: { vi: 'Sáng kiến được gộp', en: 'Initiative merged' },
  mergedBy: {
    vi: (p: { name: string; other: string }) =>
      `*${p.name}* đã gộp sáng kiến này vào ${p.other}, vì trùng nội dung. Việc ghi tên và tỷ lệ đóng góp do các tác giả thống nhất; thư ký trả lại ${p.other} để bổ sung.`,
    en: (p: { name: string; other: string }) =>
      `*${p.name}* merged it into ${p.other}, for both say the same. Names and shares are for the authors to agree; the secretary returns ${p.other} for that.`,
  },
  absorbedTitle: { vi: 'Có sáng kiến được gộp vào', en: 'An initiative was merged into yours' },
  absorbedBy: {
    vi: (p: { name: string; other: string }) =>
      `*${p.name}* đã gộp ${p.other} vào sáng kiến này, vì trùng nội dung. Tác giả và tỷ lệ của sáng kiến này chưa thay đổi.`,
    en: (p: { name: string; other: string }) =>
      `*${p.name}* merged ${p.other} into it, for both say the same. Its authors and shares are unchanged so far.`,
  },
  outcomeTitle: {
    vi: 'Kết quả của sáng kiến được gộp vào',
    en: 'Outcome of the one yours was merged into',
  },
  outcomeText: {
    vi: (p: { own: string; other: string; state: string }) =>
      `Sáng kiến *${p.own}* của anh/chị đã được gộp vào ${p.other}. Kết quả: *${p.state}*.`,
    en: (p: { own: string; other: string; state: string }) =>
      `Your initiative *${p.own}* was merged into ${p.other}. Outcome: *${p.state}*.`,
  },
  authorsMissing: {
    vi: (p: { merged: string; names: readonly string[] }) =>
      `:warning: ${p.merged} đã gộp vào đây nhưng tác giả chưa có tên: ${p.names.join(', ')}. Cần trả lại để các tác giả thống nhất tên và tỷ lệ đóng góp trước khi xét, công nhận.`,
    en: (p: { merged: string; names: readonly string[] }) =>
      `:warning: ${p.merged} was merged into it, but of its authors these are not named: ${p.names.join(', ')}. Return it, so that names and shares are agreed before it is considered or recognised.`,
  },
  viewOther: {
    vi: (p: { number: string }) => `Xem ${p.number}`,
    en: (p: { number: string }) => `View ${p.number}`,
  },
  goesOnIn: {
    vi: (p: { other: string }) => `:arrow_right: Được gộp vào ${p.other}`,
    en: (p: { other: string }) => `:arrow_right: Merged into ${p.other}`,
  },
  tookIn: {
    vi: (p: { others: string }) => `:arrow_left: Đã gộp vào đây: ${p.others}`,
    en: (p: { others: string }) => `:arrow_left: Merged into it: ${p.others}`,
  },

  // ── annulment ──
  annul: { vi: 'Đề nghị hủy công nhận', en: 'Propose annulment' },
  annulTitle: { vi: 'Hủy công nhận', en: 'Annul a recognition' },
  annulWarning: {
    vi: 'Đề nghị có hiệu lực khi người thứ hai (thủ trưởng hoặc thư ký của đơn vị hay cấp trên) xác nhận. Khi đó sáng kiến không còn được tính cho danh hiệu nào và các tác giả được báo lý do, các đơn vị đang áp dụng được báo. Anh/chị rút được đề nghị khi chưa ai xác nhận.',
    en: 'It takes effect when a second person, a head or secretary of the unit or above, confirms. Then the initiative counts for no title any more, its authors are told the reason, and the units that apply it are told. You can take the proposal back until somebody confirms.',
  },
  annulReason: { vi: 'Lý do hủy công nhận', en: 'Reason of the annulment' },
  annulSubmit: { vi: 'Gửi đề nghị', en: 'Propose' },
  proposedDone: {
    vi: (p: { number: string; asked: number; happened: boolean }) =>
      p.happened
        ? `Đã gửi đề nghị hủy công nhận ${p.number}. ${p.asked > 0 ? `${p.asked} người được mời xác nhận; một người xác nhận là đủ.` : 'Chưa có thủ trưởng hay thư ký nào khác để xác nhận: quản trị viên giao vai trò, người đó thấy đề nghị ở Trang chủ.'}`
        : `Đã có một đề nghị hủy công nhận ${p.number} đang chờ xác nhận. Không có gì thay đổi.`,
    en: (p: { number: string; asked: number; happened: boolean }) =>
      p.happened
        ? `The annulment of ${p.number} is proposed. ${p.asked > 0 ? `${p.asked} asked to confirm; one is enough.` : 'There is no other head or secretary to confirm: once an administrator grants the role, they find it on their Home.'}`
        : `A proposal to annul ${p.number} waits already. Nothing was changed.`,
  },
  usedFor: {
    vi: (p: { uses: readonly string[] }) =>
      `:warning: Đã dùng xét danh hiệu, khen thưởng: ${p.uses.join('; ')}. Hủy công nhận không tự thu hồi danh hiệu; cần xem xét riêng.`,
    en: (p: { uses: readonly string[] }) =>
      `:warning: Counted for awards: ${p.uses.join('; ')}. The annulment takes no award back by itself; that is to be considered apart.`,
  },
  notUsed: {
    vi: 'Chưa ghi nhận dùng cho danh hiệu, khen thưởng nào.',
    en: 'No award is on record that it was counted for.',
  },
  appliedBy: {
    vi: (p: { units: readonly string[] }) => `Đơn vị đang áp dụng: ${p.units.join('; ')}`,
    en: (p: { units: readonly string[] }) => `Applied by: ${p.units.join('; ')}`,
  },
  notApplied: {
    vi: 'Chưa có đơn vị khác ghi nhận áp dụng.',
    en: 'No other unit has recorded that it applies it.',
  },
  withdrawProposal: { vi: 'Rút đề nghị hủy', en: 'Take the proposal back' },
  withdrawProposalTitle: { vi: 'Rút đề nghị hủy?', en: 'Take it back?' },
  withdrawProposalText: {
    vi: 'Công nhận giữ nguyên; người được mời xác nhận thấy đề nghị đã rút.',
    en: 'The recognition stays; those who were asked to confirm see that it was taken back.',
  },
  toSettleTitle: { vi: 'Đề nghị hủy công nhận sáng kiến', en: 'Annulment proposed' },
  proposedBy: {
    vi: (p: { name: string; when: string }) => `*${p.name}* đề nghị hủy công nhận lúc ${p.when}:`,
    en: (p: { name: string; when: string }) => `*${p.name}* proposes the annulment, at ${p.when}:`,
  },
  confirm: { vi: 'Xác nhận hủy', en: 'Confirm annulment' },
  confirmTitle: { vi: 'Hủy công nhận?', en: 'Annul it?' },
  confirmText: {
    vi: (p: { number: string }) =>
      `${p.number} không còn được tính cho danh hiệu nào; các tác giả được báo lý do. Không khôi phục được.`,
    en: (p: { number: string }) =>
      `${p.number} will count for no title any more; its authors are told the reason. It cannot be restored.`,
  },
  decline: { vi: 'Không đồng ý', en: 'Decline' },
  declineTitle: { vi: 'Không đồng ý hủy', en: 'Decline the annulment' },
  declineReason: { vi: 'Lý do không đồng ý', en: 'Why not' },
  settled: {
    vi: (p: Settled) =>
      ({
        confirmed: `${p.number}: đã hủy công nhận, ${p.name} xác nhận lúc ${p.when}.`,
        declined: `${p.number}: giữ nguyên công nhận, ${p.name} không đồng ý hủy lúc ${p.when}.`,
        withdrawn: `${p.number}: giữ nguyên công nhận, ${p.name} rút đề nghị hủy lúc ${p.when}.`,
      })[p.how],
    en: (p: Settled) =>
      ({
        confirmed: `${p.number}: recognition annulled, confirmed by ${p.name} at ${p.when}.`,
        declined: `${p.number}: recognition stands, ${p.name} declined at ${p.when}.`,
        withdrawn: `${p.number}: recognition stands, ${p.name} took the proposal back at ${p.when}.`,
      })[p.how],
  },
  annulledTitle: { vi: 'Hủy công nhận sáng kiến', en: 'Recognition annulled' },
  annulledText: {
    vi: 'Quyết định công nhận sáng kiến này không còn giá trị; sáng kiến không được tính khi xét danh hiệu.',
    en: 'The recognition of this initiative is no longer in force; it does not count for titles.',
  },
  waitingOnHome: {
    vi: (p: { number: string; title: string; name: string }) =>
      `*${p.name}* đề nghị hủy công nhận *${p.number}* – ${p.title}`,
    en: (p: { number: string; title: string; name: string }) =>
      `*${p.name}* proposes to annul *${p.number}* – ${p.title}`,
  },
  review: { vi: 'Xem đề nghị', en: 'Look at it' },
  proposalWaits: {
    vi: 'Có đề nghị hủy công nhận đang chờ người thứ hai xác nhận.',
    en: 'A proposal to annul it waits for a second person.',
  },
});
