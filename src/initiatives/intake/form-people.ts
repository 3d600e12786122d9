import type { Tx } from '../../database/client.ts';
import type { Authors } from './draft-content.ts';

/** The Slack users of the given persons, in the same order; without those who are on Slack no more. */
export async function slackUsersOf(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const persons = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, slackUserId: true },
  });
  const users = new Map(persons.map(({ id, slackUserId }) => [id, slackUserId]));
  return personIds.flatMap((id) => users.get(id) ?? []);
}

/** All authors of a draft in their order, with the shares written in the first step. */
export async function authorsOf(
  tx: Tx,
  { personIds, outside }: Authors,
): Promise<{ name: string; share: number | null }[]> {
  const persons = await tx.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, fullName: true },
  });
  const names = new Map(persons.map(({ id, fullName }) => [id, fullName]));
  return [
    ...personIds.map((id) => ({ name: names.get(id) ?? '', share: null })),
    ...outside.map(({ name, share }) => ({ name, share })),
  ];
}
