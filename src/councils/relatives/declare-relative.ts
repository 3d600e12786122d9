import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { scoringInvitation, scoringProgress } from '../../initiatives/scoring/scoring-messages.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { refreshRelatives } from '../sittings/refresh-sittings.ts';
import { relativeRefusal } from './relative-refusal.ts';
import type { Kinship } from './relative-rules.ts';

/**
 * A person declares a relative who works in the agency. From then on each of the two is in conflict about whatever
 * concerns the other: left out of rolls and panels drawn afterwards, and out of a scoring that is open as long as their
 * scorecard is not in, as by a conflict declared there. Frozen rolls stay. Declared again it changes the kinship at
 * most. Neither the relative nor anybody else is told; the audit says that there was a declaration, not of whom.
 *
 * @throws AppError not_yourself, person_unknown
 */
export async function declareRelative(
  deps: Deps,
  { actor, relativeId, kinship }: { actor: Actor; relativeId: string; kinship: Kinship },
): Promise<void> {
  const { personId } = actor;
  if (relativeId === personId)
    throw relativeRefusal('not_yourself', (say) => say.notYourself, 'relative');
  await inTransaction(deps.db, async (tx) => {
    // Of the same form twice the second waits here, and finds what the first has written.
    await tx.$queryRaw`select id from person where id = ${personId}::uuid for no key update`;
    const relative = await tx.person.findUnique({
      where: { id: relativeId },
      select: { id: true },
    });
    if (!relative) throw relativeRefusal('person_unknown', (say) => say.notInList, 'relative');
    const standing = { personId, relativeId, endedAt: null };
    if (await tx.relativeDeclaration.findFirst({ where: { ...standing, kinship } })) return;
    await tx.$executeRaw`
      update relative_declaration set ended_at = app_now()
      where person_id = ${personId}::uuid and relative_id = ${relativeId}::uuid and ended_at is null`;
    const { id } = await tx.relativeDeclaration.create({
      data: { personId, relativeId, kinship },
      select: { id: true },
    });
    await audit(tx, { kind: 'council.relative_declared', subjectId: id, actorId: personId });
    await leavePanels(tx, [personId, relativeId]);
    await refreshRelatives(tx, [personId, relativeId]);
  });
}

/** Either of the two leaves the panels of open scorings of the other's initiatives, unless their scorecard is in. */
async function leavePanels(tx: Tx, pair: readonly [string, string]): Promise<void> {
  const left = await tx.$queryRaw<{ id: string }[]>`
    update scorer set excluded = 'relative'
    from scoring
    join initiative_author on initiative_author.initiative_id = scoring.initiative_id
    where scoring.id = scorer.scoring_id and scoring.state = 'open' and scoring.closes_at > app_now()
      and scorer.excluded is null and scorer.person_id = any(${[...pair]}::uuid[])
      and initiative_author.person_id = any(${[...pair]}::uuid[])
      and initiative_author.person_id <> scorer.person_id
      and not exists (
        select from scorecard
        where scorecard.scoring_id = scorer.scoring_id
          and scorecard.person_id = scorer.person_id and sent_at is not null)
    returning scoring.id::text as id`;
  for (const { id } of left) {
    await refreshMessages(tx, scoringInvitation, id);
    await refreshMessages(tx, scoringProgress, id);
  }
}
