import type { RegisterListeners } from '../slack/listeners.ts';
import { openInspectionReport } from './open-report.ts';
import { inspectionPhrases } from './phrases.ts';
import { inspectionView } from './report-views.ts';

export const registerInspectionListeners: RegisterListeners = (on, deps) => {
  on.subcommand(
    {
      command: '/thidua',
      names: ['kiem tra', 'kiemtra', 'inspection'],
      usage: (language) => inspectionPhrases[language].usage,
    },
    async ({ actor, openModal }) => {
      await openModal(inspectionView(await openInspectionReport(deps, { actor }), actor.language));
    },
  );
};
