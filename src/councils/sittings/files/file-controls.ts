import { z } from 'zod';
import { SentFile } from '../../../slack/field-values.ts';
import { buttonKind, modalKind } from '../../../slack/kinds.ts';
import { OnSitting } from '../../ballots/controls.ts';

const OnFile = z.object({ fileId: z.uuid() });

/** Shows the files of a sitting. */
export const filesButton = buttonKind('councils.files', OnSitting);
export const addFilesButton = buttonKind('councils.add_files', OnSitting);
export const addFilesModal = modalKind('councils.add_files_form', {
  metadata: OnSitting,
  fields: z.object({ files: z.array(SentFile).default([]) }),
});
export const getFileButton = buttonKind('councils.get_file', OnFile);
export const takeOffFileButton = buttonKind('councils.take_off_file', OnFile);
