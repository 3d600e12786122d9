import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ClientFile } from '../../client-protocol.ts';
import { usePage } from '../context.ts';
import { shownSize } from '../model/size.ts';
import { Icon } from './icons.tsx';

/** The files of a message: pictures are shown, everything can be downloaded. */
export function Files({ files }: { files: readonly ClientFile[] }): VNode {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <FileCard file={file} />
        </li>
      ))}
    </ul>
  );
}

function FileCard({ file }: { file: ClientFile }): VNode {
  const { words, locale } = usePage();
  const [failed, setFailed] = useState(false);
  const isPicture = file.mimetype.startsWith('image/') && !failed;
  const label = `${words.download} ${file.name}, ${shownSize(file.size, locale)}`;
  return (
    <figure class="file">
      {isPicture && (
        <img src={file.path} alt={file.title} loading="lazy" onError={() => setFailed(true)} />
      )}
      <a class="file-name" href={file.path} download={file.name} aria-label={label}>
        <Icon name="file" />
        <span class="grow">
          <strong>{file.title}</strong>
          <span class="option-detail">
            {file.title === file.name ? '' : `${file.name} · `}
            {shownSize(file.size, locale)}
          </span>
        </span>
        <Icon name="download" />
      </a>
    </figure>
  );
}
