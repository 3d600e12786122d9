import { phrasebook } from '../../kernel/language.ts';
import type { ChangeVerdict, TargetsProblem } from './pledge-rules.ts';

/** The words of pledges: the form, one's own, what waits for a head, and refusals. */
export const pledgePhrases = phrasebook({
  // The form
  joinTitle: { vi: 'Hưởng ứng phong trào', en: 'Join the campaign' },
  joinFor: { vi: 'Hưởng ứng cho', en: 'Join for' },
  joinSelf: { vi: 'Cá nhân tôi', en: 'Myself' },
  targets: { vi: 'Chỉ tiêu giao ước', en: 'What is pledged' },
  targetsUnit: {
    vi: 'Ghi chỉ tiêu có con số. Ví dụ: vận động mới 50 người tham gia BHXH tự nguyện.',
    en: 'Targets with numbers, such as: 50 new voluntary members.',
  },
  targetsPerson: {
    vi: 'Không bắt buộc. Thủ trưởng đơn vị xác nhận đăng ký của anh/chị.',
    en: 'Not required. The head of your unit confirms what you pledge.',
  },
  targetsBoth: {
    vi: 'Tập thể phải ghi chỉ tiêu có con số; cá nhân không bắt buộc.',
    en: 'Required of a unit, with numbers; not of a person.',
  },
  changeUntil: {
    vi: (p: { day: string }) =>
      `Sửa được đến hết ngày ${p.day} nếu chưa xác nhận; rút được, kèm lý do, trước khi phong trào kết thúc.`,
    en: (p: { day: string }) =>
      `It can be changed until ${p.day} if not confirmed, and taken back with a reason before the end.`,
  },
  join: { vi: 'Hưởng ứng', en: 'Join' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  done: { vi: 'Xong', en: 'Done' },

  // What came of it
  waitsFor: {
    vi: (p: { names: string }) => `Đăng ký chờ ${p.names} xác nhận.`,
    en: (p: { names: string }) => `It waits for ${p.names} to confirm it.`,
  },

  // One's own
  ownTitle: { vi: 'Đăng ký của tôi', en: 'My pledges' },
  ownSelf: { vi: 'Cá nhân anh/chị', en: 'You' },
  noTargets: { vi: 'Không ghi chỉ tiêu', en: 'No targets given' },
  standing: {
    vi: {
      waiting: 'Chờ xác nhận',
      confirmed: 'Đã xác nhận',
      returned: 'Bị trả lại',
      withdrawn: 'Đã rút',
    },
    en: {
      waiting: 'To be confirmed',
      confirmed: 'Confirmed',
      returned: 'Returned',
      withdrawn: 'Withdrawn',
    },
  },
  settledBy: {
    vi: (p: { name: string; at: string }) => `${p.name}, ${p.at}`,
    en: (p: { name: string; at: string }) => `${p.name}, ${p.at}`,
  },
  reasonIs: {
    vi: (p: { reason: string }) => `Lý do: ${p.reason}`,
    en: (p: { reason: string }) => `Reason: ${p.reason}`,
  },
  change: { vi: 'Sửa chỉ tiêu', en: 'Change' },
  withdraw: { vi: 'Rút đăng ký', en: 'Take back' },
  changeTitle: { vi: 'Sửa giao ước', en: 'Change a pledge' },
  save: { vi: 'Lưu', en: 'Save' },
  changed: { vi: 'Đã lưu chỉ tiêu giao ước mới.', en: 'The new targets are kept.' },
  changedWaits: {
    vi: 'Đã lưu. Đăng ký chờ thủ trưởng xác nhận.',
    en: 'Kept. It waits for the head to confirm it.',
  },
  withdrawTitle: { vi: 'Rút đăng ký', en: 'Take a pledge back' },
  reason: { vi: 'Lý do', en: 'Reason' },
  withdrawIntro: {
    vi: (p: { day: string }) => `Sau ngày ${p.day} thì không đăng ký lại được.`,
    en: (p: { day: string }) => `After ${p.day} it cannot be made again.`,
  },
  withdrawn: { vi: 'Đã rút đăng ký.', en: 'The pledge was taken back.' },

  // For heads
  waitingTitle: { vi: 'Đăng ký chờ xác nhận', en: 'Pledges to confirm' },
  waitingText: {
    vi: (p: { count: number }) => `${p.count} đăng ký thi đua chờ anh/chị xác nhận`,
    en: (p: { count: number }) =>
      p.count === 1 ? '1 pledge waits for you' : `${p.count} pledges wait for you`,
  },
  waitingNone: {
    vi: 'Không còn đăng ký nào chờ anh/chị xác nhận.',
    en: 'No pledge waits for you any more.',
  },
  waitingMore: {
    vi: (p: { count: number }) => `Và ${p.count} đăng ký khác: bấm *Mở danh sách*.`,
    en: (p: { count: number }) => `And ${p.count} more: press *Open the list*.`,
  },
  confirmAll: {
    vi: (p: { count: number }) => `Xác nhận cả ${p.count}`,
    en: (p: { count: number }) => `Confirm all ${p.count}`,
  },
  confirmOne: { vi: 'Xác nhận', en: 'Confirm' },
  openList: { vi: 'Mở danh sách', en: 'Open the list' },
  giveBack: { vi: 'Trả lại', en: 'Return' },
  returnTitle: { vi: 'Trả lại đăng ký', en: 'Return a pledge' },
  returnReason: { vi: 'Điều cần sửa', en: 'What is to be mended' },
  returned: {
    vi: (p: { name: string }) => `Đã trả lại đăng ký của ${p.name}.`,
    en: (p: { name: string }) => `The pledge of ${p.name} was returned.`,
  },
  confirmed: {
    vi: (p: { count: number }) => `Đã xác nhận ${p.count} đăng ký.`,
    en: (p: { count: number }) =>
      p.count === 1 ? '1 pledge is confirmed.' : `${p.count} pledges are confirmed.`,
  },
  leftAsIs: {
    vi: (p: { names: string }) =>
      `Giữ nguyên, vì đã sửa, đã rút hoặc đã có người quyết định: ${p.names}.`,
    en: (p: { names: string }) =>
      `Left as they are, for they were changed, taken back or decided meanwhile: ${p.names}.`,
  },
  returnedNews: {
    vi: (p: { head: string; code: string; name: string }) =>
      `${p.head} trả lại đăng ký của anh/chị trong phong trào ${p.code} “${p.name}”.`,
    en: (p: { head: string; code: string; name: string }) =>
      `${p.head} returned your pledge in the campaign ${p.code} “${p.name}”.`,
  },
  mend: { vi: 'Sửa và gửi lại', en: 'Mend and send again' },

  // Refusals
  notAddressed: {
    vi: (p: { code: string; units: string[]; own: string; contact: string }) =>
      `Phong trào ${p.code} phát động cho ${p.units.join(', ')}; ${p.own} không thuộc phạm vi này nên chưa có gì thay đổi. Nếu đơn vị muốn tham gia, anh/chị liên hệ đầu mối: ${p.contact}.`,
    en: (p: { code: string; units: string[]; own: string; contact: string }) =>
      `The campaign ${p.code} is for ${p.units.join(', ')}; ${p.own} is not among them, so nothing was done. If your unit would like to join, please ask ${p.contact}.`,
  },
  targetsProblem: {
    vi: (p: { problem: TargetsProblem; most: number }) =>
      ({
        missing: 'Tập thể đăng ký phải có chỉ tiêu. Anh/chị ghi chỉ tiêu kèm con số.',
        no_number: 'Chỉ tiêu của tập thể phải có con số, ví dụ: 50 người, 98%.',
        too_long: `Chỉ tiêu dài quá ${p.most} ký tự. Anh/chị rút gọn.`,
      })[p.problem],
    en: (p: { problem: TargetsProblem; most: number }) =>
      ({
        missing: 'A unit pledges targets. Please write them, with a number.',
        no_number: 'Targets of a unit need a number, such as 50 persons or 98%.',
        too_long: `This is longer than ${p.most} characters.`,
      })[p.problem],
  },
  chooseJoiner: { vi: 'Anh/chị chọn hưởng ứng cho ai.', en: 'Please choose for whom.' },
  reasonMissing: { vi: 'Anh/chị ghi lý do.', en: 'Please give a reason.' },
  gone: { vi: 'Đăng ký này không còn nữa.', en: 'This pledge is gone.' },
  notYours: {
    vi: 'Chỉ người đăng ký, hoặc thủ trưởng của tập thể đăng ký, được sửa và rút.',
    en: 'Only whose pledge it is, or the head of the unit, may change it or take it back.',
  },
  notChangeable: {
    vi: (p: { verdict: Exclude<ChangeVerdict, 'may'>; day: string; head: string }) =>
      ({
        confirmed: `${p.head} đã xác nhận nên chỉ tiêu giữ nguyên. Anh/chị có thể *Rút đăng ký* kèm lý do.`,
        too_late: `Chỉ tiêu sửa được đến hết ngày ${p.day}. Chưa có gì thay đổi.`,
        withdrawn: 'Đăng ký này đã rút.',
      })[p.verdict],
    en: (p: { verdict: Exclude<ChangeVerdict, 'may'>; day: string; head: string }) =>
      ({
        confirmed: `${p.head} has confirmed it, so it stays. You can take it back with a reason.`,
        too_late: `It could be changed until ${p.day}. Nothing was changed.`,
        withdrawn: 'This pledge was taken back.',
      })[p.verdict],
  },
  changedMeanwhile: {
    vi: 'Đăng ký đã thay đổi sau khi anh/chị mở. Chưa có gì thay đổi; anh/chị mở lại để xem bản mới.',
    en: 'The pledge changed after you opened this. Nothing was done; please open it again.',
  },
  withdrawnAlready: { vi: 'Đăng ký này đã rút.', en: 'This pledge was taken back already.' },
  withdrawnFinally: {
    vi: (p: { day: string }) =>
      `Đăng ký này đã rút, và hạn đăng ký lại là ngày ${p.day}. Chưa có gì thay đổi.`,
    en: (p: { day: string }) =>
      `This pledge was taken back, and could be made again until ${p.day}. Nothing was changed.`,
  },
  mayNotConfirm: {
    vi: 'Chỉ thủ trưởng đơn vị của người đăng ký, hoặc cấp trên, được xác nhận; không ai tự xác nhận cho mình.',
    en: 'Only the head of where they work, or of a unit above, may confirm; nobody confirms their own.',
  },
  mayNotList: {
    vi: 'Danh sách dành cho đơn vị phát động, đầu mối và thủ trưởng các đơn vị trong phạm vi.',
    en: 'The list is for those who launched it, its contact and the heads of the units addressed.',
  },
  settledAlready: {
    vi: 'Đăng ký này đã rút hoặc đã có người quyết định. Chưa có gì thay đổi.',
    en: 'This pledge was taken back or decided already. Nothing was changed.',
  },
});

export type PledgeWords = (typeof pledgePhrases)['vi'];
