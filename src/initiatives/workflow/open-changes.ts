import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { contentOf, PARTS, type Part, type Replaced } from '../initiative-content.ts';
import { openFile } from '../open-file.ts';
import { replacedContents } from './step-queries.ts';

/**
 * What the mendings of an initiative changed, for somebody who may read it.
 *
 * @throws AppError initiative_unknown
 */
export async function openChanges(
  deps: Deps,
  actor: Actor,
  initiativeId: string,
): Promise<{
  number: string;
  title: string;
  confidential: boolean;
  changes: {
    revision: number;
    at: Date;
    changed: Part[];
    before: Replaced;
    after: Replaced;
  }[];
  /** Names of authors by their ids. */
  names: Map<string, string>;
}> {
  const { file, confidential } = await openFile(deps, actor, { id: initiativeId });
  const replaced = await replacedContents(deps.db, initiativeId);
  const contents = [...replaced.map((one) => one.replaced), await contentOf(deps.db, initiativeId)];
  const changes = replaced.flatMap(({ revision, at, changed }, place) => {
    const [before, after] = [contents[place], contents[place + 1]];
    const parts = PARTS.filter((part) => changed.includes(part));
    return before && after ? [{ revision, at, changed: parts, before, after }] : [];
  });
  const ids = contents.flatMap(({ authors }) => authors.personIds);
  const persons = await deps.db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, fullName: true },
  });
  const names = new Map(persons.map(({ id, fullName }) => [id, fullName]));
  const { number, title } = file;
  return { number, title, confidential, changes, names };
}
