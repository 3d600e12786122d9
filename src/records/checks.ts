import { Prisma } from '../database/generated/client.ts';
import type { Check } from '../kernel/check.ts';

export const recordsChecks: readonly Check[] = [
  {
    name: 'awards_as_decided',
    says: {
      vi: 'Danh hiệu ghi theo quyết định đã ký có đúng số, ngày, người ký của quyết định; quyết định đã thu hồi không còn danh hiệu nào.',
      en: 'What is recorded by a signed decision has its number, day and signatory; one that was taken back gives nothing.',
    },
    broken: Prisma.sql`
      select 'award ' || award.id as what from award join signed_paper as paper on paper.id = award.signed_paper_id
      where award.annulled_at is null and (paper.taken_back_at is not null or award.decision_number <> paper.number
        or award.decided_on <> paper.signed_on or award.signatory <> paper.signatory
        or award.title <> paper.item_key or award.year <> paper.year)
      order by 1`,
  },
];
