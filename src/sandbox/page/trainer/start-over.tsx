import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TrainerReport } from '../../client-protocol.ts';
import { fetchTrainerReport, startOver } from '../model/trainer.ts';
import { useConfirm } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { TrainerWords } from '../words-trainer.ts';

interface StartOverProps {
  words: TrainerWords;
  report: TrainerReport;
  onBegun: () => void;
}

/** Deletes all that was practised, after a confirmation. */
export function StartOver({ words, report, onBegun }: StartOverProps): VNode {
  const confirmed = useConfirm();
  const [trouble, setTrouble] = useState<string | null>(null);

  const begin = async (): Promise<void> => {
    setTrouble(null);
    try {
      const result = await startOver();
      if (result.ok) onBegun();
      else setTrouble(words.failed(result.error));
    } catch {
      setTrouble(words.lost);
    }
  };
  const ask = (): void =>
    confirmed(
      {
        title: { type: 'plain_text', text: words.startOver },
        text: { type: 'plain_text', text: words.startOverSure },
        confirm: { type: 'plain_text', text: words.startOverYes },
        deny: { type: 'plain_text', text: words.startOverNo },
        style: 'danger',
      },
      () => void begin(),
    );

  return (
    <section class="trainer-part" aria-label={words.startOver}>
      <h3>{words.startOver}</h3>
      <p class="hint">{report.canStartOver ? words.startOverHelp : words.startOverElsewhere}</p>
      {report.canStartOver && (
        <button type="button" class="button danger" onClick={ask}>
          {words.startOver}
        </button>
      )}
      {trouble !== null && (
        <p role="alert" class="field-error">
          {trouble}
        </p>
      )}
    </section>
  );
}

const LOOK_MS = 1_000;

/** Stands over the page until another run of the workspace answers; then the page loads anew. */
export function StartingOver({ words, session }: { words: TrainerWords; session: string }): VNode {
  useEffect(() => {
    const timer = window.setInterval(() => {
      fetchTrainerReport().then(
        (report) => {
          if (report.session !== session) window.location.reload();
        },
        // Between the old run and the new one nobody answers.
        () => undefined,
      );
    }, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [session]);
  return (
    <Dialog label={words.startOver} class="confirm" onClose={() => undefined}>
      <h2>{words.startOver}</h2>
      <p class="prose" role="status">
        {words.startingOver}
      </p>
    </Dialog>
  );
}
