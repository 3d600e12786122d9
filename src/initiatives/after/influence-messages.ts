import { z } from 'zod';
import { InfluenceState } from '../../database/generated/enums.ts';
import { messageKind } from '../../jobs/kinds.ts';

/** The secretary's card of a request for a level of influence; redrawn when its state changes. */
export const influenceCard = messageKind('initiatives.influence', z.object({}));

/** To the authors: that the request came to this state. */
export const influenceNews = messageKind(
  'initiatives.influence_news',
  z.object({ state: z.enum(InfluenceState) }),
);
