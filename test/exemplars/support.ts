import { randomUUID } from 'node:crypto';
import { answerConsent } from '../../src/exemplars/answers/answer-consent.ts';
import { answerEndorsement } from '../../src/exemplars/answers/answer-endorsement.ts';
import { publishExemplar } from '../../src/exemplars/publication/publish-exemplar.ts';
import { saveText } from '../../src/exemplars/publication/save-text.ts';
import { reportExemplar } from '../../src/exemplars/report/report-exemplar.ts';
import { saveNamed, saveTold } from '../../src/exemplars/report/save-draft.ts';
import { textMark } from '../../src/exemplars/rules.ts';
import { today } from '../../src/kernel/deps.ts';
import type { Day } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { type Agency, slackIdOf } from '../campaigns/support.ts';

export interface Told {
  by?: Login;
  persons?: readonly Login[];
  unitId?: string | null;
  model?: boolean;
  on?: Day;
  deed?: string;
  citizens?: string;
}

/** Writes a report up to its last step. @returns the draft's id */
export async function written(agency: Agency, told: Told = {}): Promise<string> {
  const { by = 'nga.bui', persons = ['lan.tran'], unitId = null, model = false } = told;
  const { deps } = agency;
  const actor = await agency.actor(by);
  const draftId = randomUUID();
  await saveNamed(deps, {
    ...{ actor, draftId, kind: model ? 'advanced_model' : 'good_deed', unitId },
    slackUserIds: persons.map(slackIdOf),
    happenedOn: told.on ?? today(deps),
    endedOn: null,
  });
  await saveTold(deps, {
    ...{ actor, draftId },
    told: {
      deed: told.deed ?? 'Giúp người dân làm hồ sơ',
      place: 'Bộ phận một cửa',
      result: 'Xong trong ngày',
      beneficiaries: 'Người dân',
      ...(model ? { method: 'Phân luồng hồ sơ' } : {}),
    },
  });
  return draftId;
}

export async function send(agency: Agency, draftId: string, told: Told = {}) {
  return reportExemplar(agency.deps, {
    actor: await agency.actor(told.by ?? 'nga.bui'),
    draftId,
    known: {
      source: 'colleague',
      field: 'one_stop',
      ...(told.citizens ? { citizens: told.citizens } : {}),
    },
    files: { files: [], forPress: false },
  });
}

/** A report, sent. @returns the exemplar's id */
export async function reported(agency: Agency, told: Told = {}): Promise<string> {
  const { id } = await send(agency, await written(agency, told), told);
  return id;
}

/** Those who are praised agree; the heads of their units endorse. */
export async function agreed(agency: Agency, exemplarId: string): Promise<void> {
  const { deps } = agency;
  const { subjects, endorsements } = await deps.db.exemplar.findUniqueOrThrow({
    where: { id: exemplarId },
    include: { subjects: { include: { person: true } }, endorsements: true },
  });
  for (const { id, person } of subjects) {
    const login = person?.email.split('@')[0] as Login | undefined;
    if (login) {
      const actor = await agency.actor(login);
      await answerConsent(deps, { actor, subjectId: id, consent: 'public' });
    }
  }
  const director = await agency.actor('hung.le');
  for (const { id } of endorsements)
    await answerEndorsement(deps, { actor: director, endorsementId: id, reason: null });
}

export const HEADLINE = 'Một cửa thân thiện';
const TEXT = 'Hồ sơ xong trong ngày.';

/** The words are written; @returns their mark */
export async function edited(agency: Agency, exemplarId: string): Promise<string> {
  await saveText(agency.deps, {
    ...{ actor: await agency.actor('mai.thai'), exemplarId, headline: HEADLINE, text: TEXT },
    ...{ namesCitizens: false, record: null, channelIds: ['C0THIDUA'] },
  });
  return textMark({ headline: HEADLINE, text: TEXT, citizenConsent: null });
}

/** Reported, agreed to and published. @returns the exemplar's id */
export async function published(
  agency: Agency,
  told: Told & { channels?: readonly string[] } = {},
): Promise<string> {
  const exemplarId = await reported(agency, told);
  await agreed(agency, exemplarId);
  const mark = await edited(agency, exemplarId);
  await publishExemplar(agency.deps, {
    ...{ actor: await agency.actor('mai.thai'), exemplarId, mark },
    channelIds: told.channels ?? ['C0THIDUA'],
  });
  return exemplarId;
}

/** To whom a kind of message was written, by login or channel, in order. */
export async function sentTo(agency: Agency, purpose: string): Promise<string[]> {
  const messages = await agency.deps.db.outgoingMessage.findMany({
    where: { purpose: `exemplars.${purpose}` },
    orderBy: { seq: 'asc' },
    select: { channelId: true, person: { select: { email: true } } },
  });
  return messages.map(({ channelId, person }) => channelId ?? person?.email.split('@')[0] ?? '');
}

export async function subjectOf(agency: Agency, exemplarId: string, login: Login): Promise<string> {
  const { id } = await agency.deps.db.exemplarSubject.findFirstOrThrow({
    where: { exemplarId, personId: personId(login) },
  });
  return id;
}
