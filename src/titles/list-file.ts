import { z } from 'zod';
import { inTransaction } from '../database/transaction.ts';
import { sendFile } from '../jobs/files.ts';
import { type BuiltFile, fileKind } from '../jobs/kinds.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Language } from '../kernel/language.ts';
import type { Actor } from '../people/actor.ts';
import { nearestHolderName } from '../people/queries.ts';
import { escapeText } from '../slack/blocks.ts';
import { LIST_FORMATS } from './controls.ts';
import { mayReadList } from './list-authority.ts';
import type { ListContent } from './list-document.ts';
import { listDocumentPhrases } from './list-document-phrases.ts';
import { listRows, seasonCounts, titleCounts } from './list-queries.ts';
import { mayNotRead } from './prepare-list.ts';
import { unitsById } from './queries.ts';

/** The list of a unit and of all below it, as a file. */
export const listFile = fileKind(
  'titles.list',
  z.object({ unitId: z.uuid(), year: z.int(), format: z.enum(LIST_FORMATS) }),
);

type Wanted = z.infer<(typeof listFile)['params']>;

/** @throws AppError when the actor may not read the unit's list */
export async function requestListFile(
  deps: Deps,
  { actor, wanted }: { actor: Actor; wanted: Wanted },
): Promise<void> {
  if (!(await mayReadList(deps.db, actor, wanted.unitId))) throw mayNotRead();
  await inTransaction(deps.db, (tx) =>
    sendFile(tx, listFile, { personId: actor.personId, params: wanted }),
  );
}

export async function buildListFile(
  deps: Deps,
  { params, language }: { params: Wanted; language: Language },
): Promise<BuiltFile> {
  const { unitId, year, format } = params;
  // With it come the libraries for documents, which most starts never need.
  const { listDocument, listFileName, listWorkbook } = await import('./list-document.ts');
  const content = await listContent(deps, { unitId, year });
  const shown = { rulebook: deps.rulebook, language };
  const make = format === 'xlsx' ? listWorkbook : listDocument;
  return {
    name: listFileName(content, format),
    content: await make(content, shown),
    comment: listDocumentPhrases[language].comment({
      unit: escapeText(content.unitName),
      year,
      rows: content.rows.length,
    }),
  };
}

async function listContent(
  deps: Deps,
  { unitId, year }: { unitId: string; year: number },
): Promise<ListContent> {
  const { db } = deps;
  const on = today(deps);
  const [unit] = await unitsById(db, [unitId]);
  if (!unit) throw new Error('the unit of a list is not there');
  const [superior] = unit.parentId ? await unitsById(db, [unit.parentId]) : [];
  const search = { unitId, year, on };
  return {
    unitName: unit.name,
    superiorName: superior?.name ?? null,
    headName: await nearestHolderName(db, { role: 'head', unitId, on }),
    secretaryName: await nearestHolderName(db, { role: 'secretary', unitId, on }),
    year,
    on,
    counts: await seasonCounts(db, search),
    titles: await titleCounts(db, search),
    rows: await listRows(db, search),
  };
}
