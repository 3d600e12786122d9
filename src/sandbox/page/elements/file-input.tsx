import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { shownSize } from '../model/size.ts';
import { uploadFile } from '../model/upload.ts';
import { Icon } from '../ui/icons.tsx';
import { type Placement, useElement } from './use-element.ts';

interface UploadedFile extends Record<string, unknown> {
  id: string;
  name: string;
}

function filesIn(value: unknown): UploadedFile[] {
  return Array.isArray(value) ? value.filter((each) => typeof each?.id === 'string') : [];
}

/** Slack takes ten files where the app does not say. */
const MOST = 10;

/** file_input: files are sent as soon as they are chosen, the form carries what Slack says of them. */
export function FileInputElement(placement: Placement): VNode {
  const { words, locale, state: page } = usePage();
  const handle = useElement(placement);
  const { element } = placement.placed;
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const files = filesIn(handle.state.files);
  const most = typeof element.max_files === 'number' ? element.max_files : MOST;
  const types = Array.isArray(element.filetypes)
    ? element.filetypes.filter((each) => typeof each === 'string')
    : [];

  const problemWith = (file: File): string | null => {
    const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
    if (types.length > 0 && !types.includes(ending)) return words.wrongFileType(types.join(', '));
    return file.size === 0 ? words.emptyFile(file.name) : null;
  };
  const add = async (chosen: readonly File[]): Promise<void> => {
    setTrouble(null);
    const wrong = chosen.map(problemWith).find((problem) => problem !== null);
    if (wrong) return setTrouble(wrong);
    if (files.length + chosen.length > most) return setTrouble(words.atMostFiles(most));
    setSending(true);
    const added: UploadedFile[] = [];
    for (const file of chosen) {
      try {
        const result = await uploadFile(page.snapshot.me.id, file);
        if (result.ok) added.push(result.file);
        else setTrouble(words.uploadFailed(file.name, result.error));
      } catch {
        setTrouble(words.uploadFailed(file.name, words.reconnecting));
      }
    }
    setSending(false);
    if (added.length > 0) handle.change({ files: [...files, ...added] });
  };

  return (
    <div class="file-input">
      {files.length > 0 && (
        <ul class="chips">
          {files.map((file) => (
            <li key={file.id} class="chip">
              <Icon name="file" />
              {file.name}
              {typeof file.size === 'number' && (
                <span class="quiet">{shownSize(file.size, locale)}</span>
              )}
              <button
                type="button"
                aria-label={words.remove(file.name)}
                onClick={() => handle.change({ files: files.filter(({ id }) => id !== file.id) })}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={most > 1}
        accept={types.map((type) => `.${type}`).join(',')}
        onChange={(event) => {
          void add([...(event.currentTarget.files ?? [])]);
          // So that the same file can be chosen again after it was removed.
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="field file-field"
        id={placement.id}
        aria-label={`${placement.label}: ${words.chooseFiles(most)}`}
        aria-describedby={placement.describedBy}
        aria-invalid={placement.invalid}
        aria-busy={sending}
        disabled={files.length >= most}
        onClick={() => input.current?.click()}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void add([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        {sending ? words.uploading : words.chooseFiles(most)}
      </button>
      {trouble !== null && (
        <p class="field-error" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
