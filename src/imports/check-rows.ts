import { createHash } from 'node:crypto';
import type { Tx } from '../database/client.ts';
import type { ImportKind } from './columns.ts';
import { awardsImporter } from './import-awards.ts';
import { initiativesImporter } from './import-initiatives.ts';
import { peopleImporter } from './import-people.ts';
import { ratingsImporter } from './import-ratings.ts';
import { unitsImporter } from './import-units.ts';
import type { Counts, ImportContext, Importer } from './importer.ts';
import type { Problem } from './problems.ts';
import type { FileRow } from './rows.ts';

/** What the check of a file's rows found. */
export interface Found {
  problems: Problem[];
  counts: Counts;
  /** The same as long as the same would be written over the same. */
  fingerprint: string;
  /** Writes it. */
  write(tx: Tx): Promise<void>;
}

type Check = (tx: Tx, rows: readonly FileRow[], context: ImportContext) => Promise<Found>;

/** Checks the rows of each kind of file. */
export const checkRows: Readonly<Record<ImportKind, Check>> = {
  units: checking(unitsImporter),
  people: checking(peopleImporter),
  awards: checking(awardsImporter),
  ratings: checking(ratingsImporter),
  initiatives: checking(initiativesImporter),
};

function checking<R>(importer: Importer<R>): Check {
  return async (tx, rows, context) => {
    const { problems, counts, records, replaced } = await importer.check(tx, rows, context);
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([counts, records, replaced]))
      .digest('hex');
    return {
      problems: problems.toSorted((one, other) => one.row - other.row),
      counts,
      fingerprint,
      write: (within) => importer.apply(within, records),
    };
  };
}
