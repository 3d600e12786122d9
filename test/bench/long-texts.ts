// What a text twice as long costs where texts of people are read whole: twice as much, four times if it is squared.
//   npm run bench -- long-texts
import { commonPassages } from '../../src/initiatives/similar/common-text.ts';
import { renderMrkdwnTree } from '../../src/sandbox/validation/mrkdwn.ts';

/** The longest text of a form and of a message. */
const FORM_CHARACTERS = 3_000;
const MESSAGE_CHARACTERS = 40_000;
const ROUNDS = 15;

const repeated = (piece: string, characters: number) =>
  piece.repeat(Math.floor(characters / piece.length));

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function report(
  name: string,
  characters: number,
  read: (source: string) => unknown,
  piece: string,
) {
  const whole: number[] = [];
  const ratios: number[] = [];
  const ms = (source: string) => {
    const started = performance.now();
    read(source);
    return performance.now() - started;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const half = ms(repeated(piece, characters / 2));
    const full = ms(repeated(piece, characters));
    whole.push(full);
    ratios.push(full / half);
  }
  process.stdout.write(
    `${name} of ${JSON.stringify(piece)}: ${median(whole).toFixed(1)} ms for ${characters} characters, ${median(ratios).toFixed(1)} times half of them\n`,
  );
}

report('common passages', FORM_CHARACTERS, (text) => commonPassages(text, text, 2), 'a b ');
for (const piece of ['*a ', '`', '```', '<', ':a', '_*~', 'https://', '&gt;', '&gt;\n', '*a*_']) {
  report('mrkdwn', MESSAGE_CHARACTERS, renderMrkdwnTree, piece);
}
