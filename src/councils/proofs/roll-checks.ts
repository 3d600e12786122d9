import { Prisma } from '../../database/generated/client.ts';
import type { Check } from '../../kernel/check.ts';

// What must hold of the frozen roll of every ballot, and of those who voted by it.

export const rollChecks: readonly Check[] = [
  {
    name: 'roll_size',
    says: {
      vi: 'Số thành viên và số người được bỏ phiếu của mỗi cuộc bỏ phiếu đúng với danh sách đã chốt.',
      en: 'Each ballot’s numbers of members and of voters are those of its frozen roll.',
    },
    broken: Prisma.sql`
      select 'ballot ' || id as what from ballot
      where roll_size <> (select count(*) from roll_entry where ballot_id = ballot.id)
        or entitled <> (select count(*) from roll_entry where ballot_id = ballot.id and excluded is null)
      order by 1`,
  },
  {
    name: 'roll_hash',
    says: {
      vi: 'Mã băm của danh sách đã chốt tính lại được từ danh sách.',
      en: 'The hash of the frozen roll can be computed again from the roll.',
    },
    // As rollHash in rules.ts does.
    broken: Prisma.sql`
      select 'ballot ' || ballot.id as what from ballot
      left join lateral (
        select string_agg(line, e'\n' order by line collate "C") as lines
        from (
          select concat_ws(' ', person_id, office, coalesce(excluded::text, '-'), attendance,
            stands_in_for_id) as line
          from roll_entry where ballot_id = ballot.id
        ) entry
      ) roll on true
      where roll_hash <> encode(sha256(convert_to(coalesce(roll.lines, ''), 'UTF8')), 'hex')
      order by 1`,
  },
  {
    name: 'roll_hash_audited',
    says: {
      vi: 'Mã băm danh sách là mã đã ghi nhật ký khi mở bỏ phiếu.',
      en: 'The hash of the roll is the one in the audit log’s entry of the opening.',
    },
    broken: Prisma.sql`
      select 'ballot ' || ballot.id as what
      from ballot
      join audit_event on subject_id = ballot.id and kind = 'council.ballot_opened'
      where after ->> 'rollHash' is distinct from roll_hash order by 1`,
  },
  {
    name: 'seat_once',
    says: {
      vi: 'Trong một danh sách bỏ phiếu, không có cả thành viên lẫn người dự thay thành viên đó.',
      en: 'No roll has both a member and who stands in for them.',
    },
    broken: Prisma.sql`
      select 'ballot ' || substitute.ballot_id || ', person ' || member.person_id as what
      from roll_entry substitute
      join roll_entry member on member.ballot_id = substitute.ballot_id
        and member.person_id = substitute.stands_in_for_id
      order by 1`,
  },
  {
    name: 'turnout_on_roll',
    says: {
      vi: 'Mọi người đã bỏ phiếu đều có tên trong danh sách và không bị loại.',
      en: 'Everyone who voted is on the roll and not excluded.',
    },
    broken: Prisma.sql`
      select 'ballot ' || ballot_id || ', person ' || person_id as what
      from turnout left join roll_entry using (ballot_id, person_id)
      where roll_entry.ballot_id is null or excluded is not null order by 1`,
  },
];
