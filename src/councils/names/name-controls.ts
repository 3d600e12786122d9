import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

/** Shows the whole judgement of who is nominated. */
export const judgementButton = buttonKind(
  'councils.judgement',
  z.object({ agendaItemId: z.uuid() }),
);

const OnNames = z.object({ sittingId: z.uuid(), itemKey: z.string(), year: z.int() });
/** Those nominated for one title of a year, from the first page. */
export const sheetNamesButton = buttonKind('councils.sheet_names', OnNames);
/** One page of them; handing it in turns to the next. */
export const namesModal = modalKind('councils.names', {
  metadata: OnNames.extend({ from: z.int().nonnegative() }),
  fields: z.object({}),
});
