import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { clip, escapeText } from '../slack/blocks.ts';
import type { Answer, RegisterListeners } from '../slack/listeners.ts';
import { registerAnswerListeners } from './answers/answer-slack.ts';
import { dutyHome } from './calendar/calendar-views.ts';
import { discoveriesOf } from './calendar/duty-queries.ts';
import { registerCommendationListeners } from './commendation/commendation-slack.ts';
import { registerPublicationListeners } from './publication/publication-slack.ts';
import { listCared, listMine, listPublished, searchPublished } from './reading/list-exemplars.ts';
import { readCommand } from './reading/read-command.ts';
import { readingPhrases } from './reading/reading-phrases.ts';
import { fileViewFor } from './reading/reading-slack.ts';
import { listAnswer } from './reading/reading-views.ts';
import { beginReport, registerReportListeners } from './report/report-slack.ts';
import { applicationsFor, registerSpreadListeners } from './spread/spread-slack.ts';
import { headedUnits } from './units.ts';

/** `/tuyenduong` and what follows from it. */
export const registerExemplarsListeners: RegisterListeners = (on, deps) => {
  on.command('/tuyenduong', async (request) => {
    const { actor, words, reply, openModal } = request;
    const say = readingPhrases[actor.language];
    const wish = readCommand(words);
    switch (wish.kind) {
      case 'form':
        return beginReport(deps, request);
      case 'list':
        return reply(await listFor(deps, actor));
      case 'mine': {
        const list = { heading: say.mineHeading, none: say.none, states: true };
        return reply(listAnswer(await listMine(deps, actor), list, actor.language));
      }
      case 'applications':
        return reply(await applicationsFor(deps, actor));
      case 'file':
        return openModal(await fileViewFor(deps, actor, { number: wish.number }));
      case 'search':
        return reply(await searchFor(deps, actor, wish.words));
      case 'help': {
        const unknown = escapeText(clip(wish.unknown ?? '', 100));
        const lead = wish.unknown === null ? [] : [say.notUnderstood({ words: unknown })];
        return reply({ text: [...lead, say.help].join('\n') });
      }
    }
  });

  registerReportListeners(on, deps);
  registerAnswerListeners(on, deps);
  registerPublicationListeners(on, deps);
  registerSpreadListeners(on, deps);
  registerCommendationListeners(on, deps);

  on.home(async (actor) => {
    const units = await headedUnits(deps.db, actor, today(deps));
    const search = { unitIds: units.map(({ id }) => id), zone: deps.zone };
    return dutyHome(await discoveriesOf(deps.db, search), today(deps), actor.language);
  });
};

/** What is published; for communications and secretaries what waits too, with the share of direct workers. */
async function listFor(deps: Deps, actor: Actor): Promise<Answer> {
  const { language } = actor;
  const say = readingPhrases[language];
  const cared = await listCared(deps, actor);
  if (cared) {
    const list = { heading: say.caredHeading, none: say.none, states: true, share: true };
    return listAnswer(cared, list, language);
  }
  const list = { heading: say.listHeading, none: say.none, states: false };
  return listAnswer(await listPublished(deps), list, language);
}

async function searchFor(deps: Deps, { language }: Actor, typed: string): Promise<Answer> {
  const say = readingPhrases[language];
  if (typed.trim() === '') return { text: say.searchWhat };
  const words = escapeText(clip(typed, 100));
  const list = {
    heading: say.searchHeading({ words }),
    none: say.nothingFound({ words }),
    states: false,
  };
  return listAnswer(await searchPublished(deps, typed), list, language);
}
