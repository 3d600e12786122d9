import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { fold } from '../../rulebook/fold.ts';
import { option } from '../../slack/blocks.ts';
import type { SubmissionAnswer } from '../../slack/kinds.ts';
import type { OpeningRequest, RegisterListeners } from '../../slack/listeners.ts';
import { exemplarFile } from '../queries.ts';
import { fileViewFor } from '../reading/reading-slack.ts';
import { refusal } from '../refusal.ts';
import { namesText } from '../texts.ts';
import { unitsOn } from '../units.ts';
import { draftFromMessage } from './draft-from-message.ts';
import { type Draft, discardDraft, draftsOf, findDraft } from './drafts.ts';
import {
  discardButton,
  knownModal,
  namedModal,
  newReportButton,
  PRAISE_SHORTCUT,
  PRAISED_UNIT,
  resumeButton,
  toldModal,
} from './report-controls.ts';
import { reportExemplar } from './report-exemplar.ts';
import { reportPhrases } from './report-phrases.ts';
import { draftsAnswer, knownView, namedView, receiptView, toldView } from './report-views.ts';
import { saveNamed, saveTold } from './save-draft.ts';

const reportRefusal = refusing(reportPhrases);

/** Reporting: the form in three steps, from the command or from a message. */
export const registerReportListeners: RegisterListeners = (on, deps) => {
  on.messageShortcut(PRAISE_SHORTCUT, async ({ actor, message, openModal }) => {
    const taken = await draftFromMessage(deps, { actor, message });
    await openModal(
      taken.kind === 'reported'
        ? await fileViewFor(deps, actor, { id: taken.id })
        : await formFor(deps, actor, taken.draft),
    );
  });

  on.button(newReportButton, async ({ actor, openModal }) => {
    await openModal(emptyForm(actor));
    return undefined;
  });

  on.button(resumeButton, async ({ actor, value, openModal }) => {
    const draft = await findDraft(deps.db, { ...value, personId: actor.personId });
    if (!draft) throw reportRefusal('draft_gone', (p) => p.draftGone);
    await openModal(await formFor(deps, actor, draft));
    return undefined;
  });

  on.button(discardButton, async ({ actor, value }) => {
    await discardDraft(deps, { actor, ...value });
    return { text: reportPhrases[actor.language].discarded };
  });

  on.suggestions(PRAISED_UNIT, async ({ typed }) => {
    const units = await unitsOn(deps.db, today(deps));
    const sought = fold(typed);
    return units
      .filter(({ name }) => fold(name).includes(sought))
      .slice(0, 100)
      .map(({ id, name }) => option(name, id));
  });

  on.submission(namedModal, async ({ actor, metadata, fields }) => {
    const {
      persons: slackUserIds,
      [PRAISED_UNIT]: unitId = null,
      endedOn = null,
      ...rest
    } = fields;
    const named = { ...metadata, ...rest, slackUserIds, unitId, endedOn };
    const saved = await saveNamed(deps, { actor, ...named });
    if (saved.kind === 'reported') return standing(deps, actor, saved.id);
    return { next: 'push', view: toldView(saved.draft, actor.language) };
  });

  on.submission(toldModal, async ({ actor, metadata, fields }) => {
    const saved = await saveTold(deps, { actor, ...metadata, told: fields });
    if (saved.kind === 'reported') return standing(deps, actor, saved.id);
    return { next: 'push', view: knownView(saved.draft, actor.language) };
  });

  on.submission(knownModal, async ({ actor, metadata, fields }) => {
    const { files, forPress, ...known } = fields;
    const given = { files, forPress: forPress.length > 0 };
    const reported = await reportExemplar(deps, { actor, ...metadata, known, files: given });
    const file = await exemplarFile(deps.db, { id: reported.id });
    if (!file) throw refusal('exemplar_unknown', (p) => p.unknown);
    const receipt = { ...reported, names: namesText(file.subjects), files: files.length > 0 };
    return { next: 'show', view: receiptView(receipt, actor.language) };
  });
};

/** `/tuyenduong` alone: what is being written, or an empty form. */
export async function beginReport(
  deps: Deps,
  request: OpeningRequest & { reply(answer: ReturnType<typeof draftsAnswer>): Promise<void> },
): Promise<void> {
  const { actor } = request;
  const drafts = await draftsOf(deps.db, actor.personId);
  await (drafts.length > 0
    ? request.reply(draftsAnswer(drafts, deps.zone, actor.language))
    : request.openModal(emptyForm(actor)));
}

function emptyForm({ language }: Actor): ModalView {
  const form = { draftId: randomUUID(), draft: null, slackUserIds: [], unit: null };
  return namedView(form, language);
}

async function formFor(deps: Deps, { language }: Actor, draft: Draft): Promise<ModalView> {
  const { personIds = [], unitId } = draft.content.named;
  const [persons, unit] = await Promise.all([
    deps.db.person.findMany({
      where: { id: { in: personIds } },
      select: { slackUserId: true },
    }),
    unitId
      ? deps.db.unit.findUnique({ where: { id: unitId }, select: { id: true, name: true } })
      : null,
  ]);
  const slackUserIds = persons.flatMap((person) => person.slackUserId ?? []);
  return namedView({ draftId: draft.id, draft, slackUserIds, unit }, language);
}

/** The form was sent already: what stands, in the place of the step. */
async function standing(deps: Deps, actor: Actor, id: string): Promise<SubmissionAnswer> {
  const view = await fileViewFor(deps, actor, { id });
  return { next: 'show', view: { ...view, clear_on_close: true } };
}
