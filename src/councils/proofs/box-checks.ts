import { Prisma } from '../../database/generated/client.ts';
import type { Check } from '../../kernel/check.ts';

// What must hold of the votes in every box, open and secret, before and after the count.

export const boxChecks: readonly Check[] = [
  {
    name: 'open_votes',
    says: {
      vi: 'Trong bỏ phiếu công khai, mỗi người đã bỏ phiếu có đúng một phiếu.',
      en: 'In an open ballot everyone who voted has one vote stored, and nobody else.',
    },
    broken: Prisma.sql`
      select 'ballot ' || ballot.id || ', person ' || coalesce(turnout.person_id, open_vote.person_id) as what
      from turnout
      full join open_vote using (ballot_id, person_id)
      join ballot on ballot.id = ballot_id
      where method = 'open' and (turnout.person_id is null or open_vote.person_id is null) order by 1`,
  },
  {
    name: 'papers_in_box',
    says: {
      vi: 'Trong hòm phiếu kín chưa mở, số phiếu bằng số người đã bỏ phiếu.',
      en: 'An unopened secret box holds as many papers as people have voted.',
    },
    broken: Prisma.sql`
      select 'ballot ' || id as what from ballot
      where method = 'secret' and state = 'open'
        and (select count(*) from paper where ballot_id = ballot.id)
          <> (select count(*) from turnout where ballot_id = ballot.id)
      order by 1`,
  },
  {
    name: 'papers_counted',
    says: {
      vi: 'Sau kiểm phiếu kín, phiếu hợp lệ cộng phiếu không hợp lệ bằng số người đã bỏ phiếu.',
      en: 'After a secret count, valid and invalid papers are as many as people have voted.',
    },
    broken: Prisma.sql`
      select 'ballot ' || id as what from ballot
      where method = 'secret' and outcome is not null
        and (select count(*) from counted_paper where ballot_id = ballot.id) + (outcome ->> 'invalid')::int
          <> (select count(*) from turnout where ballot_id = ballot.id)
      order by 1`,
  },
  {
    name: 'receipts',
    says: {
      vi: 'Số biên nhận công bố bằng số người đã bỏ phiếu kín, chỉ có sau kiểm phiếu.',
      en: 'A counted secret ballot has a receipt for each who voted; one not yet counted shows none.',
    },
    broken: Prisma.sql`
      select 'ballot ' || id as what from ballot
      where (select count(*) from ballot_receipt where ballot_id = ballot.id) <>
        case when method = 'secret' and outcome is not null
          then (select count(*) from turnout where ballot_id = ballot.id) else 0 end
      order by 1`,
  },
  {
    name: 'box_emptied',
    says: {
      vi: 'Hòm phiếu kín đã kiểm không còn phiếu niêm phong; hòm chưa kiểm không có phiếu đã mở.',
      en: 'A counted secret box holds no sealed paper, and an unopened one no counted paper.',
    },
    broken: Prisma.sql`
      select 'ballot ' || id as what from ballot
      where (state <> 'open' and exists (select from paper where ballot_id = ballot.id))
        or (outcome is null and exists (select from counted_paper where ballot_id = ballot.id))
      order by 1`,
  },
  {
    name: 'no_choice_beside_voter',
    says: {
      vi: 'Không nơi nào lưu lựa chọn cạnh tên người bỏ phiếu kín: bảng phiếu, nhật ký, tin nhắn, việc chờ.',
      en: 'Nothing keeps a choice beside a voter of a secret ballot: no vote, log entry, message or job.',
    },
    broken: Prisma.sql`
      select 'ballot ' || ballot.id || ', open_vote' as what
      from ballot join open_vote on ballot_id = ballot.id where method = 'secret'
      union
      select 'ballot ' || ballot.id || ', audit_event' from ballot join audit_event on subject_id = ballot.id
      where method = 'secret' and kind = 'council.vote_cast'
        and (before is not null or after is not null or reason is not null or on_behalf_of_id is not null)
      union
      select 'ballot ' || ballot.id || ', outgoing_message'
      from ballot join outgoing_message on subject_id = ballot.id
      where method = 'secret' and params::text ~* 'choice|agree|receipt|paper'
      union
      select 'ballot ' || ballot.id || ', job' from graphile_worker._private_jobs as job
      join ballot on ballot.id::text = job.payload ->> 'ballotId'
      where method = 'secret' and (job.payload::jsonb - 'ballotId') <> '{}'::jsonb
      order by 1`,
  },
];
