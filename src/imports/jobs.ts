import { building, type DomainJobs, performing, rendering } from '../jobs/kinds.ts';
import { checkSentFile } from './check-sent-file.ts';
import { discardOldRuns } from './discard-old-runs.ts';
import { checked, checkFile, problemsFile, refused, templateFile } from './messages.ts';
import { phrases } from './phrases.ts';
import { findRun } from './run-import.ts';
import { problemsWorkbook, templateName, templateWorkbook } from './template.ts';
import { checkedCard, refusedNews } from './views.ts';

export const importsJobs: DomainJobs = {
  renderers: [
    rendering(checked, async (deps, { subjectId, language }) =>
      checkedCard(await findRun(deps.db, subjectId), { language, zone: deps.zone }),
    ),
    rendering(refused, async (_deps, { params, language }) => refusedNews(params, language)),
  ],
  performers: [performing(checkFile, checkSentFile)],
  due: [discardOldRuns],
  files: [
    building(templateFile, async (_deps, { params: { kind }, language }) => {
      const say = phrases[language];
      return {
        name: templateName(kind),
        content: await templateWorkbook(kind, language),
        comment: say.templateComment({ kind: say.kinds[kind] }),
      };
    }),
    building(problemsFile, async (deps, { params: { runId }, language }) => {
      const { kind, problems, problemCount, fileName } = await findRun(deps.db, runId);
      return {
        name: `loi-${fileName.replace(/\.[^.]*$/, '').slice(0, 80)}.xlsx`,
        content: await problemsWorkbook(kind, problems, language),
        comment: phrases[language].problemsComment({
          count: problemCount,
          kept: problems.length,
          file: fileName,
        }),
      };
    }),
  ],
};
