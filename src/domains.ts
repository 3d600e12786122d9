import { figureFileJobs } from './campaigns/figure-files/figure-file-jobs.ts';
import { campaignsJobs } from './campaigns/jobs.ts';
import { registerCampaignsListeners } from './campaigns/slack.ts';
import { compositionJobs } from './councils/composition/composition-jobs.ts';
import { registerCompositionListeners } from './councils/composition/composition-slack.ts';
import { councilsJobs } from './councils/jobs.ts';
import { sittingFileJobs } from './councils/sittings/files/files-jobs.ts';
import { registerCouncilsListeners } from './councils/slack.ts';
import { exemplarsJobs } from './exemplars/jobs.ts';
import { registerExemplarsListeners } from './exemplars/slack.ts';
import { importsJobs } from './imports/jobs.ts';
import { registerImportsListeners } from './imports/slack.ts';
import { intakeJobs } from './initiatives/intake/intake-jobs.ts';
import { registerIntakeListeners } from './initiatives/intake/intake-slack.ts';
import { initiativesJobs } from './initiatives/jobs.ts';
import { scoringJobs } from './initiatives/scoring/scoring-jobs.ts';
import { registerScoringListeners } from './initiatives/scoring/scoring-slack.ts';
import { registerInitiativesListeners } from './initiatives/slack.ts';
import { registerInspectionListeners } from './inspection/slack.ts';
import type { DomainJobs } from './jobs/kinds.ts';
import { peopleJobs } from './people/jobs.ts';
import { registerPeopleListeners } from './people/slack.ts';
import { recordsJobs } from './records/jobs.ts';
import { registerRecordsListeners } from './records/slack.ts';
import { registerRulesListeners } from './rulebook/rules-slack.ts';
import { registerRulebookListeners } from './rulebook/slack.ts';
import type { RegisterListeners } from './slack/listeners.ts';
import { titlesJobs } from './titles/jobs.ts';
import { registerTitlesListeners } from './titles/slack.ts';

/** Every matter of the domain, in the order in which the app's Home shows them: what it listens to. */
export const listeners: readonly RegisterListeners[] = [
  registerTitlesListeners,
  registerInitiativesListeners,
  registerIntakeListeners,
  registerScoringListeners,
  registerCouncilsListeners,
  registerCompositionListeners,
  registerCampaignsListeners,
  registerExemplarsListeners,
  registerRulebookListeners,
  registerRulesListeners,
  registerPeopleListeners,
  registerRecordsListeners,
  registerInspectionListeners,
  registerImportsListeners,
];

/** Every matter of the domain: its messages, work and calendar. */
export const jobs: readonly DomainJobs[] = [
  titlesJobs,
  initiativesJobs,
  intakeJobs,
  scoringJobs,
  councilsJobs,
  compositionJobs,
  sittingFileJobs,
  campaignsJobs,
  figureFileJobs,
  exemplarsJobs,
  peopleJobs,
  recordsJobs,
  importsJobs,
];
