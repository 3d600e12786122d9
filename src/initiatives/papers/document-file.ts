import { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import { type BuiltFile, fileKind } from '../../jobs/kinds.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { dayIn } from '../../kernel/time.ts';
import { type Actor, actorOf } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import { openFile } from '../open-file.ts';
import { recognisingUnit } from '../recognising-unit.ts';
import { deadlineFrom } from '../rules.ts';
import { DOCUMENT_NAMES, type DocumentName, documentsOf } from './document-names.ts';
import { documentPhrases } from './document-phrases.ts';
import type { DocumentContent } from './documents.ts';
import { leavesByHand } from './people-rows.ts';

/** A paper of an initiative, as a .docx file. */
export const documentFile = fileKind(
  'initiatives.document',
  z.object({ initiativeId: z.uuid(), name: z.enum(DOCUMENT_NAMES) }),
);

type Wanted = z.infer<(typeof documentFile)['params']>;

/**
 * Has a paper made and sent to somebody who may read the initiative.
 *
 * @throws AppError initiative_unknown, document_not_yet
 */
export async function requestDocument(
  deps: Deps,
  { actor, wanted }: { actor: Actor; wanted: Wanted },
): Promise<void> {
  const { file } = await openFile(deps, actor, { id: wanted.initiativeId });
  if (!documentsOf(file).includes(wanted.name)) throw notYet();
  await inTransaction(deps.db, (tx) =>
    sendFile(tx, documentFile, { personId: actor.personId, params: wanted }),
  );
}

/** The paper for its reader; what they may read is judged again when it is made. */
export async function buildDocumentFile(
  deps: Deps,
  { params, personId, language }: { params: Wanted; personId: string; language: Language },
): Promise<BuiltFile> {
  // With it comes the library for documents, which most starts never need.
  const { documentFileName, initiativeDocument } = await import('./documents.ts');
  const { name, initiativeId } = params;
  const content = await documentContent(deps, { personId, initiativeId, name });
  const { number, title } = content.file;
  return {
    name: documentFileName(name, content.file),
    content: await initiativeDocument(name, content),
    comment: documentPhrases[language].comment({
      paper: documentPhrases[language].names[name],
      number,
      title: escapeText(title),
      byHand: WITH_BIRTHS.has(name) && leavesByHand(content.file),
    }),
  };
}

/** Those whose form asks for days of birth and qualifications. */
const WITH_BIRTHS: ReadonlySet<DocumentName> = new Set(['request', 'certificate']);

/** @throws AppError initiative_unknown, document_not_yet */
async function documentContent(
  deps: Deps,
  wanted: { personId: string; initiativeId: string; name: DocumentName },
): Promise<DocumentContent> {
  const { db, rulebook, zone } = deps;
  const reader = await actorOf(deps, wanted.personId);
  if (!reader) throw notYet();
  const { file, confidential } = await openFile(deps, reader, { id: wanted.initiativeId });
  if (!documentsOf(file).includes(wanted.name)) throw notYet();
  const acceptedOn = file.acceptedAt && dayIn(zone, file.acceptedAt);
  return {
    file,
    confidential,
    recognising: await recognisingUnit(deps, db, file),
    accepted:
      acceptedOn === null
        ? null
        : {
            on: acceptedOn,
            by: await accepterOf(db, file.id),
            decision: deadlineFrom(rulebook, 'decision', acceptedOn),
          },
    formRefused: await formRefusalOf(deps, file.id),
    on: today(deps),
  };
}

async function accepterOf(tx: Tx, initiativeId: string): Promise<string> {
  const step = await tx.initiativeStep.findFirst({
    where: { initiativeId, kind: 'accepted' },
    orderBy: { seq: 'desc' },
    select: { by: { select: { fullName: true } } },
  });
  return step?.by.fullName ?? '';
}

async function formRefusalOf(
  { db, zone }: Deps,
  initiativeId: string,
): Promise<DocumentContent['formRefused']> {
  const step = await db.initiativeStep.findFirst({
    where: { initiativeId, kind: 'form_refused' },
    orderBy: { seq: 'desc' },
    select: { at: true, ground: true, reason: true },
  });
  return step && { on: dayIn(zone, step.at), ground: step.ground, reason: step.reason ?? '' };
}

function notYet(): AppError {
  return new AppError('document_not_yet', { say: (language) => documentPhrases[language].notYet });
}
