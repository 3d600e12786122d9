import type { PlainTextInput } from '@slack/types';
import { clip, plain } from '../../slack/blocks.ts';
import { LONG_TEXT } from './draft-content.ts';

type TextInput = Omit<PlainTextInput, 'action_id'>;

/** A field of one line, with what was written in it before. */
export function line(most: number, written: string | undefined, example?: string): TextInput {
  return {
    type: 'plain_text_input',
    max_length: most,
    ...(written ? { initial_value: written } : {}),
    ...(example ? { placeholder: plain(clip(example, 150)) } : {}),
  };
}

/** A field of several lines. */
export function paragraph(written: string | undefined, example?: string): TextInput {
  return { ...line(LONG_TEXT, written, example), multiline: true };
}
