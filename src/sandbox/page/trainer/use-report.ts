import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TrainerReport } from '../../client-protocol.ts';
import { fetchTrainerReport } from '../model/trainer.ts';

const EVERY_MS = 2_000;

/** The trainer's report, fresh every two seconds while the window is looked at, unless paused. */
export function useReport(paused: boolean): { report: TrainerReport | null; reload: () => void } {
  const [report, setReport] = useState<TrainerReport | null>(null);
  const load = useCallback(() => {
    // While the server is away the page says so; the last report stays.
    fetchTrainerReport().then(setReport, () => undefined);
  }, []);
  useEffect(() => {
    if (paused) return;
    load();
    const timer = window.setInterval(() => {
      if (!document.hidden) load();
    }, EVERY_MS);
    return () => window.clearInterval(timer);
  }, [load, paused]);
  return { report, reload: load };
}
