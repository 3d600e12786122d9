import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { actions, confirmation, escapeText, quote, section } from '../../slack/blocks.ts';
import { viewButton } from '../controls.ts';
import type { InitiativeFile, OtherInitiative } from '../file-queries.ts';
import {
  annulButton,
  mergeButton,
  withdrawAnnulmentButton,
  withdrawButton,
} from './ending-controls.ts';
import { endingPhrases } from './ending-phrases.ts';
import type { FileWorkflow } from './prepare-workflow.ts';
import { timelineLines } from './timeline-views.ts';
import {
  acceptButton,
  changesButton,
  mendButton,
  refuseFormButton,
  returnButton,
} from './workflow-controls.ts';
import { workflowPhrases } from './workflow-phrases.ts';

const MOST_WARNED = 5;

/** The part of a file that tells how far it is, with what the reader may do. */
export function fileWorkflowBlocks(
  file: InitiativeFile,
  workflow: FileWorkflow,
  zone: string,
  language: Language,
): KnownBlock[] {
  const words = workflowPhrases[language];
  const buttons = fileButtons(file, workflow, language);
  const asked = workflow.timeline.findLast((entry) => entry.kind === 'returned');
  return [
    section(`*${words.historyLabel}*\n${timelineLines(workflow.timeline, zone, language)}`),
    ...(file.state === 'returned' && asked && 'reason' in asked
      ? [section(words.mendAsked), quote(asked.reason ?? '')]
      : []),
    ...(file.mendedLate && file.state === 'received' ? [section(words.mendedLate)] : []),
    ...mergerBlocks(file, workflow, language),
    ...missingAuthorsBlocks(workflow.missingAuthors, language),
    ...annulmentBlocks(workflow, language),
    ...(buttons.length > 0 ? [actions('workflow', ...buttons)] : []),
  ];
}

function fileButtons(
  { id: initiativeId, state, revision }: InitiativeFile,
  { may, wasMended }: FileWorkflow,
  language: Language,
): Button[] {
  const words = workflowPhrases[language];
  const ending = endingPhrases[language];
  const buttons: Button[] = [];
  if (state === 'received' || state === 'returned' || state === 'accepted') {
    const seen = { initiativeId, revision, state };
    if (may.accept) buttons.push(acceptButton.button(words.accept, seen, { style: 'primary' }));
    if (may.return) buttons.push(returnButton.button(words.giveBack, seen));
    if (may.refuseForm) buttons.push(refuseFormButton.button(words.refuseForm, seen));
  }
  if (may.mend)
    buttons.push(mendButton.button(words.mend, { initiativeId, revision }, { style: 'primary' }));
  if (wasMended) buttons.push(changesButton.button(words.seeChanges, { initiativeId }));
  if (may.merge) buttons.push(mergeButton.button(ending.merge, { initiativeId }));
  if (may.withdraw) buttons.push(withdrawButton.button(ending.withdraw, { initiativeId }));
  if (may.proposeAnnulment) buttons.push(annulButton.button(ending.annul, { initiativeId }));
  return buttons;
}

function annulmentBlocks(
  { annulmentWaits, ownProposalId }: FileWorkflow,
  language: Language,
): KnownBlock[] {
  if (!annulmentWaits) return [];
  const words = endingPhrases[language];
  if (ownProposalId === null) return [section(words.proposalWaits)];
  const confirm = confirmation({
    title: words.withdrawProposalTitle,
    text: words.withdrawProposalText,
    confirm: words.withdrawProposal,
    deny: words.later,
  });
  const value = { annulmentId: ownProposalId };
  return [
    section(
      words.proposalWaits,
      withdrawAnnulmentButton.button(words.withdrawProposal, value, { confirm }),
    ),
  ];
}

/** A warning for each one merged in whose authors are not all named; wherever it goes on from here. */
export function missingAuthorsBlocks(
  missing: readonly FileWorkflow['missingAuthors'][number][],
  language: Language,
): KnownBlock[] {
  const say = endingPhrases[language].authorsMissing;
  return missing
    .slice(0, MOST_WARNED)
    .map(({ merged, names }) => section(say({ merged, names: names.map(escapeText) })));
}

function mergerBlocks(
  { mergedInto, merged }: InitiativeFile,
  { readable }: FileWorkflow,
  language: Language,
): KnownBlock[] {
  const words = endingPhrases[language];
  const named = ({ number, title }: OtherInitiative) => `*${number}* – ${escapeText(title)}`;
  const block = (text: string, { id, number }: OtherInitiative) =>
    readable.has(id)
      ? section(text, viewButton.button(words.viewOther({ number }), { initiativeId: id }))
      : section(text);
  return [
    ...(mergedInto ? [block(words.goesOnIn({ other: named(mergedInto) }), mergedInto)] : []),
    ...merged.map((other) => block(words.tookIn({ others: named(other) }), other)),
  ];
}
