import { z } from 'zod';

const FileRow = z.object({ row: z.int(), cells: z.record(z.string(), z.string()) });

/** A row of a file: its number there, counted from 1, and its cells by column key. */
export type FileRow = z.infer<typeof FileRow>;

export const StoredRows = z.array(FileRow);
