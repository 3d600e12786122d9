import type { ExemplarConsent } from '../../database/generated/enums.ts';
import { phrasebook } from '../../kernel/language.ts';

const consents = {
  vi: {
    internal: ':white_check_mark: Anh/chị đã đồng ý công bố trong cơ quan',
    public: ':white_check_mark: Anh/chị đã đồng ý công bố trong cơ quan và trên báo chí',
    refused: ':no_entry: Anh/chị không đồng ý công bố',
  },
  en: {
    internal: ':white_check_mark: You agreed to be named within the agency',
    public: ':white_check_mark: You agreed to be named within the agency and in the press',
    refused: ':no_entry: You did not agree to be named',
  },
} satisfies Record<string, Record<ExemplarConsent, string>>;

/** Consent of those who are praised, endorsement of their heads. */
export const answerPhrases = phrasebook({
  // ── consent ──
  consentText: {
    vi: (p: { number: string }) => `Anh/chị được đề nghị tuyên dương (${p.number})`,
    en: (p: { number: string }) => `You were put forward for praise (${p.number})`,
  },
  consentHeading: { vi: 'Anh/chị được đề nghị tuyên dương', en: 'You were put forward for praise' },
  consentBy: {
    vi: (p: { by: string; day: string; place: string }) =>
      `*${p.by}* kể về việc của anh/chị (${p.day}, ${p.place}):`,
    en: (p: { by: string; day: string; place: string }) =>
      `*${p.by}* tells of what you did (${p.day}, ${p.place}):`,
  },
  consentAsk: {
    vi: 'Anh/chị có đồng ý để bộ phận truyền thông biên tập và công bố kèm tên anh/chị không? Chưa đồng ý thì không đăng tên. Đổi ý lúc nào cũng được; bài đã đăng sẽ được gỡ.',
    en: 'May communications edit and publish this with your name? Without your consent your name is not published. You may change your mind at any time; a post is then taken down.',
  },
  agreeInternal: { vi: 'Đồng ý, trong cơ quan', en: 'Yes, in the agency' },
  agreePublic: { vi: 'Đồng ý, cả báo chí', en: 'Yes, the press too' },
  refuse: { vi: 'Không đồng ý', en: 'No' },
  takeBack: { vi: 'Rút đồng ý', en: 'Withdraw consent' },
  refuseTitle: { vi: 'Không công bố tên?', en: 'Leave your name out?' },
  refuseConfirm: {
    vi: 'Tên anh/chị sẽ không được đăng; bài đã đăng được gỡ khỏi các kênh.',
    en: 'Your name will not be published; a post that is out is taken down.',
  },
  yes: { vi: 'Xác nhận', en: 'Confirm' },
  no: { vi: 'Để sau', en: 'Not now' },
  consentIs: {
    vi: (p: { consent: ExemplarConsent; at: string }) => `${consents.vi[p.consent]} lúc ${p.at}.`,
    en: (p: { consent: ExemplarConsent; at: string }) => `${consents.en[p.consent]} at ${p.at}.`,
  },
  consentClosed: {
    vi: (p: { state: string }) => `Bài tuyên dương này hiện ${p.state}.`,
    en: (p: { state: string }) => `This praise is now ${p.state}.`,
  },
  consentUnknown: {
    vi: 'Chỉ người được tuyên dương trả lời về việc công bố tên của mình.',
    en: 'Only the person who is praised answers for their name.',
  },
  closedAlready: {
    vi: 'Bài tuyên dương này đã khép lại nên không đổi câu trả lời được nữa.',
    en: 'This praise is closed; the answer cannot be changed any more.',
  },

  // ── endorsement ──
  endorseText: {
    vi: (p: { names: string }) => `Đề nghị thủ trưởng xác nhận việc tốt của ${p.names}`,
    en: (p: { names: string }) => `Please endorse the praise of ${p.names}`,
  },
  endorseHeading: { vi: 'Xác nhận gương tốt của đơn vị', en: 'Praise to endorse' },
  endorseBy: {
    vi: (p: { by: string; names: string; unit: string; day: string; place: string }) =>
      `*${p.by}* đề nghị tuyên dương *${p.names}* (${p.unit}).\n${p.day}, ${p.place}:`,
    en: (p: { by: string; names: string; unit: string; day: string; place: string }) =>
      `*${p.by}* puts *${p.names}* (${p.unit}) forward for praise.\n${p.day}, ${p.place}:`,
  },
  result: { vi: 'Kết quả', en: 'Result' },
  endorse: { vi: 'Xác nhận', en: 'Endorse' },
  notEndorse: { vi: 'Không xác nhận', en: 'Do not endorse' },
  notEndorseTitle: { vi: 'Không xác nhận', en: 'Do not endorse' },
  notEndorseReason: { vi: 'Lý do không xác nhận', en: 'Why not' },
  notEndorseHint: {
    vi: 'Người đề nghị và người được tuyên dương đọc được lý do này.',
    en: 'Those who reported it and those who are praised read this.',
  },
  notEndorsedReasonMissing: {
    vi: 'Anh/chị ghi rõ lý do để người đề nghị được biết.',
    en: 'Please give the reason; whoever reported it reads it.',
  },
  send: { vi: 'Gửi', en: 'Send' },
  endorsedLine: {
    vi: (p: { by: string; at: string }) => `:white_check_mark: ${p.by} đã xác nhận lúc ${p.at}.`,
    en: (p: { by: string; at: string }) => `:white_check_mark: Endorsed by ${p.by} at ${p.at}.`,
  },
  notEndorsedLine: {
    vi: (p: { by: string; at: string }) => `:no_entry: ${p.by} không xác nhận lúc ${p.at}. Lý do:`,
    en: (p: { by: string; at: string }) => `:no_entry: Not endorsed by ${p.by} at ${p.at}. Reason:`,
  },
  notEndorser: {
    vi: 'Việc này do thủ trưởng đơn vị của người được tuyên dương xác nhận; không ai tự xác nhận cho mình.',
    en: 'The head of the unit of whoever is praised endorses this; nobody does so for themselves.',
  },
  answeredBefore: {
    vi: 'Đã có câu trả lời từ trước; không có gì thay đổi.',
    en: 'This was answered already; nothing was changed.',
  },

  // ── home ──
  homeAsked: {
    vi: (p: { consents: number; endorsements: number }) =>
      [
        ...(p.consents > 0 ? [`*${p.consents}* bài tuyên dương chờ anh/chị đồng ý công bố`] : []),
        ...(p.endorsements > 0 ? [`*${p.endorsements}* gương tốt chờ anh/chị xác nhận`] : []),
      ].join('; '),
    en: (p: { consents: number; endorsements: number }) =>
      [
        ...(p.consents > 0 ? [`*${p.consents}* waiting for your consent`] : []),
        ...(p.endorsements > 0 ? [`*${p.endorsements}* waiting for your endorsement`] : []),
      ].join('; '),
  },
});
