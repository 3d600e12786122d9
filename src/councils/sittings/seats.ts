import type { Tx } from '../../database/client.ts';
import type { Attendance } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { compareNames } from '../../kernel/vietnamese-order.ts';
import type { VotingRule } from '../../rulebook/rules.ts';
import { inOffice } from '../authority.ts';
import { byOffice, type Seat, seatsHeld } from '../rules.ts';
import { standInsPresent } from './stand-ins.ts';

/** Who holds the seats of a council at a sitting, before anybody is left out of an item. */
export interface SittingSeats {
  /** In order of office, then by name: so the vice chairs follow each other. */
  seats: Seat[];
  names: ReadonlyMap<string, string>;
  attendance: ReadonlyMap<string, Attendance>;
}

/**
 * The seats as a ballot that opens now freezes them: by the roll-call, a substitute in a member's place where the rule
 * lets substitutes vote.
 */
export async function seatsOf(
  deps: Deps,
  tx: Tx,
  { councilId, sittingId }: { councilId: string; sittingId: string },
  rule: Pick<VotingRule, 'substitutes'>,
): Promise<SittingSeats> {
  const members = await tx.councilMember.findMany({
    where: { councilId, ...inOffice(today(deps)) },
    select: { personId: true, office: true, person: { select: { fullName: true } } },
  });
  members.sort((a, b) => byOffice(a, b) || compareNames(a.person.fullName, b.person.fullName));
  const present = rule.substitutes.vote ? await standInsPresent(deps, tx, sittingId) : [];
  const rows = await tx.sittingAttendance.findMany({
    where: { sittingId, attendance: { not: null } },
    select: { personId: true, attendance: true },
  });
  return {
    seats: seatsHeld(
      members,
      new Map(present.map(({ personId, standsInForId }) => [standsInForId, personId])),
    ),
    names: new Map([
      ...members.map(({ personId, person }) => [personId, person.fullName] as const),
      ...present.map(({ personId, name }) => [personId, name] as const),
    ]),
    attendance: new Map(
      rows.flatMap(({ personId, attendance }) => (attendance ? [[personId, attendance]] : [])),
    ),
  };
}
