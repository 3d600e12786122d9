import { randomUUID } from 'node:crypto';
import type { InitiativeState } from '../../src/database/generated/enums.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import type { Description, Particulars } from '../../src/initiatives/intake/draft-content.ts';
import { fileInitiative } from '../../src/initiatives/intake/file-initiative.ts';
import { saveDescription } from '../../src/initiatives/intake/save-description.ts';
import {
  checkForm,
  type FormChecked,
  type FormVerdict,
  type Seen,
} from '../../src/initiatives/workflow/check-form.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import { INITIATIVE_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { sampleDates } from '../../src/sandbox/sample/dates.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { councilId, seedCouncils } from '../../src/sandbox/sample/seed-councils.ts';
import { type Agency, openAgency, slackIdOf } from '../campaigns/support.ts';

export { type Agency, slackIdOf };

/** The sample agency with its people and councils, without a past. */
export async function openAgencyWithCouncils(): Promise<Agency> {
  const agency = await openAgency();
  const dates = sampleDates(today(agency.deps), agency.deps.zone);
  await inTransaction(agency.deps.db, (tx) => seedCouncils(tx, dates, new Map()));
  return agency;
}

export function sampleDescription(agency: Agency, changes: Partial<Description> = {}): Description {
  return {
    title: 'Tra cứu mã số BHXH bằng mã QR tại quầy',
    kind: 'technical',
    field: 'Một cửa; giảm thời gian chờ',
    firstAppliedOn: addDays(today(agency.deps), -30),
    priorState: 'Tra cứu bằng tay.',
    essence: 'Quét mã QR trên thẻ.',
    ...changes,
  };
}

export interface Draft {
  draftId: string;
  savedAt: Date;
  particulars: Particulars;
}

interface Form {
  by: Login;
  authors?: readonly Login[];
  /** Authors from outside, as the form takes them. */
  outside?: string;
  description?: Partial<Description>;
  particulars?: Partial<Particulars>;
}

/** The first step of the form, written by the first of the authors; the second is filled in, not sent. */
export async function drafted(agency: Agency, form: Form): Promise<Draft> {
  const actor = await agency.actor(form.by);
  const draftId = randomUUID();
  const saved = await saveDescription(agency.deps, {
    actor,
    draftId,
    description: sampleDescription(agency, form.description),
    authors: { slackUserIds: (form.authors ?? [form.by]).map(slackIdOf), outside: form.outside },
  });
  if (saved.kind !== 'saved') throw new Error('the draft was handed in already');
  const particulars = { benefits: 'Giảm 10 phút mỗi lượt.', ...form.particulars };
  return { draftId, savedAt: saved.draft.updatedAt, particulars };
}

/** Handed in with equal shares or those given. */
export async function filed(
  agency: Agency,
  form: Form & { shares?: readonly number[] },
): Promise<{ id: string; number: string }> {
  const draft = await drafted(agency, form);
  const actor = await agency.actor(form.by);
  return fileInitiative(agency.deps, { actor, ...draft, shares: form.shares ?? [100] });
}

/** What a card shows of an initiative now. */
export async function seenOf(agency: Agency, initiativeId: string): Promise<Seen> {
  const { revision, state } = await agency.deps.db.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
  });
  return { initiativeId, revision, state: state as Seen['state'] };
}

/** A verdict of a secretary on what is shown now. */
export async function checked(
  agency: Agency,
  initiativeId: string,
  verdict: FormVerdict = { kind: 'accepted' },
  by: Login = 'ha.nguyen',
): Promise<FormChecked> {
  const actor = await agency.actor(by);
  return checkForm(agency.deps, { actor, seen: await seenOf(agency, initiativeId), verdict });
}

/** Handed in and accepted: it waits for the council. */
export async function accepted(
  agency: Agency,
  form: Form & { shares?: readonly number[] },
): Promise<{ id: string; number: string }> {
  const initiative = await filed(agency, form);
  await checked(agency, initiative.id);
  return initiative;
}

/** A ballot of the initiative council on the initiative, closed just now with this result. */
export async function closedBallot(
  agency: Agency,
  initiativeId: string,
  result: 'passed' | 'not_passed',
): Promise<string> {
  const { db, clock } = agency.deps;
  const sitting = await db.sitting.create({
    data: {
      councilId: councilId(INITIATIVE_COUNCIL),
      startsAt: clock.now(),
      place: 'Phòng họp tầng 3',
      convenedById: personId('ha.nguyen'),
      submissionKey: randomUUID(),
      agenda: { create: { ordinal: 1, initiativeId } },
    },
    include: { agenda: true },
  });
  const ballot = await db.ballot.create({
    data: {
      agendaItemId: sitting.agenda[0]!.id,
      method: 'open',
      state: 'closed',
      rule: {},
      rollHash: 'roll',
      rollSize: 9,
      entitled: 9,
      openedById: personId('ha.nguyen'),
      openedAt: new Date(clock.now().getTime() - 60_000),
      closesAt: clock.now(),
      closedAt: clock.now(),
      result,
      outcome: {},
    },
  });
  return ballot.id;
}

export function messagesAbout(agency: Agency, initiativeId: string) {
  return agency.deps.db.outgoingMessage.findMany({
    where: { subjectId: initiativeId },
    orderBy: { seq: 'asc' },
    select: { purpose: true, personId: true },
  });
}

/** An initiative of years ago, as it stands in the database; written by one person, of any unit. */
export async function storedInitiative(
  { db }: Pick<Agency['deps'], 'db'>,
  past: {
    number: string;
    title: string;
    essence: string;
    unitId: string;
    by: Login;
    state?: InitiativeState;
    mergedIntoId?: string;
    confidential?: string;
  },
): Promise<{ id: string; number: string }> {
  const { by, ...words } = past;
  const { id, number } = await db.initiative.create({
    data: {
      ...words,
      kind: 'operational',
      field: 'Nghiệp vụ',
      firstAppliedOn: new Date('2024-03-01'),
      priorState: 'Làm bằng tay.',
      benefits: 'Nhanh hơn.',
      filedLate: false,
      filedById: personId(by),
      filedAt: new Date('2024-05-20T02:00:00Z'),
      authors: { create: { ordinal: 1, personId: personId(by), share: 100 } },
    },
    select: { id: true, number: true },
  });
  return { id, number };
}

/** A unit that went on as another one; nobody's office covers it unless it stands under a parent. */
export async function formerUnit(
  { db }: Pick<Agency['deps'], 'db'>,
  name: string,
  successorId: string,
  parentId: string | null = null,
): Promise<string> {
  const { id } = await db.unit.create({
    data: {
      code: randomUUID(),
      name,
      parentId,
      kind: 'district',
      validFrom: new Date('2015-01-01'),
      validTo: new Date('2025-06-30'),
      successors: {
        create: {
          successorId,
          kind: 'merged',
          onDate: new Date('2025-07-01'),
          document: 'QĐ 2286/QĐ-BTC',
        },
      },
    },
    select: { id: true },
  });
  return id;
}
