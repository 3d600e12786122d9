import { sentFilePhrases } from '../../documents/sent-file-phrases.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { mayConvene } from '../authority.ts';
import { holdResults } from '../release/hold-results.ts';
import { releasePhrases } from '../release/release-phrases.ts';
import { releaseResults } from '../release/release-results.ts';
import { barredItems } from '../sittings/barred-items.ts';
import { notTheirs, requireHeld, unknownSitting } from '../sittings/running.ts';
import { mayReadSitting, sittingPicture } from '../sittings/sitting-queries.ts';
import { groupsOf } from '../sittings/sitting-views.ts';
import { attachPaper, replacePaper } from './attach-paper.ts';
import {
  attachPaperButton,
  attachPaperModal,
  getPaperButton,
  holdResultsButton,
  papersButton,
  releaseResultsButton,
  replacePaperButton,
  replacePaperModal,
  takeBackPaperButton,
  takeBackPaperModal,
} from './paper-controls.ts';
import { paperRefusal, paperPhrases as phrases } from './paper-phrases.ts';
import { awaitedPapers, findPaper, type SittingPapers, sittingPapers } from './paper-queries.ts';
import { attachPaperView, papersView, replacePaperView, takeBackPaperView } from './paper-views.ts';
import { mayReadHeld, sendPaper } from './send-paper.ts';
import { takeBackPaper } from './take-back-paper.ts';

/** The signed papers of a sitting, and its results that are held until the decision. */
export const registerPaperListeners: RegisterListeners = (on, deps) => {
  const sittingOf = async (paperId: string) => {
    const paper = await findPaper(deps.db, paperId);
    if (!paper) throw paperRefusal('paper_unknown', (p) => p.unknown);
    return paper.sittingId;
  };
  const readerOf = ({ language }: Actor) => {
    const { zone, rulebook } = deps;
    return { language, zone, rulebook };
  };

  const papersOf = async (actor: Actor, sittingId: string, done?: string) => {
    const { sitting, runs } = await sittingFor(deps, actor, sittingId);
    const readsHeld = await readsHeldOf(deps, actor, { sitting, runs });
    const mayRead = ({ kind }: { kind: string }) => readsHeld || kind === 'decision';
    return papersView(sitting, { runs, readsHeld, mayRead }, readerOf(actor), done);
  };

  on.button(papersButton, async ({ actor, value, openModal }) => {
    await openModal(await papersOf(actor, value.sittingId));
    return undefined;
  });

  on.button(holdResultsButton, async ({ actor, value }) => {
    await holdResults(deps, { actor, ...value });
    const words = releasePhrases[actor.language];
    return { text: value.holds ? words.held : words.notHeld };
  });

  on.button(releaseResultsButton, async ({ actor, value }) => {
    const count = await releaseResults(deps, { actor, ...value });
    return { text: releasePhrases[actor.language].released({ count }) };
  });

  on.button(attachPaperButton, async ({ actor, value, showModal }) => {
    const sitting = await sittingToRun(deps, actor, value.sittingId);
    const form = {
      today: today(deps),
      readsHeld: await readsHeldOf(deps, actor, { sitting, runs: true }),
      undecided: await undecidedAt(deps, actor, sitting.id),
    };
    if (awaitedPapers(sitting, form).length === 0)
      throw paperRefusal('nothing_counted', (p) => p.problem({ code: 'nothing_counted' }));
    await showModal(attachPaperView(sitting, form, readerOf(actor)));
    return undefined;
  });

  on.submission(attachPaperModal, async ({ actor, metadata, fields }) => {
    const { paper: ref, file: files, ...given } = fields;
    await attachPaper(deps, { actor, ...metadata, ...given, ref, files });
    const text = phrases[actor.language].checking;
    return { next: 'show', view: await papersOf(actor, metadata.sittingId, text) };
  });

  on.button(replacePaperButton, async ({ actor, value, showModal }) => {
    await showModal(
      replacePaperView(await paperToRun(deps, actor, value.paperId), readerOf(actor)),
    );
    return undefined;
  });

  on.submission(replacePaperModal, async ({ actor, metadata, fields }) => {
    const { file: files, ...given } = fields;
    await replacePaper(deps, { actor, ...metadata, ...given, files });
    const text = phrases[actor.language].checking;
    const sittingId = await sittingOf(metadata.paperId);
    return { next: 'show', view: await papersOf(actor, sittingId, text) };
  });

  on.button(takeBackPaperButton, async ({ actor, value, showModal }) => {
    const paper = await paperToRun(deps, actor, value.paperId);
    await showModal(takeBackPaperView(paper, readerOf(actor)));
    return undefined;
  });

  on.submission(takeBackPaperModal, async ({ actor, metadata, fields }) => {
    const happened = await takeBackPaper(deps, { actor, ...metadata, ...fields });
    const text = phrases[actor.language].takenBackNow({ happened });
    const sittingId = await sittingOf(metadata.paperId);
    return { next: 'show', view: await papersOf(actor, sittingId, text) };
  });

  on.button(getPaperButton, async ({ actor, value }) => {
    await sendPaper(deps, { actor, ...value });
    return { text: sentFilePhrases[actor.language].coming };
  });
};

function readsHeldOf(
  deps: Deps,
  actor: Actor,
  { sitting, runs }: { sitting: SittingPapers; runs: boolean },
): Promise<boolean> {
  return mayReadHeld(deps, actor, { kind: 'sitting', sittingId: sitting.id, runs });
}

/** A sitting for whoever reads its council; one that was called off has no papers. */
async function sittingFor(
  deps: Deps,
  actor: Actor,
  sittingId: string,
): Promise<{ sitting: SittingPapers; runs: boolean }> {
  const sitting = await sittingPapers(deps, deps.db, sittingId);
  if (!sitting) throw unknownSitting();
  const { id: councilId, unitId: councilUnitId } = sitting.council;
  const which = { id: sittingId, councilId, councilUnitId };
  if (!(await mayReadSitting(deps, actor, which))) throw unknownSitting();
  requireHeld(sitting);
  return { sitting, runs: await mayConvene(deps.db, actor, sitting.council, today(deps)) };
}

/** What still waits for a ballot at a sitting and may have one, as far as the reader may know. */
async function undecidedAt(deps: Deps, { personId }: Actor, sittingId: string) {
  const sitting = await sittingPicture(deps, sittingId);
  const barred = await barredItems(deps, deps.db, { personId, sittingIds: [sittingId] });
  const waiting = sitting?.agenda.filter(
    ({ id, awaiting, signed, ballot }) =>
      awaiting && !signed && ballot?.state !== 'open' && !barred.has(id),
  );
  return groupsOf(waiting ?? []);
}

async function sittingToRun(deps: Deps, actor: Actor, sittingId: string): Promise<SittingPapers> {
  const { sitting, runs } = await sittingFor(deps, actor, sittingId);
  if (!runs) throw notTheirs();
  return sitting;
}

async function paperToRun(deps: Deps, actor: Actor, paperId: string) {
  const paper = await findPaper(deps.db, paperId);
  if (!paper) throw paperRefusal('paper_unknown', (p) => p.unknown);
  await sittingToRun(deps, actor, paper.sittingId);
  return paper;
}
