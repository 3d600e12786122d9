import { building, type DomainJobs, performing, rendering } from '../../jobs/kinds.ts';
import {
  checkFiguresFile,
  figuresChecked,
  figuresProblemsFile,
  figuresTemplateFile,
} from './figure-file-controls.ts';
import { figuresCheckedCard } from './figure-file-views.ts';
import { buildFigureProblems, buildFigureTemplate } from './figure-template.ts';
import { discardOldFigureFiles, findFigureFile } from './import-figures.ts';
import { takeFigureFile } from './take-figure-file.ts';

export const figureFileJobs: DomainJobs = {
  renderers: [
    rendering(figuresChecked, async (deps, { subjectId, language }) =>
      figuresCheckedCard(await findFigureFile(deps.db, subjectId), { language, zone: deps.zone }),
    ),
  ],
  performers: [performing(checkFiguresFile, takeFigureFile)],
  files: [
    building(figuresTemplateFile, buildFigureTemplate),
    building(figuresProblemsFile, buildFigureProblems),
  ],
  due: [discardOldFigureFiles],
};
