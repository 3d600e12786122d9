import { refusing } from '../../kernel/errors.ts';
import { phrasebook } from '../../kernel/language.ts';

const names = (all: readonly string[]) => all.join(', ');

/** Clusters that an agency keeps for a year. What they share with those of a campaign is in `clusterPhrases`. */
export const yearClusterPhrases = phrasebook({
  heading: {
    vi: (p: { organiser: string; year: number }) =>
      `*${p.organiser}* · cụm, khối thi đua năm ${p.year}`,
    en: (p: { organiser: string; year: number }) => `*${p.organiser}* · clusters of ${p.year}`,
  },
  intro: {
    vi: 'Các phong trào của năm lấy cụm, khối từ đây.',
    en: 'Campaigns of the year take their clusters from here.',
  },
  none: {
    vi: (p: { year: number }) => `Chưa có cụm, khối thi đua năm ${p.year}.`,
    en: (p: { year: number }) => `There are no clusters of ${p.year} yet.`,
  },
  cluster: {
    vi: (p: { name: string; leader: string | null; units: string; more: number }) =>
      `*${p.name}*${p.leader === null ? ' · chưa bầu trưởng' : ` · trưởng: ${p.leader}`}\n${p.units}${p.more > 0 ? `; và ${p.more} đơn vị nữa` : ''}`,
    en: (p: { name: string; leader: string | null; units: string; more: number }) =>
      `*${p.name}*${p.leader === null ? ' · no leader yet' : ` · led by ${p.leader}`}\n${p.units}${p.more > 0 ? `; and ${p.more} more` : ''}`,
  },
  year: { vi: (year: number) => `Năm ${year}`, en: (year: number) => `${year}` },
  leader: {
    vi: (year: number) => `Trưởng cụm, khối năm ${year}`,
    en: (year: number) => `Leader in ${year}`,
  },
  nowhere: {
    vi: (p: { year: number }) =>
      `Chưa có cụm, khối thi đua năm ${p.year}. Thủ trưởng hoặc thư ký thi đua của cơ quan có các đơn vị trực thuộc lập cụm, khối.`,
    en: (p: { year: number }) =>
      `There are no clusters of ${p.year}. The head or the secretary of an agency with subordinate units sets them.`,
  },
  mayNotSet: {
    vi: (p: { names: readonly string[] }) =>
      `Thủ trưởng hoặc thư ký thi đua lập cụm, khối của năm.${p.names.length > 0 ? ` Với cơ quan này: ${names(p.names)}.` : ''}`,
    en: (p: { names: readonly string[] }) =>
      `The head or the secretary sets the clusters of a year.${p.names.length > 0 ? ` For this agency: ${names(p.names)}.` : ''}`,
  },
  yearOver: {
    vi: 'Cụm, khối được lập, sửa cho năm nay và năm sau; cụm, khối của năm khác chỉ xem.',
    en: 'Clusters are set for this year and the next; those of other years are read only.',
  },

  take: {
    vi: (year: number) => `Lấy theo cụm, khối năm ${year}`,
    en: (year: number) => `Take the clusters of ${year}`,
  },
  taken: {
    vi: (p: { names: readonly string[]; year: number }) =>
      `Đã lấy ${p.names.length} cụm, khối năm ${p.year}: ${names(p.names)}.`,
    en: (p: { names: readonly string[]; year: number }) =>
      `Took ${p.names.length} ${p.names.length === 1 ? 'cluster' : 'clusters'} of ${p.year}: ${names(p.names)}.`,
  },
  takenNone: {
    vi: (p: { year: number }) =>
      `Không có cụm, khối năm ${p.year} nào để lấy thêm: phong trào đã có, hoặc trong phạm vi chưa đủ hai đơn vị.`,
    en: (p: { year: number }) =>
      `No cluster of ${p.year} is left to take: the campaign has them, or fewer than two of their units take part.`,
  },
});

/** A refusal in the words of the clusters of a year. */
export const yearClusterRefusal = refusing(yearClusterPhrases);
