import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import { applyOverrides } from './apply-overrides.ts';
import { assembleFiles } from './assemble.ts';
import { bundledFiles } from './load.ts';
import type { Override } from './overlay.ts';
import { filesSchema, type Rulebook, type RulebookFiles } from './schema.ts';

interface RulesOfDay {
  files: RulebookFiles;
  rulebook: Rulebook;
}

/** People ask for today and for the ends of a few years. */
const DAYS_KEPT = 30;

/**
 * The rulebook of a running app: the rule data with the organisation's overrides in them. It is one
 * object for as long as the app runs, so that whoever was given it reads what holds now.
 */
export class LiveRulebook implements Rulebook {
  readonly bundled: RulebookFiles;
  #now: Rulebook;
  #stamp = '';
  #overrides: readonly Override[] = [];
  readonly #otherDays = new Map<string, RulesOfDay>();

  constructor(bundled: RulebookFiles) {
    this.bundled = bundled;
    this.#now = assembleFiles(bundled);
  }

  get stamp(): string {
    return this.#stamp;
  }
  get versions() {
    return this.#now.versions;
  }
  get titles() {
    return this.#now.titles;
  }
  get commendations() {
    return this.#now.commendations;
  }
  get voting() {
    return this.#now.voting;
  }
  get initiatives() {
    return this.#now.initiatives;
  }
  get scoreSheets() {
    return this.#now.scoreSheets;
  }
  get councils() {
    return this.#now.councils;
  }
  get campaigns() {
    return this.#now.campaigns;
  }
  get registration() {
    return this.#now.registration;
  }
  get standards() {
    return this.#now.standards;
  }
  get bonuses() {
    return this.#now.bonuses;
  }
  get baseSalary() {
    return this.#now.baseSalary;
  }
  get vocabulary() {
    return this.#now.vocabulary;
  }

  /** @throws RulebookError, or ZodError, when the overrides put the rules at odds; nothing changes then */
  renew(overrides: readonly Override[], { on, stamp }: { on: string; stamp: string }): void {
    this.#now = assembleFiles(withOverrides(this.bundled, overrides, on));
    this.#stamp = stamp;
    this.#overrides = overrides;
    this.#otherDays.clear();
  }

  /**
   * The rules as they hold on a day. What is dated is the same in all of them; what is not, as a
   * condition of a standard, is overridden on the override's own days only.
   */
  asOf(on: string): RulesOfDay {
    const known = this.#otherDays.get(on);
    if (known) return known;
    const files = withOverrides(this.bundled, this.#overrides, on);
    const made = { files, rulebook: assembleFiles(files) };
    if (this.#otherDays.size >= DAYS_KEPT) this.#otherDays.clear();
    this.#otherDays.set(on, made);
    return made;
  }
}

/** The rulebook with the overrides that hold on a day, as when that is when a decision is made. */
export function rulebookOn(rulebook: Rulebook, on: string): Rulebook {
  return rulebook instanceof LiveRulebook ? rulebook.asOf(on).rulebook : rulebook;
}

export function openLiveRulebook(): LiveRulebook {
  return new LiveRulebook(bundledFiles());
}

/** The data with overrides in them, in the right form. @throws ZodError */
export function withOverrides(
  files: RulebookFiles,
  overrides: readonly Override[],
  on: string,
): RulebookFiles {
  return filesSchema.parse(applyOverrides(files, overrides, on));
}

const Stored = z.array(
  z.object({
    rule: z.string(),
    value: z.unknown(),
    documentNumber: z.string(),
    documentDate: z.string(),
    from: z.string(),
    to: z.string().nullable(),
  }),
);

/** Overrides that were not withdrawn, oldest first. */
export async function readOverrides(tx: Tx): Promise<Override[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    select rule, value, document_number as "documentNumber",
      to_char(document_date, 'YYYY-MM-DD') as "documentDate",
      to_char(from_date, 'YYYY-MM-DD') as "from", to_char(to_date, 'YYYY-MM-DD') as "to"
    from rule_override where withdrawn_at is null order by recorded_at, id`;
  return Stored.parse(rows).map(({ value, ...row }) => ({ ...row, value }));
}

/**
 * Brings the rulebook to what the database says now: one small query when nothing changed. Every
 * process asks before it acts on what a person did, so an override decides everywhere at once.
 */
export async function refreshRulebook(
  deps: Pick<Deps, 'db' | 'rulebook' | 'clock' | 'zone'>,
): Promise<void> {
  const { db, rulebook } = deps;
  if (!(rulebook instanceof LiveRulebook)) return;
  const on = today(deps);
  const [row] = await db.$queryRaw<{ mark: string }[]>`
    select count(*) || ' ' || count(withdrawn_at) || ' ' || coalesce(max(recorded_at)::text, '') as mark
    from rule_override`;
  // What is not dated holds by the day, so a new day is a change too.
  const stamp = `${row?.mark ?? ''} ${on}`;
  if (stamp === rulebook.stamp) return;
  rulebook.renew(await readOverrides(db), { on, stamp });
}
