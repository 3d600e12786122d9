import type { VNode } from 'preact';
import type { TrainerWords } from '../words-trainer.ts';

/** Slack's word for a failure, with what it means where that is known. */
export function ErrorCode({ words, error }: { words: TrainerWords; error: string }): VNode {
  const known = Object.entries(words.errors).find(([code]) => code === error)?.[1];
  return (
    <span class="trainer-error">
      {known !== undefined && `${known} `}
      <code>{error}</code>
    </span>
  );
}
