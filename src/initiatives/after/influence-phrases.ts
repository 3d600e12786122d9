import type { InfluenceState, WorkLevel } from '../../database/generated/enums.ts';
import { phrasebook } from '../../kernel/language.ts';
import { formatVnd, formatWhole } from '../../kernel/numbers.ts';
import { type Day, formatDay } from '../../kernel/time.ts';

type About = { number: string; title: string; level: WorkLevel };

const LEVEL = {
  vi: {
    grassroots: 'cấp cơ sở',
    ministry: 'trong phạm vi bộ, ngành, tỉnh',
    national: 'trong phạm vi toàn quốc',
  },
  en: {
    grassroots: 'at the grassroots',
    ministry: 'in the ministry or province',
    national: 'in the whole country',
  },
} as const satisfies Record<'vi' | 'en', Record<WorkLevel, string>>;

/** Asking for the recognition of an initiative's influence above the grassroots. */
export const influencePhrases = phrasebook({
  propose: {
    vi: 'Đề nghị công nhận phạm vi ảnh hưởng',
    en: 'Ask for a level of influence',
  },
  proposeTitle: { vi: 'Phạm vi ảnh hưởng', en: 'Level of influence' },
  proposeSubmit: { vi: 'Đề nghị', en: 'Ask' },
  cancel: { vi: 'Để sau', en: 'Not now' },
  close: { vi: 'Đóng', en: 'Close' },
  about: {
    vi: (p: { number: string; title: string }) => `Sáng kiến *${p.number}* – ${p.title}`,
    en: (p: { number: string; title: string }) => `Initiative *${p.number}* – ${p.title}`,
  },
  levelLabel: { vi: 'Phạm vi đề nghị', en: 'Level' },
  levelOption: {
    vi: (level: 'ministry' | 'national') =>
      ({
        ministry: 'Bộ, ngành, tỉnh (điều kiện của CSTĐ bộ, ngành, tỉnh)',
        national: 'Toàn quốc (điều kiện của CSTĐ toàn quốc)',
      })[level],
    en: (level: 'ministry' | 'national') =>
      ({
        ministry: 'Ministry or province (for the title at that level)',
        national: 'Whole country (for the national title)',
      })[level],
  },
  influence: { vi: 'Phạm vi ảnh hưởng thể hiện ở đâu', en: 'What shows the influence' },
  influenceHint: {
    vi: 'Nơi áp dụng, ai áp dụng, hiệu quả. Không ghi phần cần bảo mật.',
    en: 'Where it is applied, by whom, with which effect. Leave confidential parts out.',
  },
  documents: { vi: 'Văn bản xác nhận của các đơn vị', en: 'Confirmations of the units' },
  documentsHint: { vi: 'Số, ngày của từng văn bản.', en: 'Number and date of each.' },
  addressee: { vi: 'Nơi được đề nghị', en: 'Addressed to' },
  addresseeHint: {
    vi: 'Phạm vi ảnh hưởng do người đứng đầu bộ, ban, ngành, tỉnh công nhận. Ví dụ: Bộ Tài chính.',
    en: 'The head of the ministry or province recognises it. For example: Bộ Tài chính.',
  },
  law: {
    vi: 'Căn cứ: Nghị định 152/2025/NĐ-CP Điều 12, Điều 33; Thông tư 15/2025 Điều 9. Pháp luật không quy định thời hạn cho việc này.',
    en: 'By Nghị định 152/2025/NĐ-CP Điều 12, Điều 33; Thông tư 15/2025 Điều 9. No law gives a time limit.',
  },
  figures: {
    vi: (p: { on: Day; units: number; reported: number; hours: bigint; dong: bigint }) =>
      `Số liệu đến ngày ${formatDay(p.on)}: *${p.units}* đơn vị khác đang áp dụng; ${p.reported === 0 ? 'chưa có đơn vị báo cáo hiệu quả' : `${p.reported} đơn vị báo cáo tiết kiệm *${formatWhole(p.hours)} giờ*, *${formatVnd(p.dong)}* (các đơn vị tự báo cáo)`}.`,
    en: (p: { on: Day; units: number; reported: number; hours: bigint; dong: bigint }) =>
      `As of ${formatDay(p.on)}: *${p.units}* other ${p.units === 1 ? 'unit applies' : 'units apply'} it; ${p.reported === 0 ? 'none has reported an effect' : `${p.reported} reported a saving of *${formatWhole(p.hours)} hours* and *${formatVnd(p.dong)}* (their own figures)`}.`,
  },
  figuresKept: {
    vi: 'Số liệu này được lưu cùng đề nghị.',
    en: 'These figures are kept with the request.',
  },
  unitsThen: {
    vi: (p: { names: readonly string[]; more: number }) =>
      `Các đơn vị: ${p.names.join('; ')}${p.more > 0 ? ` và ${p.more} đơn vị khác` : ''}`,
    en: (p: { names: readonly string[]; more: number }) =>
      `Units: ${p.names.join('; ')}${p.more > 0 ? ` and ${p.more} more` : ''}`,
  },
  proposed: {
    vi: ':white_check_mark: Đã ghi đề nghị. Thư ký thi đua nhận thẻ để lập tờ trình; các tác giả được báo từng bước.',
    en: ':white_check_mark: Recorded. The secretary of emulation gets a card; the authors are told of each step.',
  },
  proposedBefore: {
    vi: 'Đề nghị này đã được ghi từ trước; không có gì thay đổi.',
    en: 'This request was recorded already; nothing was changed.',
  },

  // ── a request ──
  heading: { vi: 'Đề nghị công nhận phạm vi ảnh hưởng', en: 'Requests for a level of influence' },
  state: {
    vi: (state: InfluenceState) =>
      ({
        proposed: 'Đã đề nghị, chờ tờ trình của đơn vị',
        sent: 'Đã gửi, chờ kết quả',
        recognised: 'Đã công nhận',
        not_recognised: 'Không công nhận',
        withdrawn: 'Đã rút',
      })[state],
    en: (state: InfluenceState) =>
      ({
        proposed: 'Asked for, waits for the unit’s letter',
        sent: 'Sent, waits for the answer',
        recognised: 'Recognised',
        not_recognised: 'Not recognised',
        withdrawn: 'Withdrawn',
      })[state],
  },
  line: {
    vi: (p: { level: WorkLevel; state: string }) => `*Công nhận ${LEVEL.vi[p.level]}*: ${p.state}`,
    en: (p: { level: WorkLevel; state: string }) =>
      `*Recognition ${LEVEL.en[p.level]}*: ${p.state}`,
  },
  recognisedThen: {
    vi: 'Đã công nhận trước đây; nay không còn hiệu lực vì công nhận cấp cơ sở đã bị hủy',
    en: 'Recognised before; no longer in force, as the recognition that it rests on was annulled',
  },
  stepProposed: {
    vi: (p: { by: string; on: string; addressee: string }) =>
      `• ${p.by} đề nghị lúc ${p.on}, gửi ${p.addressee}`,
    en: (p: { by: string; on: string; addressee: string }) =>
      `• ${p.by} asked at ${p.on}, addressed to ${p.addressee}`,
  },
  stepSent: {
    vi: (p: { number: string; on: Day }) => `• Tờ trình số *${p.number}* ngày ${formatDay(p.on)}`,
    en: (p: { number: string; on: Day }) => `• Letter *${p.number}* of ${formatDay(p.on)}`,
  },
  stepRecognised: {
    vi: (p: { number: string; on: Day; signatory: string }) =>
      `• Quyết định số *${p.number}* ngày ${formatDay(p.on)}, người ký: ${p.signatory}`,
    en: (p: { number: string; on: Day; signatory: string }) =>
      `• Decision *${p.number}* of ${formatDay(p.on)}, signed by ${p.signatory}`,
  },
  stepRefused: {
    vi: (p: { number: string; on: Day }) =>
      `• Văn bản trả lời số *${p.number}* ngày ${formatDay(p.on)}`,
    en: (p: { number: string; on: Day }) => `• Answer *${p.number}* of ${formatDay(p.on)}`,
  },
  reasonGiven: { vi: 'Lý do', en: 'Reason' },
  annulled: {
    vi: ':no_entry: Quyết định công nhận sáng kiến đã bị hủy.',
    en: ':no_entry: The recognition of the initiative was annulled.',
  },

  // ── the secretary's steps ──
  cardTitle: { vi: 'Đề nghị phạm vi ảnh hưởng', en: 'A level of influence is asked for' },
  cardText: {
    vi: (p: About) => `Đề nghị công nhận sáng kiến ${p.number} ${LEVEL.vi[p.level]}: ${p.title}`,
    en: (p: About) =>
      `Recognition of initiative ${p.number} is asked for ${LEVEL.en[p.level]}: ${p.title}`,
  },
  send: { vi: 'Ghi tờ trình đã gửi', en: 'Record the letter' },
  recognise: { vi: 'Ghi công nhận', en: 'Record recognition' },
  refuse: { vi: 'Ghi không công nhận', en: 'Record refusal' },
  withdraw: { vi: 'Rút đề nghị', en: 'Withdraw' },
  sendTitle: { vi: 'Tờ trình đã gửi', en: 'Letter sent' },
  recogniseTitle: { vi: 'Quyết định công nhận', en: 'Decision' },
  refuseTitle: { vi: 'Không công nhận', en: 'Refusal' },
  withdrawTitle: { vi: 'Rút đề nghị', en: 'Withdraw the request' },
  record: { vi: 'Ghi', en: 'Record' },
  dispatchNumber: { vi: 'Số tờ trình', en: 'Number of the letter' },
  dispatchExample: { vi: 'Ví dụ: 215/TTr-BHXH', en: 'For example: 215/TTr-BHXH' },
  dispatchedOn: { vi: 'Ngày tờ trình', en: 'Day of the letter' },
  decisionNumber: { vi: 'Số quyết định', en: 'Number of the decision' },
  answerNumber: { vi: 'Số văn bản trả lời', en: 'Number of the answer' },
  answeredOn: { vi: 'Ngày ký', en: 'Day of signing' },
  signatory: { vi: 'Người ký', en: 'Signed by' },
  signatoryHint: { vi: 'Họ tên và chức vụ.', en: 'Name and office.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Tác giả nhận được nguyên văn lý do này.',
    en: 'The authors read this word for word.',
  },
  moved: {
    vi: ':white_check_mark: Đã ghi; các tác giả được báo.',
    en: ':white_check_mark: Recorded; the authors are told.',
  },
  stands: {
    vi: 'Đề nghị đang ở trạng thái dưới đây; không có gì thay đổi.',
    en: 'The request stands as below; nothing was changed.',
  },
  newsTitle: {
    vi: (state: InfluenceState) =>
      ({
        proposed: 'Đã đề nghị công nhận phạm vi ảnh hưởng',
        sent: 'Đã gửi tờ trình phạm vi ảnh hưởng',
        recognised: 'Phạm vi ảnh hưởng được công nhận',
        not_recognised: 'Phạm vi ảnh hưởng không được công nhận',
        withdrawn: 'Đã rút đề nghị phạm vi ảnh hưởng',
      })[state],
    en: (state: InfluenceState) =>
      ({
        proposed: 'A level of influence is asked for',
        sent: 'The letter on the influence was sent',
        recognised: 'The influence is recognised',
        not_recognised: 'The influence is not recognised',
        withdrawn: 'The request was withdrawn',
      })[state],
  },
  home: {
    vi: (p: { count: number }) =>
      `*${p.count}* đề nghị công nhận phạm vi ảnh hưởng chờ tờ trình của đơn vị.`,
    en: (p: { count: number }) =>
      `*${p.count}* ${p.count === 1 ? 'request' : 'requests'} for a level of influence ${p.count === 1 ? 'waits' : 'wait'} for the unit’s letter.`,
  },
});
