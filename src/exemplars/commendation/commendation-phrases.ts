import type {
  ProposalState,
  ProposedForm,
  SimplifiedGround,
} from '../../database/generated/enums.ts';
import { counted, phrasebook } from '../../kernel/language.ts';

const forms = {
  vi: { letter: 'Thư khen', certificate: 'Giấy khen', merit: 'Bằng khen' },
  en: {
    letter: 'Letter of praise',
    certificate: 'Commendation Letter',
    merit: 'Certificate of Merit',
  },
} satisfies Record<string, Record<ProposedForm, string>>;

const grounds = {
  vi: {
    outstanding: 'Thành tích xuất sắc đột xuất',
    head_discovered: 'Người đứng đầu phát hiện',
    political_task: 'Phục vụ nhiệm vụ chính trị',
  },
  en: {
    outstanding: 'Outstanding, unplanned merit',
    head_discovered: 'Discovered by the head',
    political_task: 'In service of a political task',
  },
} satisfies Record<string, Record<SimplifiedGround, string>>;

const states = {
  vi: { proposed: 'chờ thư ký', taken: 'thư ký đã tiếp nhận', declined: 'không tiếp nhận' },
  en: { proposed: 'waiting for the secretary', taken: 'taken in hand', declined: 'declined' },
} satisfies Record<string, Record<ProposalState, string>>;

/** Đề nghị khen thưởng theo thủ tục đơn giản, from an exemplar. */
export const commendationPhrases = phrasebook({
  form: { vi: (form: ProposedForm) => forms.vi[form], en: (form: ProposedForm) => forms.en[form] },
  ground: {
    vi: (ground: SimplifiedGround) => grounds.vi[ground],
    en: (ground: SimplifiedGround) => grounds.en[ground],
  },
  state: {
    vi: (state: ProposalState) => states.vi[state],
    en: (state: ProposalState) => states.en[state],
  },
  propose: { vi: 'Đề nghị khen thưởng', en: 'Propose a commendation' },
  title: { vi: 'Đề nghị khen thưởng', en: 'Propose' },
  about: {
    vi: (p: { number: string }) =>
      `Khen thưởng đột xuất theo thủ tục đơn giản, từ *${p.number}*. Hồ sơ 01 bộ: tờ trình và báo cáo tóm tắt thành tích (Nghị định 98/2023/NĐ-CP, Điều 40; điều tương ứng của Nghị định 152/2025/NĐ-CP chưa xác minh).`,
    en: (p: { number: string }) =>
      `A commendation by the simplified procedure, from *${p.number}*: one file with a letter and a summary of the merit (Nghị định 98/2023/NĐ-CP, Điều 40; the article of Nghị định 152/2025/NĐ-CP is not verified).`,
  },
  subject: { vi: 'Khen thưởng ai', en: 'For whom' },
  formLabel: { vi: 'Hình thức', en: 'Form' },
  groundLabel: { vi: 'Trường hợp', en: 'Ground' },
  summary: { vi: 'Báo cáo tóm tắt thành tích', en: 'Summary of the merit' },
  choose: { vi: 'Chọn một', en: 'Choose one' },
  send: { vi: 'Gửi đề nghị', en: 'Propose' },
  sent: {
    vi: ':white_check_mark: Đã ghi đề nghị; thư ký thi đua được báo.',
    en: ':white_check_mark: Recorded; the secretary is told.',
  },
  sentBefore: {
    vi: 'Hình thức này đã được đề nghị cho người (tập thể) này; không có gì thay đổi.',
    en: 'This form was proposed for them already; nothing was changed.',
  },

  cardText: {
    vi: (p: { form: string; name: string }) => `Đề nghị khen thưởng đột xuất: ${p.form}, ${p.name}`,
    en: (p: { form: string; name: string }) => `Commendation proposed: ${p.form}, ${p.name}`,
  },
  cardHeading: { vi: 'Đề nghị khen thưởng đột xuất', en: 'Commendation proposed' },
  line: {
    vi: (p: {
      form: string;
      name: string;
      unit: string;
      ground: string;
      number: string;
      by: string;
    }) => `*${p.form}* cho *${p.name}* (${p.unit})\n${p.ground} · từ ${p.number} · ${p.by} đề nghị`,
    en: (p: {
      form: string;
      name: string;
      unit: string;
      ground: string;
      number: string;
      by: string;
    }) =>
      `*${p.form}* for *${p.name}* (${p.unit})\n${p.ground} · from ${p.number} · proposed by ${p.by}`,
  },
  take: { vi: 'Tiếp nhận', en: 'Take in hand' },
  decline: { vi: 'Không tiếp nhận', en: 'Decline' },
  declineReason: { vi: 'Lý do', en: 'Reason' },
  declineHint: { vi: 'Người đề nghị đọc được lý do này.', en: 'The proposer reads this.' },
  declineSend: { vi: 'Gửi', en: 'Send' },
  settledLine: {
    vi: (p: { state: string; by: string; at: string }) => `*${p.state}* – ${p.by}, ${p.at}`,
    en: (p: { state: string; by: string; at: string }) => `*${p.state}* – ${p.by}, ${p.at}`,
  },
  settledBefore: {
    vi: 'Đề nghị này đã được trả lời từ trước; không có gì thay đổi.',
    en: 'This was answered already; nothing was changed.',
  },
  settledText: {
    vi: (p: { form: string; name: string; state: string }) =>
      `Đề nghị ${p.form} cho ${p.name}: ${p.state}`,
    en: (p: { form: string; name: string; state: string }) => `${p.form} for ${p.name}: ${p.state}`,
  },
  takenNext: {
    vi: 'Thư ký lập tờ trình và hồ sơ, trình cấp có thẩm quyền.',
    en: 'The secretary prepares the letter and the file for whoever decides.',
  },
  home: {
    vi: (p: { count: number }) => `*${p.count} đề nghị khen thưởng đột xuất chờ tiếp nhận*`,
    en: (p: { count: number }) => `*${counted(p.count, 'proposed commendation')} to take in hand*`,
  },

  // ── refusals ──
  mayNotPropose: {
    vi: 'Thủ trưởng hoặc thư ký thi đua của đơn vị đề nghị khen thưởng; không ai tự đề nghị cho mình.',
    en: 'The head or the secretary of the unit proposes; nobody for themselves.',
  },
  notEndorsed: {
    vi: 'Thủ trưởng đơn vị chưa xác nhận việc này nên chưa đề nghị khen thưởng được.',
    en: 'The head of the unit has not endorsed it yet.',
  },
  onlySecretary: {
    vi: 'Thư ký thi đua của đơn vị tiếp nhận đề nghị này; không ai tiếp nhận đề nghị cho mình.',
    en: 'The secretary of the unit takes this in hand; nobody their own.',
  },
});
