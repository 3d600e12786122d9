import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { words } from '../report/draft-content.ts';

const Application = z.object({ applicationId: z.uuid() });

/** Opens the form in which a head takes an advanced model up for their unit. */
export const applyButton = buttonKind('exemplars.apply', z.object({ exemplarId: z.uuid() }));

export const applyModal = modalKind('exemplars.apply_form', {
  /** `applicationId` becomes the id of what is recorded. */
  metadata: z.object({ applicationId: z.uuid(), exemplarId: z.uuid() }),
  fields: z.object({ unit: z.uuid(), how: words(1_000) }),
});

export const applicationButton = buttonKind('exemplars.application', Application);
export const reportButton = buttonKind('exemplars.report_application', Application);

export const reportModal = modalKind('exemplars.report_application_form', {
  /** `reportId` becomes the id of what is recorded. */
  metadata: Application.extend({ reportId: z.uuid() }),
  fields: z.object({ note: words(2_000), people: z.string(), hours: z.string() }),
});
