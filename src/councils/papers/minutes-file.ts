import { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { fileNamePart } from '../../documents/file-name.ts';
import { sendFile } from '../../jobs/files.ts';
import { type BuiltFile, fileKind } from '../../jobs/kinds.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { dayIn, formatDay } from '../../kernel/time.ts';
import { type Actor, actorOf } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import { mayConvene } from '../authority.ts';
import { MINUTES } from '../ballots/controls.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import { barredFromHeld } from '../release/held-queries.ts';
import { releaseRefusal } from '../release/release-phrases.ts';
import { calledOffRefusal } from '../sittings/running.ts';
import { sittingPhrases as phrases } from '../sittings/sitting-phrases.ts';
import { minutesFacts } from './minutes-queries.ts';

/** A paper of a sitting, as a .docx file. */
export const minutesFile = fileKind(
  'councils.minutes',
  z.object({ sittingId: z.uuid(), name: z.enum(MINUTES) }),
);

type Wanted = z.infer<(typeof minutesFile)['params']>;

/**
 * Has the minutes, the count or the draft decisions of a sitting made and sent to whoever runs it.
 *
 * @throws AppError item_gone, may_not_convene, sitting_called_off, results_held, minutes_not_yet
 */
export async function requestMinutes(
  deps: Deps,
  { actor, wanted }: { actor: Actor; wanted: Wanted },
): Promise<void> {
  const facts = await minutesFacts(deps, wanted.sittingId, actor.personId);
  if (!facts) throw new AppError('item_gone', { say: (l) => ballotPhrases[l].itemGone });
  if (!(await runs(deps, actor, wanted.sittingId)))
    throw new AppError('may_not_convene', { say: (l) => ballotPhrases[l].mayNotConvene });
  if (facts.calledOff) throw calledOffRefusal();
  if (await isBarred(deps, actor, wanted.sittingId))
    throw releaseRefusal('results_held', (p) => p.concernedByHeld);
  const { passedHere } = await import('./draft-decision.ts');
  const none =
    wanted.name === 'decision'
      ? passedHere(facts).length === 0
      : wanted.name === 'count' && facts.items.every(({ ballot }) => !ballot);
  if (none)
    throw new AppError('minutes_not_yet', { say: (l) => phrases[l].minutesNotYet[wanted.name] });
  await inTransaction(deps.db, async (tx) => {
    await audit(tx, {
      kind: 'council.minutes_drawn',
      subjectId: wanted.sittingId,
      actorId: actor.personId,
      after: { name: wanted.name },
    });
    await sendFile(tx, minutesFile, { personId: actor.personId, params: wanted });
  });
}

/** The paper for its reader; whether they run the sitting is judged again when it is made. */
export async function buildMinutesFile(
  deps: Deps,
  { params, personId, language }: { params: Wanted; personId: string; language: Language },
): Promise<BuiltFile> {
  const { sittingMinutes } = await import('./minutes.ts');
  const { countMinutes } = await import('./count-minutes.ts');
  const { draftDecisions } = await import('./draft-decision.ts');
  const draw = { sitting: sittingMinutes, count: countMinutes, decision: draftDecisions };
  const reader = await actorOf(deps, personId);
  const facts = await minutesFacts(deps, params.sittingId, personId);
  if (!facts || !reader || !(await runs(deps, reader, params.sittingId)))
    throw new Error('the reader of a file runs the sitting no more');
  if (facts.calledOff) throw calledOffRefusal();
  if (await isBarred(deps, reader, params.sittingId))
    throw releaseRefusal('results_held', (p) => p.concernedByHeld);
  const context = { rulebook: deps.rulebook, zone: deps.zone, now: deps.clock.now() };
  const day = dayIn(deps.zone, facts.startsAt);
  const p = phrases[language];
  return {
    name: `${fileNamePart(phrases.vi.minutesNames[params.name])}-${day}.docx`,
    content: await draw[params.name](facts, context),
    comment: p.minutesComment({
      paper: p.minutesNames[params.name],
      council: escapeText(facts.council.name),
      day: formatDay(day),
    }),
  };
}

/** Whether results are held that the reader is not to learn, as they concern them. */
async function isBarred(deps: Deps, { personId }: Actor, sittingId: string): Promise<boolean> {
  const barred = await barredFromHeld(deps, deps.db, sittingId);
  return barred?.has(personId) ?? false;
}

async function runs(deps: Deps, actor: Actor, sittingId: string): Promise<boolean> {
  const sitting = await deps.db.sitting.findUnique({
    where: { id: sittingId },
    select: { council: { select: { id: true, unitId: true } } },
  });
  return sitting !== null && mayConvene(deps.db, actor, sitting.council, today(deps));
}
