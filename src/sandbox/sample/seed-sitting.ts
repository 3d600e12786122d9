import type { Tx } from '../../database/client.ts';
import { keepRecognition } from '../../initiatives/workflow/keep-recognition.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dateColumn } from '../../kernel/time.ts';
import { INITIATIVE_COUNCIL } from './councils.ts';
import { inPastYear, type SampleDates } from './dates.ts';
import type { PastEvent } from './history.ts';
import { RECOGNISED } from './initiatives.ts';
import { agendaItemId, ballotId, heldBallot, SITTING_DATE } from './past-ballot.ts';
import { type Login, personId, staffOf } from './people.ts';
import { sampleId } from './sample-id.ts';
import { councilId } from './seed-councils.ts';
import { initiativeId } from './seed-initiatives.ts';

const SITTING_ID = sampleId('sitting', 'past');
const SECRETARY = 'ha.nguyen' satisfies Login;
const DIRECTOR = 'hung.le' satisfies Login;

/**
 * The past sitting of the initiative council: an open ballot on each initiative, counted by the rules
 * in force that day, and the decision that recognised it.
 */
export async function seedPastSitting(
  tx: Tx,
  deps: Deps,
  dates: SampleDates,
): Promise<PastEvent[]> {
  const startsAt = inPastYear(dates, SITTING_DATE, '14:00');
  const convenedAt = inPastYear(dates, '11-05', '08:30');
  await tx.sitting.create({
    data: {
      id: SITTING_ID,
      councilId: councilId(INITIATIVE_COUNCIL),
      startsAt,
      place: 'Phòng họp tầng 3',
      convenedById: personId(SECRETARY),
      submissionKey: `sample:${SITTING_ID}`,
      createdAt: convenedAt,
    },
    select: { id: true },
  });
  await tx.agendaItem.createMany({
    data: RECOGNISED.map((initiative, index) => ({
      id: agendaItemId(initiative),
      sittingId: SITTING_ID,
      ordinal: index + 1,
      initiativeId: initiativeId(initiative),
    })),
  });
  const ballots = RECOGNISED.map((initiative) =>
    heldBallot(deps, dates, { initiative, openedBy: SECRETARY }),
  );
  await writeBallots(tx, ballots);
  const decisions = await writeDecisions(tx, dates);
  return [
    {
      kind: 'council.sitting_convened',
      subjectId: SITTING_ID,
      actorId: personId(SECRETARY),
      at: convenedAt,
      after: {
        councilId: councilId(INITIATIVE_COUNCIL),
        startsAt: startsAt.toISOString(),
        agenda: RECOGNISED.map(initiativeId),
      },
    },
    ...ballots.flatMap((ballot) => ballot.events),
    ...decisions,
  ];
}

async function writeBallots(tx: Tx, ballots: ReturnType<typeof heldBallot>[]): Promise<void> {
  await tx.ballot.createMany({ data: ballots.map(({ row }) => row) });
  await tx.rollEntry.createMany({
    data: ballots.flatMap(({ row, roll }) =>
      roll.map((member) => ({ ...member, ballotId: row.id })),
    ),
  });
  const votes = ballots.flatMap(({ row, votes }) =>
    votes.map((vote) => ({ ...vote, ballotId: row.id })),
  );
  await tx.turnout.createMany({
    data: votes.map(({ ballotId, personId }) => ({ ballotId, personId })),
  });
  await tx.openVote.createMany({ data: votes });
}

async function writeDecisions(tx: Tx, dates: SampleDates): Promise<PastEvent[]> {
  const number = '1702/QĐ-BHXH';
  const decidedOn = `${dates.pastYear}-11-20`;
  const signatory = `${staffOf(DIRECTOR).name}, Giám đốc BHXH tỉnh`;
  const recordedAt = inPastYear(dates, '11-20', '16:15');
  await tx.initiativeDecision.createMany({
    data: RECOGNISED.map((initiative) => ({
      initiativeId: initiativeId(initiative),
      kind: 'recognised',
      ballotId: ballotId(initiative),
      number,
      decidedOn: dateColumn(decidedOn),
      signatory,
      recordedById: personId(SECRETARY),
      recordedAt,
    })),
  });
  for (const initiative of RECOGNISED) {
    await keepRecognition(tx, {
      initiativeId: initiativeId(initiative),
      level: 'grassroots',
      number,
      decidedOn,
      signatory,
    });
  }
  return RECOGNISED.map((initiative) => ({
    kind: 'initiative.recognised',
    subjectId: initiativeId(initiative),
    actorId: personId(SECRETARY),
    at: recordedAt,
    before: { state: 'passed' },
    after: {
      state: 'recognised',
      number,
      decidedOn,
      signatory,
      ballotId: ballotId(initiative),
    },
  }));
}
