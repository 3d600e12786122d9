import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { OnSitting } from '../ballots/controls.ts';

const From = z.object({ from: z.int().nonnegative() });
/** All sittings of the reader's councils, from the newest. */
export const sittingsButton = buttonKind('councils.sittings', From);
/** One page of them; handing it in turns to the next. */
export const sittingsModal = modalKind('councils.sittings_page', {
  metadata: From,
  fields: z.object({}),
});

/** The whole agenda of a sitting. */
export const agendaButton = buttonKind('councils.agenda', OnSitting);
export const agendaModal = modalKind('councils.agenda_page', {
  metadata: OnSitting.extend(From.shape),
  fields: z.object({}),
});
