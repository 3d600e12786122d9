import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TrainerReport } from '../../client-protocol.ts';
import { fetchTrainerReport, startOver } from '../model/trainer.ts';
import { useConfirm } from '../ui/confirm-dialog.tsx';
import type { TrainerWords } from '../words-trainer.ts';

interface StartOverProps {
  words: TrainerWords;
  report: TrainerReport;
}

const LOOK_MS = 500;

/** Deletes all that was practised, after a confirmation, and opens the page on the fresh agency. */
export function StartOver({ words, report }: StartOverProps): VNode {
  const confirmed = useConfirm();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  useReloadAfter(leaving);

  const begin = async (): Promise<void> => {
    setTrouble(null);
    try {
      const result = await startOver();
      if (result.ok) setLeaving(report.session);
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
        <button
          type="button"
          class="button danger"
          aria-disabled={leaving !== null}
          onClick={() => {
            if (leaving === null) ask();
          }}
        >
          {words.startOver}
        </button>
      )}
      <p role="status" class={trouble === null ? 'trainer-said' : 'field-error'}>
        {trouble ?? (leaving !== null && words.startingOver)}
      </p>
    </section>
  );
}

/** Waits until another run of the workspace answers, then loads the page anew. */
function useReloadAfter(leaving: string | null): void {
  useEffect(() => {
    if (leaving === null) return;
    const timer = window.setInterval(() => {
      fetchTrainerReport().then(
        ({ session }) => {
          if (session !== leaving) window.location.reload();
        },
        // Between the old run and the new one nobody answers.
        () => undefined,
      );
    }, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [leaving]);
}
