import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClientModal, ViewStateValues } from '../../client-protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { SurfaceContext, usePage } from '../context.ts';
import { withEmoji } from '../model/emoji.ts';
import { formState, knownBlocks } from '../model/form.ts';
import type { Place } from '../model/store.ts';
import { Dialog } from './dialog.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Icon } from './icons.tsx';
import { Failure } from './message.tsx';

/** The top view of the stack. What was entered in the views below is kept until they close. */
export function ModalStack(): VNode | null {
  const { modals } = usePage().state.snapshot;
  const [entered, setEntered] = useState<Record<string, ViewStateValues>>({});
  const top = modals[modals.length - 1];

  useEffect(() => {
    setEntered((all) => {
      const open = Object.entries(all).filter(([id]) => modals.some((modal) => modal.id === id));
      return open.length === Object.keys(all).length ? all : Object.fromEntries(open);
    });
  }, [modals]);

  if (top === undefined) return null;
  return (
    <Modal
      key={top.id}
      modal={top}
      stacked={modals.length > 1}
      entered={entered[top.id] ?? {}}
      onEnter={(values) => setEntered((all) => ({ ...all, [top.id]: values }))}
    />
  );
}

interface ModalProps {
  modal: ClientModal;
  stacked: boolean;
  entered: ViewStateValues;
  onEnter: (values: ViewStateValues) => void;
}

const FIELDS = 'input, textarea, button.field, [role=radiogroup] input, .choices input';

function isInView(field: HTMLElement, body: HTMLElement | null): boolean {
  if (!body) return false;
  return field.getBoundingClientRect().bottom <= body.getBoundingClientRect().bottom;
}

function Modal({ modal, stacked, entered, onEnter }: ModalProps): VNode {
  const { words, act, state } = usePage();
  const { view } = modal;
  const body = useRef<HTMLDivElement>(null);
  const shown = useRef(false);
  const [sending, setSending] = useState(false);
  const [lost, setLost] = useState(false);
  const blocks = knownBlocks(view.blocks);
  const values = formState(blocks, entered);
  const place: Place = `modal:${modal.id}`;
  const busy = modal.busy || sending;
  const failure = state.failures[place];
  const trouble = lost ? words.actionLost : modal.failure;
  const title = withEmoji(view.title.text);

  useEffect(() => {
    // An updated view may have lost what had the focus; what still has it keeps it.
    const focused = document.activeElement;
    if (shown.current && focused?.closest('dialog') && focused.tagName !== 'DIALOG') return;
    shown.current = true;
    const first = body.current?.querySelector<HTMLElement>(FIELDS);
    // What there is to read before the first field is not passed over for it.
    (first && isInView(first, body.current) ? first : body.current)?.focus();
  }, [modal.hash]);
  useEffect(() => {
    // Another page of a form begins at its top, like the first.
    body.current?.scrollTo(0, 0);
  }, [view.callback_id, view.private_metadata]);
  useEffect(() => {
    const [firstError] = view.blocks.flatMap((block) =>
      block.block_id !== undefined && block.block_id in modal.errors ? [block.block_id] : [],
    );
    if (firstError === undefined) return;
    const field = body.current?.querySelector<HTMLElement>(
      `[data-block="${CSS.escape(firstError)}"]`,
    );
    field?.scrollIntoView({ block: 'nearest' });
    field?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, [modal.errors, view.blocks]);

  const close = (clear: boolean): void => {
    if (!busy) void act({ type: 'close_modal', viewId: modal.id, clear });
  };
  const submit = async (): Promise<void> => {
    if (busy || view.submit === undefined) return;
    setSending(true);
    setLost(false);
    const result = await act({ type: 'submit_modal', viewId: modal.id, state: values });
    setLost(result === null);
    setSending(false);
  };
  const leave = (): void => close(view.clear_on_close === true);

  return (
    <Dialog label={title} class="modal" onClose={leave}>
      <form
        noValidate
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          const unreadable = unreadableField(event.currentTarget);
          if (unreadable) unreadable.focus();
          else void submit();
        }}
      >
        <header class="modal-head">
          {stacked && (
            <button
              type="button"
              class="icon-button"
              aria-label={words.back}
              disabled={busy}
              onClick={leave}
            >
              <Icon name="left" />
            </button>
          )}
          <h2>{title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={words.close}
            disabled={busy}
            onClick={() => close(true)}
          >
            <Icon name="close" />
          </button>
        </header>
        <div ref={body} class="modal-body" tabIndex={-1}>
          <ErrorBoundary instead={<p class="unknown">{words.unknownBlock('view')}</p>}>
            <SurfaceContext.Provider
              value={{ place, values, errors: modal.errors, setValues: onEnter }}
            >
              <Blocks blocks={blocks} />
            </SurfaceContext.Provider>
          </ErrorBoundary>
        </div>
        {trouble !== null && (
          <p class="failure modal-failure" role="alert">
            {trouble}
          </p>
        )}
        {failure !== undefined && <Failure text={failure} place={place} />}
        <footer class="dialog-buttons">
          <button type="button" class="button" disabled={busy} onClick={leave}>
            {view.close ? withEmoji(view.close.text) : words.cancel}
          </button>
          {view.submit && (
            <button
              type="submit"
              class={`button primary${busy ? ' is-waiting' : ''}`}
              aria-disabled={busy}
              aria-busy={busy}
            >
              {withEmoji(view.submit.text)}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

/** A field whose text cannot be read as what it is for, such as a day that there is not. */
function unreadableField(form: HTMLFormElement): HTMLInputElement | undefined {
  return [...form.querySelectorAll('input')].find(({ validity }) => validity.customError);
}
