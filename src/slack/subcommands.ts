import { fold } from '../rulebook/fold.ts';
import { clip, escapeText } from './blocks.ts';
import type { CommandRequest, Subcommand } from './listeners.ts';
import { phrases } from './phrases.ts';

export interface Subcommands {
  add(subcommand: Subcommand, handle: (request: CommandRequest) => Promise<void>): void;
  /** Gives the request to the one that the first words name; help for everything else. */
  handle(request: CommandRequest): Promise<void>;
}

const HELP = new Set(['', '?', 'help', 'tro giup', 'trogiup', 'huong dan', 'huongdan']);
const LONGEST_NAME = 3;

/** The subcommands of one command, in the order in which they were added. */
export function createSubcommands(): Subcommands {
  const all: { subcommand: Subcommand; handle: (request: CommandRequest) => Promise<void> }[] = [];
  return {
    add(subcommand, handle) {
      all.push({ subcommand, handle });
    },
    async handle(request) {
      const { words, actor, reply } = request;
      for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count -= 1) {
        const name = fold(words.slice(0, count).join(' '));
        const found = all.find(({ subcommand }) => subcommand.names.includes(name));
        if (found) return found.handle({ ...request, words: words.slice(count) });
      }
      const say = phrases[actor.language];
      const typed = words.join(' ');
      const help = [
        say.helpHeading,
        ...all.flatMap(({ subcommand }) => subcommand.usage(actor.language)),
      ].join('\n');
      if (HELP.has(fold(typed))) return reply({ text: help });
      const unknown = say.unknownWords({ words: escapeText(clip(typed, 100)) });
      return reply({ text: `${unknown}\n${help}` });
    },
  };
}
