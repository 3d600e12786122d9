import { sentFilePhrases } from '../../documents/sent-file-phrases.ts';
import { type Language, phrasebook } from '../../kernel/language.ts';
import { EVIDENCE_TYPES, type EvidenceProblem } from './evidence-rules.ts';

const TAKEN = EVIDENCE_TYPES.join(', ');

const own = {
  vi: {
    too_many: 'sáng kiến đã có 20 tệp minh chứng, nhiều nhất có thể nhận',
    closed: 'sáng kiến không nhận thêm minh chứng nữa',
  },
  en: {
    too_many: 'the initiative has 20 files, as many as are taken',
    closed: 'the initiative takes no more evidence',
  },
};

function reason(problem: EvidenceProblem, language: Language): string {
  if (problem === 'too_many' || problem === 'closed') return own[language][problem];
  return sentFilePhrases[language].problem({ problem, taken: EVIDENCE_TYPES });
}

function outcomeText(outcome: 'kept' | 'again' | EvidenceProblem, language: Language): string {
  const words = sentFilePhrases[language];
  if (outcome === 'kept') return words.kept;
  if (outcome === 'again') return words.keptOnce;
  return words.notTaken({ reason: reason(outcome, language) });
}

/** Files that show what an initiative tells. */
export const evidencePhrases = phrasebook({
  evidence: { vi: 'Tệp minh chứng', en: 'Evidence' },
  evidenceHint: {
    vi: `Tài liệu, ảnh: ${TAKEN}; mỗi tệp không quá 10 MB, mỗi lần không quá 5 tệp.`,
    en: `Documents and pictures: ${TAKEN}; up to 10 MB each, five at once.`,
  },
  councilOnlyLabel: { vi: 'Ai xem được các tệp này', en: 'Who can read these files' },
  councilOnly: {
    vi: 'Chỉ hội đồng sáng kiến và thư ký',
    en: 'Only the initiative council and the secretary',
  },
  councilOnlyHint: {
    vi: 'Không chọn: người xem được hồ sơ cũng xem được tệp.',
    en: 'Without the tick: whoever may read the file of the initiative.',
  },
  evidenceClosed: {
    vi: 'Sáng kiến đã đưa ra biểu quyết hoặc đã xét xong nên không nhận thêm minh chứng. Cần thêm, anh/chị liên hệ thư ký thi đua.',
    en: 'The initiative is being voted on or is settled, so no more evidence is taken. Please turn to the secretary of emulation.',
  },
  evidenceUnknown: {
    vi: 'Anh/chị không có tệp minh chứng này để xem.',
    en: 'There is no such file for you to read.',
  },

  more: { vi: 'Bổ sung minh chứng', en: 'Add evidence' },
  comment: {
    vi: (p: { number: string; sha256: string }) =>
      `Minh chứng của sáng kiến ${p.number}. Mã kiểm tra SHA-256: ${p.sha256}`,
    en: (p: { number: string; sha256: string }) =>
      `Evidence of initiative ${p.number}. SHA-256: ${p.sha256}`,
  },
  line: {
    vi: (p: { name: string; size: string; by: string; at: string; councilOnly: boolean }) =>
      `*${p.name}* · ${p.size}${p.councilOnly ? ' · :lock: chỉ hội đồng xem' : ''}\n${p.by}, ${p.at}`,
    en: (p: { name: string; size: string; by: string; at: string; councilOnly: boolean }) =>
      `*${p.name}* · ${p.size}${p.councilOnly ? ' · :lock: council only' : ''}\n${p.by}, ${p.at}`,
  },
  hidden: {
    vi: (p: { count: number }) =>
      `:lock: ${p.count} tệp chỉ hội đồng sáng kiến và thư ký xem được.`,
    en: (p: { count: number }) =>
      `:lock: ${p.count} ${p.count === 1 ? 'file' : 'files'} that only the initiative council and the secretary can read.`,
  },
  count: {
    vi: (p: { count: number }) => `:paperclip: ${p.count} tệp minh chứng`,
    en: (p: { count: number }) =>
      `:paperclip: ${p.count} ${p.count === 1 ? 'file' : 'files'} of evidence`,
  },

  checkedTitle: {
    vi: (p: { number: string }) => `Minh chứng của sáng kiến ${p.number}`,
    en: (p: { number: string }) => `Evidence of initiative ${p.number}`,
  },
  fileAt: {
    vi: (p: { place: number }) => `Tệp thứ ${p.place}`,
    en: (p: { place: number }) => `File ${p.place}`,
  },
  outcome: {
    vi: (outcome: 'kept' | 'again' | EvidenceProblem) => outcomeText(outcome, 'vi'),
    en: (outcome: 'kept' | 'again' | EvidenceProblem) => outcomeText(outcome, 'en'),
  },
  refusedHint: {
    vi: 'Gửi lại tệp chưa nhận: mở hồ sơ và bấm *Bổ sung minh chứng*.',
    en: 'To send again what was not taken: open the file and press *Add evidence*.',
  },
});
