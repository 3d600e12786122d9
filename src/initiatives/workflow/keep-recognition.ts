import type { Tx } from '../../database/client.ts';
import type { WorkLevel } from '../../database/generated/enums.ts';
import { type Day, dateColumn } from '../../kernel/time.ts';

/**
 * Keeps the recognition of an initiative at one level as evidence for the titles of its authors; those
 * from outside the agency have none. Kept once for each level; a row of the same decision that was imported
 * without its initiative becomes this one.
 */
export async function keepRecognition(
  tx: Tx,
  recognition: {
    initiativeId: string;
    level: WorkLevel;
    number: string;
    decidedOn: Day;
    signatory: string;
  },
): Promise<void> {
  const { initiativeId, level, number, decidedOn, signatory } = recognition;
  const key = { initiativeId_level: { initiativeId, level } };
  if (await tx.recognisedWork.findUnique({ where: key, select: { id: true } })) return;
  const { title, authors } = await tx.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
    select: { title: true, authors: { select: { personId: true, share: true } } },
  });
  const listed = authors.flatMap(({ personId, share }) => (personId ? [{ personId, share }] : []));
  const imported = await tx.recognisedWork.updateManyAndReturn({
    // Numbers begin anew each year; what was annulled is no evidence any more.
    where: {
      ...{ decisionNumber: number, title, level, initiativeId: null, annulledAt: null },
      decidedOn: dateColumn(decidedOn),
    },
    data: { initiativeId },
    select: { id: true },
  });
  if (imported[0]) {
    const workId = imported[0].id;
    await tx.recognisedWorkAuthor.createMany({
      data: listed.map((author) => ({ ...author, workId })),
      skipDuplicates: true,
    });
    return;
  }
  await tx.recognisedWork.create({
    data: {
      kind: 'initiative',
      level,
      title,
      year: Number(decidedOn.slice(0, 4)),
      decisionNumber: number,
      decidedOn: dateColumn(decidedOn),
      signatory,
      initiativeId,
      authors: { create: listed },
    },
    select: { id: true },
  });
}
