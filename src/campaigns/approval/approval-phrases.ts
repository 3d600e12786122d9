import { phrasebook } from '../../kernel/language.ts';

const names = (all: readonly string[]) => all.join(', ');

/** The words of submitting a plan, of deciding on it and of taking it back. */
export const approvalPhrases = phrasebook({
  submit: { vi: 'Trình duyệt', en: 'Submit' },
  submitTitle: { vi: 'Trình duyệt kế hoạch', en: 'Submit the plan' },
  submitConfirm: {
    vi: 'Thủ trưởng nhận toàn bộ bản xem trước để duyệt và phát động.',
    en: 'The head gets the whole preview, to approve and launch it.',
  },
  notYet: { vi: 'Chưa', en: 'Not yet' },
  submitted: {
    vi: (p: { heads: readonly string[] }) => `Đã trình ${names(p.heads)} duyệt.`,
    en: (p: { heads: readonly string[] }) => `Submitted to ${names(p.heads)}.`,
  },
  submittedBefore: {
    vi: (p: { heads: readonly string[] }) => `Kế hoạch này đang chờ ${names(p.heads)} duyệt.`,
    en: (p: { heads: readonly string[] }) => `This plan is with ${names(p.heads)} already.`,
  },
  recall: { vi: 'Thu hồi', en: 'Take back' },
  recallTitle: { vi: 'Thu hồi kế hoạch', en: 'Take the plan back' },
  recallConfirm: {
    vi: 'Kế hoạch trở lại bản nháp; muốn phát động thì trình duyệt lại.',
    en: 'It becomes a draft again and is to be submitted anew.',
  },
  keep: { vi: 'Giữ nguyên', en: 'Leave it' },
  recalled: {
    vi: 'Đã thu hồi. Kế hoạch là bản nháp, anh/chị sửa và trình lại khi sẵn sàng.',
    en: 'Taken back. The plan is a draft; change it and submit it again when it is ready.',
  },

  mayNotLaunch: {
    vi: (p: { names: readonly string[] }) =>
      `Phát động, sửa và hủy phong trào là việc của thủ trưởng hoặc người được giao theo quy định của đơn vị.${
        p.names.length > 0 ? ` Với đơn vị này: ${names(p.names)}.` : ''
      }`,
    en: (p: { names: readonly string[] }) =>
      `Launching, changing and withdrawing a campaign is for the head, or whoever the unit's rules name.${
        p.names.length > 0 ? ` For this unit: ${names(p.names)}.` : ''
      }`,
  },
  noHead: {
    vi: 'Đơn vị này và các cấp trên chưa có thủ trưởng trong danh sách. Anh/chị báo quản trị viên phân vai trò thủ trưởng.',
    en: 'Neither this unit nor any above has a head on the list. Please tell the administrator.',
  },
  submissionGone: {
    vi: 'Kế hoạch này không còn nữa; tác giả đã bỏ bản nháp.',
    en: 'This plan is gone; its author discarded it.',
  },
  readAgain: {
    vi: 'Kế hoạch hoặc chỉ tiêu đã thay đổi sau khi anh/chị xem bản này. Chưa có gì được duyệt; anh/chị xem lại bản mới nhất rồi quyết định.',
    en: 'The plan or its indicators changed after you read this. Nothing was approved; please read the newest and decide then.',
  },
  reasonMissing: {
    vi: 'Anh/chị ghi rõ điều cần sửa để tác giả sửa và trình lại.',
    en: 'Please say what is to be mended.',
  },

  // The card
  cardText: {
    vi: (p: { author: string; name: string }) => `${p.author} trình duyệt phong trào “${p.name}”`,
    en: (p: { author: string; name: string }) => `${p.author} submits the campaign “${p.name}”`,
  },
  cardIntro: {
    vi: 'Dưới đây là thông báo đúng như mọi người sẽ thấy, rồi đến kế hoạch tổ chức.',
    en: 'Below is the announcement as everybody will see it, then how it is organised.',
  },
  approve: { vi: 'Duyệt và phát động', en: 'Approve and launch' },
  approveTitle: { vi: 'Duyệt và phát động', en: 'Approve and launch' },
  approveNow: {
    vi: (p: { channels: string }) => `Thông báo được đăng ngay tại ${p.channels}.`,
    en: (p: { channels: string }) => `The announcement is posted at once in ${p.channels}.`,
  },
  approveAt: {
    vi: (p: { channels: string; at: string }) =>
      `Thông báo được đăng lúc ${p.at} tại ${p.channels}.`,
    en: (p: { channels: string; at: string }) =>
      `The announcement is posted at ${p.at} in ${p.channels}.`,
  },
  giveBack: { vi: 'Trả lại', en: 'Return' },
  giveBackTitle: { vi: 'Trả lại kế hoạch', en: 'Return the plan' },
  reason: { vi: 'Điều cần sửa', en: 'What is to be mended' },
  reasonPlaceholder: {
    vi: 'Mục tiêu chưa đo được; bổ sung tiêu chí cho tập thể',
    en: 'The objective cannot be measured; add criteria for collectives',
  },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  approvedNow: {
    vi: (p: { code: string; channels: string }) =>
      `Đã duyệt và phát động phong trào ${p.code}. Thông báo đang được đăng tại ${p.channels}.`,
    en: (p: { code: string; channels: string }) =>
      `The campaign ${p.code} is approved and launched. The announcement is going out in ${p.channels}.`,
  },
  approvedFor: {
    vi: (p: { at: string }) => `Đã duyệt. Phong trào được phát động lúc ${p.at}.`,
    en: (p: { at: string }) => `Approved. The campaign is launched at ${p.at}.`,
  },
  returned: {
    vi: (p: { author: string }) => `Đã trả lại kế hoạch cho ${p.author}.`,
    en: (p: { author: string }) => `The plan went back to ${p.author}.`,
  },

  // Home
  awaitedTitle: {
    vi: (p: { count: number }) => `Kế hoạch phong trào chờ anh/chị duyệt: ${p.count}`,
    en: (p: { count: number }) => `Plans of campaigns for you to approve: ${p.count}`,
  },
  awaitedLine: {
    vi: (p: { name: string; unit: string; author: string; at: string }) =>
      `• “${p.name}” · ${p.unit} · ${p.author} trình lúc ${p.at}`,
    en: (p: { name: string; unit: string; author: string; at: string }) =>
      `• “${p.name}” · ${p.unit} · submitted by ${p.author} at ${p.at}`,
  },
  awaitedHint: {
    vi: 'Bản xem trước và nút duyệt ở trong tin nhắn của Thi Đua.',
    en: 'The previews, with their buttons, are in the messages of Thi Đua.',
  },

  // What became of a submission, on the cards of the others and for its author
  outcome: {
    vi: {
      approved: (p: { by: string; at: string; name: string }) =>
        `${p.by} đã duyệt phong trào “${p.name}” lúc ${p.at}.`,
      returned: (p: { by: string; at: string; name: string }) =>
        `${p.by} đã trả lại kế hoạch phong trào “${p.name}” lúc ${p.at}.`,
      recalled: (p: { by: string; at: string; name: string }) =>
        `${p.by} đã thu hồi kế hoạch phong trào “${p.name}” lúc ${p.at}.`,
    },
    en: {
      approved: (p: { by: string; at: string; name: string }) =>
        `${p.by} approved the campaign “${p.name}” at ${p.at}.`,
      returned: (p: { by: string; at: string; name: string }) =>
        `${p.by} returned the plan of the campaign “${p.name}” at ${p.at}.`,
      recalled: (p: { by: string; at: string; name: string }) =>
        `${p.by} took the plan of the campaign “${p.name}” back at ${p.at}.`,
    },
  },
  toMend: { vi: 'Điều cần sửa', en: 'To be mended' },
  mendHint: {
    vi: 'Anh/chị sửa rồi trình lại từ bản xem trước, hoặc gõ `/phongtrao nháp`.',
    en: 'Change it and submit it again from the preview, or type `/phongtrao drafts`.',
  },
  nowOut: {
    vi: (p: { code: string }) => `Phong trào đã phát động với mã ${p.code}.`,
    en: (p: { code: string }) => `The campaign is out, with the code ${p.code}.`,
  },
  willBeOut: {
    vi: (p: { at: string }) => `Phong trào sẽ được phát động lúc ${p.at}.`,
    en: (p: { at: string }) => `The campaign will be launched at ${p.at}.`,
  },
  lapsed: {
    vi: (p: { name: string }) =>
      `Phong trào “${p.name}” không phát động được: đến giờ hẹn thì ngày kết thúc đã qua. Kế hoạch trở lại bản nháp; anh/chị sửa thời gian rồi trình lại.`,
    en: (p: { name: string }) =>
      `The campaign “${p.name}” could not be launched: its last day was over by then. It is a draft again; please change its dates and submit it anew.`,
  },
});
