import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import { dayOf } from '../kernel/time.ts';
import { Description, DraftContent, Particulars } from './intake/draft-content.ts';

/** What stood before a mending: all of it, in the form of a draft, with the shares in the authors' order. */
export const Replaced = DraftContent.extend({
  description: Description,
  particulars: Particulars,
  shares: z.array(z.number().int()),
});
export type Replaced = z.infer<typeof Replaced>;

/** An initiative's content in the form of a draft: authors in the staff list first, then those from outside. */
export async function contentOf(tx: Tx, initiativeId: string): Promise<Replaced> {
  const row = await tx.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
    select: {
      title: true,
      kind: true,
      field: true,
      firstAppliedOn: true,
      priorState: true,
      essence: true,
      benefits: true,
      benefitsByUsers: true,
      conditions: true,
      investor: true,
      participants: true,
      authorDetails: true,
      addressee: true,
      confidential: true,
      authors: {
        orderBy: { ordinal: 'asc' },
        select: { personId: true, outsideName: true, workplace: true, share: true },
      },
    },
  });
  const { title, kind, field, firstAppliedOn, priorState, essence, authors, ...rest } = row;
  const listed = authors.filter(({ personId }) => personId !== null);
  const outside = authors.filter(({ personId }) => personId === null);
  const given = Object.entries(rest).filter(([, text]) => text !== null);
  return Replaced.parse({
    description: { title, kind, field, firstAppliedOn: dayOf(firstAppliedOn), priorState, essence },
    authors: {
      personIds: listed.map(({ personId }) => personId),
      outside: outside.map(({ outsideName, workplace, share }) => ({
        name: outsideName ?? '',
        workplace: workplace ?? '',
        share,
      })),
    },
    particulars: Object.fromEntries(given),
    shares: [...listed, ...outside].map(({ share }) => share),
  });
}

/** Parts of an initiative that a mending can change, as the history names them. */
export const PARTS = [
  'title',
  'kind',
  'field',
  'firstAppliedOn',
  'priorState',
  'essence',
  'benefits',
  'benefitsByUsers',
  'conditions',
  'investor',
  'participants',
  'authorDetails',
  'addressee',
  'confidential',
  'authors',
] as const;
export type Part = (typeof PARTS)[number];

/** Which parts differ; `authors` takes in their shares. */
export function changedParts(before: Replaced, after: Replaced): Part[] {
  const text = (content: Replaced, part: Part): unknown =>
    part === 'authors'
      ? JSON.stringify([
          content.authors.personIds,
          content.authors.outside.map(({ name, workplace }) => [name, workplace]),
          content.shares,
        ])
      : ({ ...content.description, ...content.particulars }[part] ?? null);
  return PARTS.filter((part) => text(before, part) !== text(after, part));
}
