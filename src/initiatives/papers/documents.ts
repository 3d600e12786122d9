import type { FormRefusalGround } from '../../database/generated/enums.ts';
import { type AdministrativeContent, buildAdministrative } from '../../documents/administrative.ts';
import { placeAndDate } from '../../documents/dates.ts';
import { fileNamePart } from '../../documents/file-name.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import type { InitiativeFile } from '../file-queries.ts';
import { readParticipants } from '../intake/people-lines.ts';
import { phrases } from '../phrases.ts';
import type { RecognisingUnit } from '../recognising-unit.ts';
import type { Deadline } from '../rules.ts';
import { workflowPhrases } from '../workflow/workflow-phrases.ts';
import type { DocumentName } from './document-names.ts';
import { bornText, detailsOf, looseDetails } from './people-rows.ts';

// The papers of an initiative, in the words of their official forms, which are Vietnamese.

/** What a paper is made from: the file, and what only the agency knows. */
export interface DocumentContent {
  file: InitiativeFile;
  /** Whether its reader may read the confidential part. */
  confidential: boolean;
  /** Whose papers they are: the body that decides. */
  recognising: RecognisingUnit;
  /** When and by whom the form was found in order, and by when it is decided; null before. */
  accepted: { on: Day; by: string; decision: Deadline } | null;
  /** When and why it was not taken in; null when it was. */
  formRefused: { on: Day; ground: FormRefusalGround | null; reason: string } | null;
  on: Day;
}

const say = phrases.vi;

/** @throws Error when the initiative has no such paper yet */
export function initiativeDocument(name: DocumentName, content: DocumentContent): Promise<Buffer> {
  return buildAdministrative(DRAW[name](content));
}

/** don-yeu-cau-sk-2026-0001.docx */
export function documentFileName(name: DocumentName, { number }: { number: string }): string {
  return `${fileNamePart(TITLES[name].toLowerCase())}-${fileNamePart(number)}.docx`;
}

const TITLES: Record<DocumentName, string> = {
  request: 'ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN',
  receipt: 'GIẤY BIÊN NHẬN',
  certificate: 'GIẤY CHỨNG NHẬN SÁNG KIẾN',
  answer: 'THÔNG BÁO',
  form_refusal: 'THÔNG BÁO KHÔNG TIẾP NHẬN',
};

const DRAW: Record<DocumentName, (content: DocumentContent) => AdministrativeContent> = {
  request,
  receipt,
  certificate,
  answer,
  form_refusal: formRefusal,
};

/** Đơn yêu cầu công nhận sáng kiến (Thông tư 18/2013/TT-BKHCN, Phụ lục I). */
function request(content: DocumentContent): AdministrativeContent {
  const { file, confidential, recognising, on } = content;
  const field = (label: string, text: string | null): Part[] =>
    text === null ? [] : [{ kind: 'field', label, text }];
  return {
    ...letterhead(content),
    placeAndDate: placeAndDate(on),
    title: TITLES.request,
    abstract: file.number,
    addressee: file.addressee ?? recognising.name,
    parts: [
      paragraph('Tôi (chúng tôi) ghi tên dưới đây:'),
      authorTable(file),
      paragraph(
        `là tác giả (nhóm tác giả) đề nghị xét công nhận sáng kiến: ${file.title} (${say.kind(file.kind)}).`,
      ),
      ...field('Thông tin thêm về tác giả:', looseDetails(file)),
      ...field('Chủ đầu tư tạo ra sáng kiến:', file.investor),
      ...field('Lĩnh vực áp dụng và vấn đề được giải quyết:', file.field),
      ...field(
        'Ngày áp dụng lần đầu hoặc áp dụng thử:',
        `${formatDay(file.firstAppliedOn)}${file.filedLate ? ' (nộp quá 01 năm kể từ ngày này)' : ''}`,
      ),
      ...field('Tình trạng trước khi có sáng kiến:', file.priorState),
      ...field('Mô tả bản chất của sáng kiến:', file.essence),
      ...field(
        'Những thông tin cần được bảo mật:',
        file.confidential === null || confidential
          ? file.confidential
          : 'Có, chỉ hội đồng sáng kiến và thư ký được đọc.',
      ),
      ...field('Các điều kiện cần thiết để áp dụng:', file.conditions),
      ...field('Lợi ích thu được theo ý kiến của tác giả:', file.benefits),
      ...field(
        'Lợi ích thu được theo ý kiến của tổ chức, cá nhân đã áp dụng:',
        file.benefitsByUsers,
      ),
      ...participantsParts(file),
      paragraph(
        'Tôi (chúng tôi) cam đoan mọi thông tin trong đơn là trung thực, đúng sự thật và chịu trách nhiệm trước pháp luật.',
      ),
    ],
    signatures: [{ office: 'Người nộp đơn', name: file.filedByName }],
  };
}

/** Giấy biên nhận (Thông tư 18/2013/TT-BKHCN, Phụ lục II). */
function receipt(content: DocumentContent): AdministrativeContent {
  const { file, recognising, accepted } = content;
  if (accepted === null) throw new Error('no receipt before the form was found in order');
  return {
    ...letterhead(content),
    number: '',
    placeAndDate: placeAndDate(accepted.on),
    title: TITLES.receipt,
    abstract: 'Đơn yêu cầu công nhận sáng kiến',
    parts: [
      paragraph(`${recognising.name} đã nhận đơn yêu cầu công nhận sáng kiến:`),
      facts([
        ['Số tiếp nhận', file.number],
        ['Tên sáng kiến', file.title],
        ['Người nộp đơn', file.filedByName],
        ['Ngày tiếp nhận', formatDay(accepted.on)],
        ['Thời hạn xét công nhận', `chậm nhất ngày ${formatDay(accepted.decision.by)}`],
        ['Căn cứ', accepted.decision.source],
      ]),
      authorTable(file),
      paragraph(
        'Người tiếp nhận và hội đồng giữ bí mật những thông tin mà tác giả yêu cầu bảo mật.',
      ),
    ],
    signatures: [
      { office: 'Người nộp đơn', name: file.filedByName },
      { office: 'Người tiếp nhận', name: accepted.by },
    ],
  };
}

/** Giấy chứng nhận sáng kiến, to be printed and signed by whoever signed the decision. */
function certificate(content: DocumentContent): AdministrativeContent {
  const { file, recognising } = content;
  const { decision } = file;
  if (decision?.kind !== 'recognised') throw new Error('no certificate without a recognition');
  return {
    ...letterhead(content),
    number: '',
    placeAndDate: placeAndDate(decision.decidedOn),
    title: TITLES.certificate,
    abstract: file.title,
    parts: [
      paragraph(`${recognising.name} chứng nhận sáng kiến: ${file.title}.`),
      facts([
        ['Số tiếp nhận', file.number],
        ['Loại giải pháp', say.kind(file.kind)],
        ['Chủ đầu tư tạo ra sáng kiến', file.investor ?? 'Tác giả (đồng thời là chủ đầu tư)'],
        ['Quyết định công nhận', `số ${decision.number} ngày ${formatDay(decision.decidedOn)}`],
        ['Người ký quyết định', decision.signatory],
      ]),
      paragraph('Của tác giả (nhóm tác giả):'),
      authorTable(file),
      { kind: 'field', label: 'Tóm tắt nội dung sáng kiến:', text: file.essence },
      { kind: 'field', label: 'Lợi ích có thể thu được do áp dụng:', text: file.benefits },
    ],
    signatures: [signatureOf(decision.signatory)],
    recipients: ['Tác giả', 'Lưu: VT, TĐKT'],
  };
}

/** The answer in writing to a request that is not recognised (Nghị định 13/2012/NĐ-CP Điều 7). */
function answer(content: DocumentContent): AdministrativeContent {
  const { file, recognising } = content;
  const { decision } = file;
  if (decision?.kind !== 'refused') throw new Error('no answer without a refusal');
  return {
    ...letterhead(content),
    number: decision.number,
    placeAndDate: placeAndDate(decision.decidedOn),
    title: TITLES.answer,
    abstract: 'Về việc không công nhận sáng kiến',
    addressee: authorNames(file),
    parts: [
      paragraph(
        `${recognising.name} đã xét đơn yêu cầu công nhận sáng kiến số ${file.number}, tên sáng kiến: ${file.title}.`,
      ),
      paragraph(
        `Theo kết quả xét của hội đồng sáng kiến, ${recognising.name} không công nhận sáng kiến nêu trên.`,
      ),
      { kind: 'field', label: 'Lý do:', text: decision.reason ?? '' },
    ],
    signatures: [signatureOf(decision.signatory)],
    recipients: ['Như trên', 'Lưu: VT, TĐKT'],
  };
}

/** The answer to a request whose form was refused (Nghị định 13/2012/NĐ-CP Điều 6); number and signature are left open. */
function formRefusal(content: DocumentContent): AdministrativeContent {
  const { file, recognising, formRefused } = content;
  if (formRefused === null) throw new Error('no such answer to what was taken in');
  const { on, ground, reason } = formRefused;
  const words = workflowPhrases.vi;
  return {
    ...letterhead(content),
    number: '',
    placeAndDate: placeAndDate(on),
    title: TITLES.form_refusal,
    abstract: 'Đơn yêu cầu công nhận sáng kiến',
    addressee: authorNames(file),
    parts: [
      paragraph(
        `${recognising.name} đã kiểm tra đơn yêu cầu công nhận sáng kiến số ${file.number}, tên sáng kiến: ${file.title}, và không tiếp nhận đơn.`,
      ),
      ...(ground === null
        ? []
        : [paragraph(`Căn cứ: ${words.ground(ground)} (${words.groundCitation}).`)]),
      { kind: 'field', label: 'Lý do:', text: reason },
    ],
    signatures: [{ office: LEADER, name: '' }],
    recipients: ['Như trên', 'Lưu: VT, TĐKT'],
  };
}

const LEADER = 'Thủ trưởng đơn vị';

/** "Lê Quang Hùng, Giám đốc", as it was recorded, is a name and an office; without a comma it is a name. */
function signatureOf(signatory: string): { office: string; name: string } {
  const [name = '', ...office] = signatory.split(',');
  return { office: office.join(',').trim() || LEADER, name: name.trim() };
}

function authorNames({ authors }: InitiativeFile): string {
  return authors.map(({ name }) => name).join(', ');
}

/** Those who took part in the first application, as a table; what fits no table as it was written. */
function participantsParts({ participants }: InitiativeFile): Part[] {
  if (participants === null) return [];
  const label = 'Những người đã tham gia tổ chức áp dụng sáng kiến lần đầu:';
  const read = readParticipants(participants);
  if (!read.ok) return [{ kind: 'field', label, text: participants }];
  return [
    paragraph(label),
    {
      kind: 'table',
      columns: [
        { header: 'STT', percent: 6 },
        { header: 'Họ và tên', percent: 24 },
        { header: 'Nơi công tác', percent: 22 },
        { header: 'Chức danh', percent: 18 },
        { header: 'Nội dung công việc hỗ trợ', percent: 30 },
      ],
      rows: read.lines.map(({ name, workplace, position, support }, index) => [
        String(index + 1),
        name,
        workplace,
        position,
        support,
      ]),
    },
  ];
}

type Part = AdministrativeContent['parts'][number];

function letterhead({ recognising }: DocumentContent) {
  return { superior: recognising.superiorName, issuer: recognising.name };
}

function paragraph(text: string): Part {
  return { kind: 'paragraph', text };
}

function facts(rows: readonly (readonly [label: string, value: string])[]): Part {
  return { kind: 'facts', rows };
}

/** The day of birth and the qualification are left to be written in by hand where the request does not tell them. */
function authorTable(file: InitiativeFile): Part {
  const details = detailsOf(file);
  return {
    kind: 'table',
    columns: [
      { header: 'STT', percent: 6 },
      { header: 'Họ và tên', percent: 24 },
      { header: 'Ngày tháng năm sinh', percent: 13 },
      { header: 'Nơi công tác', percent: 22 },
      { header: 'Chức danh', percent: 15 },
      { header: 'Trình độ chuyên môn', percent: 10 },
      { header: 'Tỷ lệ (%) đóng góp', percent: 10 },
    ],
    rows: file.authors.map(({ name, workplace, position, share }, index) => [
      String(index + 1),
      name,
      bornText(details[index]),
      workplace ?? '',
      position ?? '',
      details[index]?.qualification ?? '',
      String(share),
    ]),
  };
}
