import { z } from 'zod';
import { phrasebook } from '../kernel/language.ts';
import { section } from '../slack/blocks.ts';
import { messageKind, rendering } from './kinds.ts';

/** Tells a person that a file they asked for could not be sent. */
export const fileFailed = messageKind('file.failed', z.object({}));

const phrases = phrasebook({
  failed: {
    vi: 'Tệp anh/chị yêu cầu chưa gửi được. Anh/chị thử tải lại sau ít phút; nếu vẫn không được, báo quản trị viên.',
    en: 'The file you asked for could not be sent. Please try again in a few minutes; if it fails again, tell the administrator.',
  },
});

export const fileRenderers = [
  rendering(fileFailed, async (_deps, { language }) => {
    const text = phrases[language].failed;
    return { text, blocks: [section(text)] };
  }),
];
