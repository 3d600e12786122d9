import { building, type DomainJobs, performing, rendering } from '../../../jobs/kinds.ts';
import { sittingPicture } from '../sitting-queries.ts';
import {
  keepSittingFilesTask,
  sittingFile,
  sittingFilesCame,
  sittingFilesChecked,
} from './file-messages.ts';
import { standingFiles } from './file-queries.ts';
import { filesCameMessage, filesCheckedMessage } from './file-views.ts';
import { keepSittingFiles } from './keep-files.ts';
import { buildSittingFile } from './send-file.ts';

export const sittingFileJobs: DomainJobs = {
  renderers: [
    rendering(sittingFilesChecked, async (deps, { subjectId, params, language }) => {
      const sitting = await sittingPicture(deps, subjectId);
      return sitting && filesCheckedMessage(sitting, params.files, { language, zone: deps.zone });
    }),
    rendering(sittingFilesCame, async (deps, { subjectId, params, language }) => {
      const sitting = await sittingPicture(deps, subjectId);
      if (!sitting) return null;
      const which = { sittingId: subjectId, id: { in: params.fileIds } };
      const came = await standingFiles(deps.db, which);
      return filesCameMessage(sitting, came, { language, zone: deps.zone });
    }),
  ],
  files: [building(sittingFile, buildSittingFile)],
  performers: [performing(keepSittingFilesTask, keepSittingFiles)],
};
