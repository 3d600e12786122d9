import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import type { BuiltFile } from '../../jobs/kinds.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import { type Actor, actorOf } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import { mayWrite } from '../authority.ts';
import { pledgeFile } from '../messages.ts';
import { addressedUnits, unitsBelow } from '../plan/scope-queries.ts';
import { pledgeListPhrases } from './pledge-list-phrases.ts';
import { findPledges, type PledgeList } from './pledge-queries.ts';
import { pledgeRefusal } from './pledge-refusal.ts';

/**
 * The pledges of a launched campaign: all for whoever writes plans for the launching unit, its author and its contact;
 * for a head those of the units that they head and below.
 *
 * @throws AppError not_published, may_not_list
 */
export async function pledgeList(
  deps: Deps,
  tx: Tx,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<PledgeList> {
  const campaign = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: {
      ...{ code: true, name: true, audience: true, unitId: true, authorId: true, contactId: true },
      scope: { select: { unitId: true } },
    },
  });
  if (!campaign?.code) throw pledgeRefusal('not_published', (words) => words.gone);
  const { code, name, audience, unitId, authorId, contactId } = campaign;
  const on = today(deps);
  const all = [authorId, contactId].includes(actor.personId) || (await mayWrite(tx, actor, unitId));
  const scopeUnitIds = campaign.scope.map((one) => one.unitId);
  const addressed = await unitsBelowAll(tx, addressedUnits({ unitId, scopeUnitIds }), on);
  const headed = actor.grants.filter(({ role }) => role === 'head').map((grant) => grant.unitId);
  const own = await unitsBelowAll(tx, headed, on);
  const seen = [...addressed].filter((id) => all || own.has(id));
  if (!all && seen.length === 0) throw pledgeRefusal('may_not_list', (words) => words.mayNotList);
  const pledges = await findPledges(tx, {
    campaignId,
    ...(all ? {} : { atUnitId: { in: [...own] } }),
  });
  const pledged = new Set(
    pledges.flatMap(({ person, atUnit, state }) =>
      person || state === 'withdrawn' ? [] : [atUnit.id],
    ),
  );
  const left = await tx.unit.findMany({
    // The unit that launches addresses the others.
    where: { id: { in: seen.filter((id) => id !== unitId && !pledged.has(id)) } },
    select: { name: true },
    orderBy: { name: 'asc' },
  });
  return {
    campaign: { id: campaignId, code, name },
    pledges,
    missing: audience === 'persons' ? [] : left.map((unit) => unit.name),
  };
}

/** Has the list sent as a workbook. @throws AppError not_published, may_not_list */
export async function requestPledgeFile(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await pledgeList(deps, tx, { actor, campaignId });
    await audit(tx, {
      kind: 'campaign.pledges_exported',
      subjectId: campaignId,
      actorId: actor.personId,
    });
    await sendFile(tx, pledgeFile, { personId: actor.personId, params: { campaignId } });
  });
}

/** What they may read is judged again when it is made. */
export async function buildPledgeFile(
  deps: Deps,
  context: { params: { campaignId: string }; personId: string; language: Language },
): Promise<BuiltFile> {
  const { params, personId, language } = context;
  const { pledgeWorkbook } = await import('./pledge-workbook.ts');
  const actor = await actorOf(deps, personId);
  if (!actor) throw new Error('the reader of a file works nowhere any more');
  const list = await pledgeList(deps, deps.db, { actor, ...params });
  const say = pledgeListPhrases[language];
  const { code, name } = list.campaign;
  return {
    name: say.fileName({ code }),
    content: await pledgeWorkbook(list, { language, zone: deps.zone }),
    comment: say.fileComment({ code, name: escapeText(name) }),
  };
}

async function unitsBelowAll(tx: Tx, unitIds: readonly string[], on: string): Promise<Set<string>> {
  const sets = await Promise.all(unitIds.map((unitId) => unitsBelow(tx, unitId, on)));
  return new Set(sets.flatMap((set) => [...set]));
}
