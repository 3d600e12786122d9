import type {
  ExemplarField,
  ExemplarKind,
  ExemplarSource,
  ExemplarState,
} from '../database/generated/enums.ts';
import { phrasebook } from '../kernel/language.ts';

const kinds = {
  vi: { good_deed: 'Người tốt, việc tốt', advanced_model: 'Điển hình tiên tiến' },
  en: { good_deed: 'Good deed', advanced_model: 'Advanced model' },
} satisfies Record<string, Record<ExemplarKind, string>>;

const sources = {
  vi: {
    colleague: 'Đồng nghiệp',
    citizen: 'Người dân, người tham gia',
    leader: 'Lãnh đạo phát hiện',
    inspection: 'Qua kiểm tra',
    press: 'Báo chí',
    other: 'Nguồn khác',
  },
  en: {
    colleague: 'A colleague',
    citizen: 'A citizen',
    leader: 'A leader',
    inspection: 'An inspection',
    press: 'The press',
    other: 'Another source',
  },
} satisfies Record<string, Record<ExemplarSource, string>>;

const fieldsOfWork = {
  vi: {
    collection: 'Thu, sổ, thẻ',
    benefits: 'Chế độ BHXH',
    health_insurance: 'Giám định BHYT',
    one_stop: 'Một cửa, phục vụ người dân',
    communication: 'Truyền thông, phát triển người tham gia',
    administration: 'Nội bộ, cải cách hành chính, CNTT',
    community: 'Nghĩa cử vì cộng đồng',
    other: 'Lĩnh vực khác',
  },
  en: {
    collection: 'Collection, books and cards',
    benefits: 'Insurance benefits',
    health_insurance: 'Health insurance review',
    one_stop: 'One-stop service',
    communication: 'Communication, new participants',
    administration: 'Administration, reform, IT',
    community: 'For the community',
    other: 'Another field',
  },
} satisfies Record<string, Record<ExemplarField, string>>;

const states = {
  vi: {
    waiting: 'chờ xác nhận và biên tập',
    published: 'đã đăng',
    declined: 'không đăng',
    withdrawn: 'đã gỡ',
  },
  en: {
    waiting: 'waiting for answers and editing',
    published: 'published',
    declined: 'not published',
    withdrawn: 'withdrawn',
  },
} satisfies Record<string, Record<ExemplarState, string>>;

/** What is said in several parts of this domain. */
export const phrases = phrasebook({
  kind: { vi: (kind: ExemplarKind) => kinds.vi[kind], en: (kind: ExemplarKind) => kinds.en[kind] },
  source: {
    vi: (source: ExemplarSource) => sources.vi[source],
    en: (source: ExemplarSource) => sources.en[source],
  },
  field: {
    vi: (field: ExemplarField) => fieldsOfWork.vi[field],
    en: (field: ExemplarField) => fieldsOfWork.en[field],
  },
  state: {
    vi: (state: ExemplarState) => states.vi[state],
    en: (state: ExemplarState) => states.en[state],
  },
  day: {
    vi: (p: { from: string }) => `ngày ${p.from}`,
    en: (p: { from: string }) => `on ${p.from}`,
  },
  since: {
    vi: (p: { from: string }) => `từ ngày ${p.from}`,
    en: (p: { from: string }) => `since ${p.from}`,
  },
  period: {
    vi: (p: { from: string; to: string }) => `từ ngày ${p.from} đến ngày ${p.to}`,
    en: (p: { from: string; to: string }) => `from ${p.from} to ${p.to}`,
  },
  close: { vi: 'Đóng', en: 'Close' },
  back: { vi: 'Quay lại', en: 'Back' },
  notNow: { vi: 'Để sau', en: 'Not now' },
  view: { vi: 'Xem', en: 'View' },
  reason: { vi: 'Lý do', en: 'Reason' },

  // ── refusals ──
  unknown: {
    vi: 'Không có bài tuyên dương này, hoặc bài chưa đăng nên anh/chị chưa xem được.',
    en: 'There is no such praise, or it is not published yet.',
  },
  changedMeanwhile: {
    vi: 'Bài vừa được thay đổi. Anh/chị mở lại để xem nội dung mới nhất.',
    en: 'It was changed meanwhile. Please open it again.',
  },
  reasonMissing: { vi: 'Anh/chị ghi rõ lý do.', en: 'Please give the reason.' },
});
