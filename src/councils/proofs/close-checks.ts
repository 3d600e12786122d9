import { Prisma } from '../../database/generated/client.ts';
import type { Check } from '../../kernel/check.ts';
import { isDifferent, recount } from './recount.ts';

// What must hold of every closed ballot, of what followed from it, and of what the log says of it.

export const closeChecks: readonly Check[] = [
  {
    name: 'outcome_recounts',
    says: {
      vi: 'Kết quả đã lưu đúng với số phiếu kiểm lại.',
      en: 'The stored outcome is what a recount gives.',
    },
    async broken(tx) {
      const recounts = await recount(tx, null);
      return recounts.flatMap(({ ballotId, lines }) => {
        const different = lines.filter(isDifferent).map(({ of }) => of);
        return different.length > 0 ? [`ballot ${ballotId}: ${different.join(', ')}`] : [];
      });
    },
  },
  {
    name: 'closed_whole',
    says: {
      vi: 'Cuộc bỏ phiếu đã đóng có kết quả và giờ đóng, và khóa mở phiếu đã hủy; cuộc đang mở thì chưa.',
      en: 'A closed ballot has its outcome and time, and its private key is gone; an open one has neither.',
    },
    broken: Prisma.sql`
      select 'ballot ' || id as what from ballot
      where (state <> 'open' and wrapped_private_key is not null)
        or (state = 'closed' and (outcome is null or result is null or closed_at is null))
        or (state = 'open' and (outcome is not null or result is not null or closed_at is not null))
      order by 1`,
  },
  {
    name: 'voted_in_time',
    says: {
      vi: 'Không phiếu nào được ghi ngoài thời gian bỏ phiếu.',
      en: 'No vote was recorded before the opening or after the deadline.',
    },
    broken: Prisma.sql`
      select 'ballot ' || ballot.id || ', person ' || coalesce(actor_id::text, '?') as what
      from ballot join audit_event on subject_id = ballot.id and kind = 'council.vote_cast'
      where at > closes_at or at < opened_at
      union
      select 'ballot ' || ballot.id || ', person ' || person_id
      from ballot join open_vote on ballot_id = ballot.id
      where cast_at > closes_at or cast_at < opened_at
      order by 1`,
  },
  {
    name: 'openings_and_closes_audited',
    says: {
      vi: 'Nhật ký có đúng một lần mở của mỗi cuộc bỏ phiếu và một lần đóng của mỗi cuộc đã có kết quả.',
      en: 'The log has one opening of each ballot, and one close of each that has an outcome, with its result.',
    },
    broken: Prisma.sql`
      select 'ballot ' || ballot.id as what from ballot
      cross join lateral (
        select count(*) filter (where kind = 'council.ballot_opened') as openings,
          count(*) filter (where kind = 'council.ballot_closed') as closes,
          max(after ->> 'result') filter (where kind = 'council.ballot_closed') as result
        from audit_event where subject_id = ballot.id
      ) logged
      where openings <> 1 or closes <> (case when ballot.outcome is null then 0 else 1 end)
        or logged.result is distinct from ballot.outcome ->> 'result'
      order by 1`,
  },
  {
    name: 'votes_audited',
    says: {
      vi: 'Mỗi người đã bỏ phiếu có đúng một lần ghi trong nhật ký, và không ai khác có.',
      en: 'The log has one entry for each who voted, and none for anybody else.',
    },
    broken: Prisma.sql`
      select 'ballot ' || coalesce(turnout.ballot_id, logged.ballot_id)
        || ', person ' || coalesce(turnout.person_id::text, logged.person_id::text, '?') as what
      from turnout
      full join (
        select subject_id as ballot_id, actor_id as person_id, count(*) as times
        from audit_event where kind = 'council.vote_cast' group by 1, 2
      ) logged on logged.ballot_id = turnout.ballot_id and logged.person_id = turnout.person_id
      where logged.times is distinct from 1 or turnout.person_id is null order by 1`,
  },
  {
    name: 'held_until_released',
    says: {
      vi: 'Kết quả chỉ được giữ ở phiên họp giữ kết quả, và đã công bố thì không giữ nữa.',
      en: 'Results are held only where their sitting holds them, and not once they are released.',
    },
    broken: Prisma.sql`
      select 'ballot ' || ballot.id as what from ballot
      join agenda_item on agenda_item.id = ballot.agenda_item_id
      join sitting on sitting.id = agenda_item.sitting_id
      where ballot.held and (not sitting.holds_results or ballot.result = 'no_quorum')
        or not ballot.held and ballot.released_at is null and sitting.holds_results
          and ballot.result in ('passed', 'not_passed')
      order by 1`,
  },
  {
    name: 'signed_after_all',
    says: {
      vi: 'Sau khi đính kèm văn bản đã ký không có cuộc bỏ phiếu nào được mở, đóng hay hủy về nội dung ghi trong đó.',
      en: 'Once a signed paper is attached, no ballot that it tells of is opened, closed or annulled.',
    },
    broken: Prisma.sql`
      select 'signed_paper ' || paper.id || ', ballot ' || ballot.id as what
      from signed_paper as paper
      join agenda_item on agenda_item.sitting_id = paper.sitting_id and (paper.kind <> 'decision'
        or (agenda_item.item_key = paper.item_key and agenda_item.year is not distinct from paper.year))
      join ballot on ballot.agenda_item_id = agenda_item.id
      left join ballot_annulment as annulment on annulment.id = ballot.annulment_id
      where paper.taken_back_at is null and (ballot.state = 'open' or ballot.opened_at > paper.attached_at
        or ballot.closed_at > paper.attached_at or annulment.settled_at > paper.attached_at)
      order by 1`,
  },
  {
    name: 'one_decides',
    says: {
      vi: 'Mỗi nội dung có nhiều nhất một cuộc đang bỏ phiếu và một cuộc có hiệu lực.',
      en: 'An item has at most one open ballot, and one that decides.',
    },
    broken: Prisma.sql`
      select 'agenda_item ' || agenda_item_id as what from ballot
      group by agenda_item_id
      having count(*) filter (where state = 'open') > 1
        or count(*) filter (
          where state = 'closed' and annulment_id is null and result in ('passed', 'not_passed')) > 1
      order by 1`,
  },
];
