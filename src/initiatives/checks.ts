import { Prisma } from '../database/generated/client.ts';
import type { Check } from '../kernel/check.ts';

// What must hold of every initiative beside the votes on it.

export const initiativeChecks: readonly Check[] = [
  {
    name: 'shares_whole',
    says: {
      vi: 'Tỷ lệ đóng góp của các tác giả mỗi sáng kiến cộng lại bằng 100%.',
      en: 'The shares of each initiative’s authors add to 100 per cent.',
    },
    broken: Prisma.sql`
      select 'initiative ' || number as what from initiative
      where 100 is distinct from (select sum(share) from initiative_author where initiative_id = initiative.id)
      order by 1`,
  },
  {
    name: 'in_the_vote',
    says: {
      vi: 'Sáng kiến ở trạng thái đang bỏ phiếu khi và chỉ khi có một cuộc bỏ phiếu đang mở.',
      en: 'An initiative is in the vote if and only if one ballot on it is open.',
    },
    broken: Prisma.sql`
      select 'initiative ' || number as what from initiative
      where (select count(*) from agenda_item join ballot on agenda_item_id = agenda_item.id
          where initiative_id = initiative.id and ballot.state = 'open')
        <> (case when state = 'voting' then 1 else 0 end)
      order by 1`,
  },
  {
    name: 'state_follows_result',
    says: {
      vi: 'Trạng thái sau bỏ phiếu của sáng kiến đúng với kết quả của cuộc bỏ phiếu có hiệu lực.',
      en: 'What became of an initiative after the vote is what its decisive ballot says.',
    },
    broken: Prisma.sql`
      select 'initiative ' || number as what from initiative
      left join lateral (
        select ballot.result, ballot.held from agenda_item join ballot on agenda_item_id = agenda_item.id
        where initiative_id = initiative.id and ballot.state = 'closed'
          and ballot.result in ('passed', 'not_passed') and ballot.annulment_id is null
        order by closed_at desc limit 1
      ) decisive on true
      where case when decisive.held then state <> 'voted' else case decisive.result
        when 'passed' then state not in ('passed', 'recognised', 'annulled')
        when 'not_passed' then state not in ('not_passed', 'refused')
        else state in ('voted', 'passed', 'recognised', 'annulled', 'not_passed', 'refused') end end
      order by 1`,
  },
  {
    name: 'decision_follows_result',
    says: {
      vi: 'Quyết định công nhận dựa trên cuộc bỏ phiếu đã thông qua chính sáng kiến đó; văn bản từ chối thì ngược lại.',
      en: 'A recognition rests on a ballot that passed this very initiative, a refusal on one that did not.',
    },
    broken: Prisma.sql`
      select 'initiative ' || initiative.number as what
      from initiative_decision as decision
      join initiative on initiative.id = decision.initiative_id
      left join ballot on ballot.id = decision.ballot_id
      left join agenda_item on agenda_item.id = ballot.agenda_item_id
      where agenda_item.initiative_id is distinct from decision.initiative_id
        or ballot.result::text is distinct from
          (case decision.kind when 'recognised' then 'passed' else 'not_passed' end)
      order by 1`,
  },
];
