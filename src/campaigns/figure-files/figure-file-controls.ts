import { z } from 'zod';
import { fileKind, messageKind, taskKind } from '../../jobs/kinds.ts';
import { SentFile } from '../../slack/field-values.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

// The buttons, modals, messages and tasks of files of figures, and what each carries.

const Campaign = z.object({ campaignId: z.uuid() });
const Run = z.object({ runId: z.uuid() });

export const figuresFileButton = buttonKind('campaign_figures_file', Campaign);
export const figuresTemplateButton = buttonKind('campaign_figures_template', Campaign);

export const figuresFileModal = modalKind('campaign_figures_file_form', {
  metadata: Campaign,
  fields: z.object({ file: z.array(SentFile).default([]) }),
});

export const applyFiguresButton = buttonKind('campaign_figures_apply', Run);
export const discardFiguresButton = buttonKind('campaign_figures_discard', Run);

/** Fetches a file of figures that somebody sent in Slack and checks it under this id. */
export const checkFiguresFile = taskKind(
  'campaigns.check_figures_file',
  z.object({ runId: z.uuid(), campaignId: z.uuid(), fileId: z.string(), slackUserId: z.string() }),
);

/** To who sent a file of figures: what its check found, redrawn when it is settled. The subject is that file. */
export const figuresChecked = messageKind('campaigns.figures_checked', z.object({}));

/** The workbook to be filled in: the units that its asker enters figures for. */
export const figuresTemplateFile = fileKind('campaigns.figures_template', Campaign);
export const figuresProblemsFile = fileKind('campaigns.figures_problems', Run);
