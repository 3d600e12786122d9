import type { DecisionKind } from '../../database/generated/enums.ts';
import { phrasebook } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';

/** The form that records a decision on an initiative, and what it answers. */
export const decisionPhrases = phrasebook({
  decisionTitle: {
    vi: (kind: DecisionKind) =>
      kind === 'recognised' ? 'Quyết định công nhận' : 'Văn bản không công nhận',
    en: (kind: DecisionKind) => (kind === 'recognised' ? 'Decision to recognise' : 'Refusal'),
  },
  decisionFor: {
    vi: (p: { number: string; title: string }) => `Sáng kiến *${p.number}* – ${p.title}`,
    en: (p: { number: string; title: string }) => `Initiative *${p.number}* – ${p.title}`,
  },
  decisionNumber: {
    vi: (kind: DecisionKind) => (kind === 'recognised' ? 'Số quyết định' : 'Số văn bản'),
    en: (kind: DecisionKind) =>
      kind === 'recognised' ? 'Number of the decision' : 'Number of the document',
  },
  decisionNumberExample: {
    vi: (kind: DecisionKind) =>
      kind === 'recognised' ? 'Ví dụ: 123/QĐ-BHXH' : 'Ví dụ: 456/BHXH-TCCB',
    en: (kind: DecisionKind) =>
      kind === 'recognised' ? 'For example: 123/QĐ-BHXH' : 'For example: 456/BHXH-TCCB',
  },
  signatoryHint: { vi: 'Họ tên và chức vụ.', en: 'Name and office.' },
  reasonHint: {
    vi: 'Tác giả nhận được nguyên văn lý do này.',
    en: 'The authors read this reason word for word.',
  },
  record: {
    vi: (kind: DecisionKind) => (kind === 'recognised' ? 'Ghi quyết định' : 'Ghi văn bản từ chối'),
    en: (kind: DecisionKind) => (kind === 'recognised' ? 'Record' : 'Record the refusal'),
  },
  decisionRecorded: {
    vi: (p: { number: string; kind: DecisionKind; decision: string; decidedOn: Day }) =>
      `Đã ghi: ${p.number} ${p.kind === 'recognised' ? 'được công nhận theo quyết định' : 'không được công nhận theo văn bản'} số ${p.decision} ngày ${formatDay(p.decidedOn)}. Các tác giả được báo qua tin nhắn.`,
    en: (p: { number: string; kind: DecisionKind; decision: string; decidedOn: Day }) =>
      `Recorded: ${p.number} is ${p.kind === 'recognised' ? 'recognised by decision' : 'refused by document'} ${p.decision} of ${formatDay(p.decidedOn)}. The authors are told by message.`,
  },
  decisionStands: {
    vi: (p: { number: string; kind: DecisionKind; decision: string; decidedOn: Day }) =>
      `Đã có kết quả từ trước: ${p.number} ${p.kind === 'recognised' ? 'được công nhận theo quyết định' : 'không được công nhận theo văn bản'} số ${p.decision} ngày ${formatDay(p.decidedOn)}. Không có gì thay đổi.`,
    en: (p: { number: string; kind: DecisionKind; decision: string; decidedOn: Day }) =>
      `There is a decision already: ${p.number} is ${p.kind === 'recognised' ? 'recognised by decision' : 'refused by document'} ${p.decision} of ${formatDay(p.decidedOn)}. Nothing was changed.`,
  },
});
