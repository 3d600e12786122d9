import type { Tx } from '../database/client.ts';
import type { SuccessionKind, UnitKind } from '../database/generated/enums.ts';
import { type Day, dayOf } from '../kernel/time.ts';
import { type Checked, type ImportContext, type Importer, keyOf } from './importer.ts';
import type { Problem } from './problems.ts';
import { Cells } from './read-cells.ts';
import type { FileRow } from './rows.ts';
import { SUCCESSIONS, UNIT_KINDS } from './words.ts';

interface UnitRecord {
  code: string;
  name: string;
  kind: UnitKind;
  parentCode: string | null;
  validFrom: Day;
  validTo: Day | null;
  formers: string[];
  succession: SuccessionKind | null;
  document: string | null;
}

export const unitsImporter: Importer<UnitRecord> = {
  check: checkUnits,
  apply: applyUnits,
};

async function checkUnits(
  tx: Tx,
  rows: readonly FileRow[],
  context: ImportContext,
): Promise<Checked<UnitRecord>> {
  const stored = await tx.unit.findMany({
    select: {
      id: true,
      code: true,
      name: true,
      kind: true,
      validFrom: true,
      validTo: true,
      parent: { select: { id: true, code: true } },
      predecessors: {
        select: { kind: true, document: true, predecessor: { select: { code: true } } },
      },
    },
  });
  const known = new Map(stored.map((unit) => [keyOf(unit.code), unit]));
  const problems: Problem[] = [];
  const read = rows.map((row) => ({ row, cells: new Cells(row, problems) }));
  const rowOf = new Map<string, number>();
  for (const { cells } of read) {
    const code = keyOf(cells.raw('code'));
    const before = rowOf.get(code);
    if (code !== '' && before !== undefined) cells.wrong('code', 'repeated', String(before));
    else rowOf.set(code, cells.row);
  }
  const exists = (code: string) => known.has(keyOf(code)) || rowOf.has(keyOf(code));
  const parents = new Map(stored.map(({ code, parent }) => [keyOf(code), parent?.code ?? '']));
  for (const { cells } of read) {
    const code = keyOf(cells.raw('code'));
    if (rowOf.get(code) === cells.row) parents.set(code, cells.raw('parentCode'));
  }

  const counts = { new: 0, changed: 0, same: 0 };
  const records: UnitRecord[] = [];
  const replaced: unknown[] = [];
  for (const { cells } of read) {
    const record = readUnit(cells, { exists, parents });
    if (!record) continue;
    const before = known.get(keyOf(record.code));
    const parent = record.parentCode === null ? null : known.get(keyOf(record.parentCode));
    // A parent that is new in this file is covered with the one above it.
    const within = before ? before.id : parent === undefined ? undefined : (parent?.id ?? null);
    if (within !== undefined && !context.covers(within)) {
      cells.wrong('code', 'not_your_unit');
      continue;
    }
    // Nor may a unit be put below another's, or go on from another's.
    const moved = before && keyOf(before.parent?.code ?? '') !== keyOf(record.parentCode ?? '');
    if (moved && parent !== undefined && !context.covers(parent?.id ?? null)) {
      cells.wrong('parentCode', 'not_your_unit');
      continue;
    }
    const formers = record.formers.flatMap((code) => known.get(keyOf(code)) ?? []);
    if (formers.some(({ id }) => !context.covers(id))) {
      cells.wrong('formerCode', 'not_your_unit');
      continue;
    }
    const same =
      before !== undefined &&
      before.name === record.name &&
      before.kind === record.kind &&
      keyOf(before.parent?.code ?? '') === keyOf(record.parentCode ?? '') &&
      dayOf(before.validFrom) === record.validFrom &&
      (before.validTo && dayOf(before.validTo)) === record.validTo &&
      record.formers.every((code) =>
        before.predecessors.some(
          ({ predecessor, kind, document }) =>
            keyOf(predecessor.code) === keyOf(code) &&
            kind === record.succession &&
            document === record.document,
        ),
      );
    counts[same ? 'same' : before ? 'changed' : 'new'] += 1;
    if (same) continue;
    records.push({ ...record, code: before?.code ?? record.code });
    if (before) replaced.push(before);
  }
  return { problems, records, replaced, counts };
}

function readUnit(
  cells: Cells,
  tree: { exists(code: string): boolean; parents: ReadonlyMap<string, string> },
): UnitRecord | undefined {
  const code = cells.text('code');
  const name = cells.text('name');
  const kind = cells.choice('kind', UNIT_KINDS);
  const validFrom = cells.day('validFrom');
  const validTo = cells.optionalDay('validTo');
  const parentCode = cells.raw('parentCode') || null;
  let fine = true;
  const wrong = (...problem: Parameters<Cells['wrong']>) => {
    cells.wrong(...problem);
    fine = false;
  };
  if (parentCode !== null && !tree.exists(parentCode)) wrong('parentCode', 'unknown_unit');
  else if (code && goesRound(code, tree.parents)) wrong('parentCode', 'own_parent');
  if (validFrom && validTo && validTo < validFrom) wrong('validTo', 'ends_before_it_begins');
  const formers = cells.list('formerCode');
  if (formers.some((former) => !tree.exists(former))) wrong('formerCode', 'unknown_unit');
  const succession = formers.length > 0 ? cells.choice('succession', SUCCESSIONS) : null;
  const document = cells.raw('document') || null;
  if (formers.length > 0 && document === null) wrong('document', 'needs_document');
  if (!code || !name || !kind || !validFrom || validTo === undefined) return undefined;
  if (succession === undefined || !fine) return undefined;
  return { code, name, kind, parentCode, validFrom, validTo, formers, succession, document };
}

/** Whether a unit would stand below itself. */
function goesRound(code: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = keyOf(code); at !== ''; at = keyOf(parents.get(at) ?? '')) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

async function applyUnits(tx: Tx, records: readonly UnitRecord[]): Promise<void> {
  const rows = JSON.stringify(records);
  await tx.$executeRaw`
    insert into unit (code, name, kind, valid_from, valid_to)
    select code, name, kind::unit_kind, "validFrom", "validTo"
    from jsonb_to_recordset(${rows}::jsonb)
      as r(code text, name text, kind text, "validFrom" date, "validTo" date)
    on conflict (code) do update
    set name = excluded.name, kind = excluded.kind, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to`;
  await tx.$executeRaw`
    update unit set parent_id = parent.id
    from jsonb_to_recordset(${rows}::jsonb) as r(code text, "parentCode" text)
    left join unit parent
      on upper(parent.code collate "C") = upper(r."parentCode" collate "C")
    where unit.code = r.code and unit.parent_id is distinct from parent.id`;
  await tx.$executeRaw`
    insert into unit_succession (predecessor_id, successor_id, kind, on_date, document)
    select former.id, unit.id, r.succession::succession_kind, r."validFrom", r.document
    from jsonb_to_recordset(${rows}::jsonb)
      as r(code text, formers jsonb, succession text, "validFrom" date, document text)
    cross join lateral jsonb_array_elements_text(r.formers) as named(code)
    join unit on unit.code = r.code
    join unit former
      on upper(former.code collate "C") = upper(named.code collate "C")
    on conflict (predecessor_id, successor_id) do update
    set kind = excluded.kind, document = excluded.document`;
}
