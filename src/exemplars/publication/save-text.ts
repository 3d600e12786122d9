import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type AppError, refusing, throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { mayEdit } from '../access.ts';
import { holdExemplar } from '../hold-exemplar.ts';
import { readyToEdit } from '../messages.ts';
import type { ExemplarFile } from '../queries.ts';
import { exemplarFile } from '../queries.ts';
import { citizenNames, isOpen, MOST_CHANNELS, namesIn, textMark } from '../rules.ts';
import { publicationPhrases } from './publication-phrases.ts';
import { searchTextOf } from './search-text.ts';
import { redrawShown } from './take-down.ts';

const refusal = refusing(publicationPhrases);

export interface Words {
  headline: string;
  text: string;
  /** When and how the citizens who are named agreed; null: the words name none. */
  citizenConsent: string | null;
}

/**
 * What communications may edit.
 *
 * @throws AppError not_communications, exemplar_closed
 */
export async function openToEdit(
  tx: Tx,
  actor: Actor,
  file: ExemplarFile | null,
): Promise<ExemplarFile> {
  if (!file || !(await mayEdit(tx, actor, file)))
    throw refusal('not_communications', (p) => p.notCommunications);
  if (!isOpen(file.state)) throw refusal('exemplar_closed', (p) => p.closed);
  return file;
}

/**
 * Keeps the words of a post. Nobody is named in them who did not agree: of those who are praised, whoever
 * refused or has not answered, or whose head did not endorse; of citizens, whoever has no record of consent
 * (Nghị định 13/2023/NĐ-CP, Điều 11). Words of a post that is out are redrawn in the channels.
 *
 * @param input.namesCitizens whether the words name a citizen; then `record` says when and how they agreed
 * @param input.channelIds where it is to be posted
 * @throws AppError not_communications, exemplar_closed; name_without_consent, citizen_without_consent,
 *   record_missing, channels_missing, too_many_channels at their fields, together
 */
export async function saveText(
  deps: Deps,
  input: {
    actor: Actor;
    exemplarId: string;
    headline: string;
    text: string;
    namesCitizens: boolean;
    record: string | null;
    channelIds: readonly string[];
  },
): Promise<ExemplarFile & Words> {
  const { actor, exemplarId, headline, text, namesCitizens, record } = input;
  return inTransaction(deps.db, async (tx) => {
    const held = await holdExemplar(tx, exemplarId);
    const before = await openToEdit(tx, actor, held);
    throwTogether(problems(before, input));
    const citizenConsent = namesCitizens ? record : null;
    const words = { headline, text, citizenConsent };
    const same =
      before.headline === headline &&
      before.text === text &&
      before.citizenConsent === citizenConsent;
    if (same) return { ...before, ...words };
    const search = before.state === 'published' ? searchTextOf({ ...before, headline }) : null;
    await tx.$executeRaw`
      update exemplar set headline = ${headline}, text = ${text}, citizen_consent = ${citizenConsent},
        search_text = ${search}, edited_by_id = ${actor.personId}::uuid, edited_at = app_now()
      where id = ${exemplarId}::uuid`;
    await audit(tx, {
      kind: 'exemplar.edited',
      subjectId: exemplarId,
      actorId: actor.personId,
      // The log keeps no names: who takes consent back is to be forgotten.
      before: { mark: before.headline === null ? null : markOf(before) },
      after: { mark: textMark(words), namesCitizens },
    });
    await (before.state === 'published'
      ? redrawShown(tx, exemplarId)
      : refreshMessages(tx, readyToEdit, exemplarId));
    const file = await exemplarFile(tx, { id: exemplarId });
    return { ...(file ?? before), ...words };
  });
}

function markOf({ headline, text, citizenConsent }: ExemplarFile): string {
  return textMark({ headline: headline ?? '', text: text ?? '', citizenConsent });
}

function problems(
  file: ExemplarFile,
  input: {
    headline: string;
    text: string;
    namesCitizens: boolean;
    record: string | null;
    channelIds: readonly string[];
  },
): AppError[] {
  const { channelIds, namesCitizens, record } = input;
  return [
    ...namingProblems(file, input),
    ...(namesCitizens && !record
      ? [refusal('record_missing', (p) => p.recordMissing, 'record')]
      : []),
    ...(channelIds.length === 0
      ? [refusal('channels_missing', (p) => p.channelsMissing, 'channels')]
      : []),
    ...(channelIds.length > MOST_CHANNELS
      ? [
          refusal(
            'too_many_channels',
            (p) => p.tooManyChannels({ most: MOST_CHANNELS }),
            'channels',
          ),
        ]
      : []),
  ];
}

/** Names that must not stand in the words of a post; at the field in which they stand. */
export function namingProblems(
  { subjects, citizens }: ExemplarFile,
  { headline, text, namesCitizens }: { headline: string; text: string; namesCitizens: boolean },
): AppError[] {
  const silent = subjects.flatMap((one) => (one.mayBeNamed ? [] : one.name));
  const people = namesCitizens ? [] : citizenNames(citizens);
  return (['headline', 'text'] as const).flatMap((field) => {
    const words = field === 'headline' ? headline : text;
    const [without] = [namesIn(words, silent)];
    if (without && without.length > 0)
      return [
        refusal('name_without_consent', (p) => p.nameWithoutConsent({ names: without }), field),
      ];
    const named = namesIn(words, people);
    return named.length > 0
      ? [
          refusal(
            'citizen_without_consent',
            (p) => p.citizenWithoutConsent({ names: named }),
            field,
          ),
        ]
      : [];
  });
}
