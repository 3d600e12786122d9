import { refusing } from '../../kernel/errors.ts';
import { counted, phrasebook } from '../../kernel/language.ts';

/** The words of the clusters of a campaign. */
export const clusterPhrases = phrasebook({
  clusters: { vi: 'Cụm, khối thi đua', en: 'Clusters' },
  none: {
    vi: 'Phong trào chưa chia cụm, khối. Các đơn vị xếp hạng chung.',
    en: 'The campaign has no clusters. All units are ranked together.',
  },
  add: { vi: 'Thêm cụm, khối', en: 'Add a cluster' },
  change: { vi: 'Sửa', en: 'Change' },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  name: { vi: 'Tên cụm, khối', en: 'Name' },
  namePlaceholder: { vi: 'Cụm ven biển', en: 'Coast' },
  units: { vi: 'Đơn vị', en: 'Units' },
  leader: { vi: 'Trưởng cụm, khối', en: 'Leader' },
  leaderHint: {
    vi: 'Một đơn vị trong cụm, do các đơn vị bầu. Để trống khi chưa bầu.',
    en: 'One of its units, elected by them. Empty until it is elected.',
  },
  year: { vi: 'Bầu cho năm', en: 'Elected for the year' },
  remove: { vi: 'Giải thể', en: 'Dissolve' },
  removeThis: { vi: 'Giải thể cụm, khối này', en: 'Dissolve this cluster' },
  saved: { vi: 'Đã lưu cụm, khối.', en: 'The cluster was saved.' },
  removed: { vi: 'Đã giải thể cụm, khối.', en: 'The cluster was dissolved.' },
  nothingChanged: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  changed: {
    vi: 'Cụm, khối này vừa được người khác sửa. Anh/chị mở lại để xem bản mới.',
    en: 'Somebody else has just changed this cluster. Please open it again.',
  },
  tooMany: {
    vi: (p: { most: number }) => `Có tối đa ${p.most} cụm, khối.`,
    en: (p: { most: number }) => `There are ${p.most} clusters at most.`,
  },
  elsewhere: {
    vi: (p: { units: readonly { name: string; cluster: string }[] }) =>
      `Mỗi đơn vị thuộc một cụm, khối: ${p.units.map(({ name, cluster }) => `${name} đã thuộc ${cluster}`).join('; ')}.`,
    en: (p: { units: readonly { name: string; cluster: string }[] }) =>
      `A unit is in one cluster: ${p.units.map(({ name, cluster }) => `${name} is in ${cluster}`).join('; ')}.`,
  },
  problem: {
    vi: {
      taken: 'Đã có cụm, khối tên này.',
      too_few: 'Một cụm, khối có ít nhất hai đơn vị.',
      not_compared: 'Có đơn vị không còn trong danh sách. Anh/chị mở lại biểu mẫu.',
      no_member: 'Trưởng cụm, khối là một trong các đơn vị đã chọn.',
      missing: 'Anh/chị chọn trưởng cụm, khối, hoặc bỏ trống năm.',
      no_year: 'Anh/chị ghi năm bốn chữ số mà đơn vị được bầu làm trưởng.',
    },
    en: {
      taken: 'There is a cluster of this name.',
      too_few: 'A cluster has two units at least.',
      not_compared: 'A unit is not on the list any more. Please open the form again.',
      no_member: 'The leader is one of the units that are chosen.',
      missing: 'Please choose the leader, or leave the year empty.',
      no_year: 'Please write the year, four digits, for which the leader was elected.',
    },
  },
  heading: {
    vi: (p: { name: string; leader: string | null; year: number }) =>
      `*${p.name}*${p.leader === null ? '' : ` · trưởng: ${p.leader} (${p.year})`}`,
    en: (p: { name: string; leader: string | null; year: number }) =>
      `*${p.name}*${p.leader === null ? '' : ` · led by ${p.leader} (${p.year})`}`,
  },
  line: {
    vi: (p: { rank: number; tied: boolean; unit: string; total: string }) =>
      `*${p.rank}.* ${p.unit}: ${p.total} điểm${p.tied ? ' (đồng hạng)' : ''}`,
    en: (p: { rank: number; tied: boolean; unit: string; total: string }) =>
      `*${p.rank}.* ${p.unit}: ${p.total} points${p.tied ? ' (tied)' : ''}`,
  },
  unreported: {
    vi: (p: { unit: string }) => `– ${p.unit}: chưa báo cáo`,
    en: (p: { unit: string }) => `– ${p.unit}: not reported`,
  },
  more: {
    vi: (p: { count: number }) => `… và ${p.count} đơn vị nữa, trong tệp .xlsx.`,
    en: (p: { count: number }) => `… and ${counted(p.count, 'more unit')}, in the .xlsx file.`,
  },
});

/** A refusal in the words of clusters. */
export const clusterRefusal = refusing(clusterPhrases);
