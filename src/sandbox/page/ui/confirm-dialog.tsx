import type { ConfirmationDialog } from '@slack/types';
import { createContext, type VNode } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';
import { Text } from '../blocks/text.tsx';
import { usePage } from '../context.ts';
import { withEmoji } from '../model/emoji.ts';
import { Dialog } from './dialog.tsx';

interface Asked {
  confirm: ConfirmationDialog;
  then: () => void;
}

type Ask = (confirm: ConfirmationDialog | undefined, then: () => void) => void;

export const ConfirmContext = createContext<Ask>((_, then) => then());

/** Runs the act at once where the app asks for no confirmation, else after the person agrees. */
export function useConfirm(): Ask {
  return useContext(ConfirmContext);
}

/** The asking function for ConfirmContext, and the dialog while a question is open. */
export function useConfirmDialog(): { ask: Ask; dialog: VNode | null } {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback<Ask>((confirm, then) => {
    if (confirm === undefined) then();
    else setAsked({ confirm, then });
  }, []);
  const dialog = asked && <ConfirmDialog asked={asked} onDone={() => setAsked(null)} />;
  return { ask, dialog };
}

function ConfirmDialog({ asked, onDone }: { asked: Asked; onDone: () => void }): VNode {
  const { words } = usePage();
  const { confirm } = asked;
  const title = confirm.title?.text ?? words.confirmTitle;
  const tone = confirm.style === 'danger' ? 'danger' : 'primary';
  return (
    <Dialog label={title} class="confirm" onClose={onDone}>
      <h2>{withEmoji(title)}</h2>
      <div class="prose">
        <Text text={confirm.text} />
      </div>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={onDone}>
          {confirm.deny?.text ?? words.confirmNo}
        </button>
        <button
          type="button"
          class={`button ${tone}`}
          onClick={() => {
            onDone();
            asked.then();
          }}
        >
          {confirm.confirm?.text ?? words.confirmYes}
        </button>
      </div>
    </Dialog>
  );
}
