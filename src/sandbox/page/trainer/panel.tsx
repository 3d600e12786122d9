import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from '../ui/icons.tsx';
import { TRAINER_WORDS } from '../words-trainer.ts';
import { PracticeClock } from './clock.tsx';
import { Deliveries } from './deliveries.tsx';
import { Failures } from './failures.tsx';
import { StartingOver, StartOver } from './start-over.tsx';
import { useReport } from './use-report.ts';

/** What a trainer may do and see, beside the conversation; on a narrow screen over it. */
export function TrainerPanel({ onClose }: { onClose: () => void }): VNode {
  const { language } = usePage();
  const words = TRAINER_WORDS[language];
  /** The run of the workspace that is being left, while it starts over. */
  const [leaving, setLeaving] = useState<string | null>(null);
  const { report, reload } = useReport(leaving !== null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside
      ref={panel}
      class="thread trainer"
      aria-label={words.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="conversation-head">
        <div class="conversation-title">
          <h2>{words.title}</h2>
        </div>
        <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="trainer-body">
        <p class="hint">{words.intro}</p>
        <PracticeClock words={words} onMoved={reload} />
        {report !== null && (
          <>
            <Deliveries words={words} deliveries={report.deliveries} />
            <Failures words={words} failures={report.failures} />
            <StartOver words={words} report={report} onBegun={() => setLeaving(report.session)} />
          </>
        )}
      </div>
      {leaving !== null && <StartingOver words={words} session={leaving} />}
    </aside>
  );
}
