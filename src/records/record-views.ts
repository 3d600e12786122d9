import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../kernel/language.ts';
import { type Day, formatDay } from '../kernel/time.ts';
import { awardName } from '../rulebook/explain.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import {
  actions,
  context,
  escapeText,
  fields,
  header,
  readingModal,
  section,
} from '../slack/blocks.ts';
import type { RecordAccess } from './access.ts';
import { type EntryKind, openEntry, openRecord, type RecordSubject } from './controls.ts';
import type { FoundSubject } from './find-subjects.ts';
import type { OpenedRecord } from './open-record.ts';
import { phrases } from './phrases.ts';
import type { Entry, HeldInRecord, PersonRecord, RatedYear, UnitRecord } from './queries.ts';

export interface Shown {
  language: Language;
  rulebook: Rulebook;
}

/** A modal takes a hundred blocks, a section 3,000 characters. */
const FOUND_MOST = 40;
const LINES_MOST = 2800;
const ENTRIES_MOST = 15;

/** Several that match, to choose from. */
export function foundView(
  found: readonly FoundSubject[],
  words: string,
  language: Language,
): ModalView {
  const say = phrases[language];
  const more = found.length - FOUND_MOST;
  const quoted = escapeText(words);
  return readingModal({ title: say.title, close: say.close }, [
    section(
      found.length === 0
        ? say.foundNone({ words: quoted })
        : say.found({ count: found.length, words: quoted }),
    ),
    ...found
      .slice(0, FOUND_MOST)
      .map((one) => section(foundLine(one, language), openRecord.button(say.open, { of: one.of }))),
    ...(more > 0 ? [context(say.foundMore({ count: more }))] : []),
  ]);
}

function foundLine(
  { name, code, unitName, until, nowCalled }: FoundSubject,
  language: Language,
): string {
  const say = phrases[language];
  const about = [
    code,
    ...(unitName === null ? [] : [unitName]),
    ...(until === null ? [] : [say.former({ until: formatDay(until) })]),
    ...(nowCalled.length === 0 ? [] : [say.nowCalled({ units: nowCalled.join(', ') })]),
  ];
  return `*${escapeText(name)}*\n${escapeText(about.join(' · '))}`;
}

/** A record, with what its reader may see and do. */
export function recordView(opened: OpenedRecord, shown: Shown): ModalView {
  const say = phrases[shown.language];
  const blocks =
    opened.kind === 'person'
      ? personBlocks(opened.record, opened.access, shown)
      : unitBlocks(opened.record, opened.access, shown);
  return readingModal({ title: say.title, close: say.close }, blocks);
}

function personBlocks(record: PersonRecord, access: RecordAccess, shown: Shown): KnownBlock[] {
  const { language, rulebook } = shown;
  const say = phrases[language];
  const of: RecordSubject = { personId: record.personId };
  const postings = record.postings.map(({ position, unitName, from, to, nowCalled }) => {
    const now = nowCalled.length > 0 ? ` (${say.nowCalled({ units: nowCalled.join(', ') })})` : '';
    return `${days(from, to, language)}: ${position}, ${unitName}${now}`;
  });
  const works = record.works.map((work) => {
    const used = work.usedFor.map((use) => `${awardName(rulebook, use.key, language)} ${use.year}`);
    return [
      `${work.year}: ${work.title} (${say.workKind[work.kind]}, ${say.level[work.level]}, QĐ ${work.number})`,
      ...(work.annulled ? [say.annulled] : []),
      ...(used.length > 0 ? [say.usedFor({ awards: used.join(', ') })] : []),
    ].join(' – ');
  });
  const kinds = [
    { kind: 'discipline', entries: record.disciplines, may: access.keep },
    { kind: 'leave', entries: record.leaves, may: access.keep },
    ...(access.matters ? [{ kind: 'matter', entries: record.matters, may: true } as const] : []),
  ] as const;
  return [
    header(record.fullName),
    fields([[say.staffNumber, escapeText(record.staffNumber)]]),
    lines(say.postings, postings, language),
    lines(
      say.ratings,
      record.ratings.map((year) => ratingLine(year, language)),
      language,
    ),
    lines(
      say.awards,
      record.awards.map((award) => awardLine(award, shown)),
      language,
    ),
    lines(say.works, works, language),
    ...kinds.flatMap(({ kind, entries, may }) => entryBlocks(of, kind, entries, may, language)),
    ...addButtons(
      of,
      kinds.filter(({ may }) => may).map(({ kind }) => kind),
      language,
    ),
  ];
}

function unitBlocks(record: UnitRecord, access: RecordAccess, shown: Shown): KnownBlock[] {
  const { language } = shown;
  const say = phrases[language];
  const of: RecordSubject = { unitId: record.unitId };
  const line = (title: string, others: UnitRecord['formers']): KnownBlock[] =>
    others.length === 0
      ? []
      : [
          section(`*${title}*`),
          ...others
            .slice(0, ENTRIES_MOST)
            .map(({ unitId, name, kind, on, document }) =>
              section(
                escapeText(`${name}\n${say.succession[kind]}, ${formatDay(on)}, ${document}`),
                openRecord.button(say.open, { of: { unitId } }),
              ),
            ),
        ];
  const years = record.years.map((year) =>
    [
      ratingLine(year, language),
      ...(year.exceededTargets === null ? [] : [say.exceeded({ yes: year.exceededTargets })]),
      ...(year.clusterRank === null ? [] : [say.clusterRank({ rank: year.clusterRank })]),
    ].join(' – '),
  );
  return [
    header(record.name),
    fields([
      [say.code, escapeText(record.code)],
      [say.unitKind, say.unitKinds[record.kind]],
      [say.above, escapeText(record.parentName ?? '–')],
      [say.validity, days(record.validFrom, record.validTo, language)],
    ]),
    ...line(say.successors, record.successors),
    ...line(say.predecessors, record.formers),
    lines(say.ratings, years, language),
    lines(
      say.awards,
      record.awards.map((award) => awardLine(award, shown)),
      language,
    ),
    ...(access.matters
      ? [
          ...entryBlocks(of, 'matter', record.matters, true, language),
          ...addButtons(of, ['matter'], language),
        ]
      : []),
  ];
}

function entryBlocks(
  of: RecordSubject,
  kind: EntryKind,
  entries: readonly Entry[],
  mayCorrect: boolean,
  language: Language,
): KnownBlock[] {
  const say = phrases[language];
  const more = entries.length - ENTRIES_MOST;
  return [
    section(`*${say.entries[kind]}*${entries.length === 0 ? `\n${say.noEntries[kind]}` : ''}`),
    ...entries.slice(0, ENTRIES_MOST).map((entry) => {
      const text = entryLine(kind, entry, language);
      return mayCorrect
        ? section(text, openEntry.button(say.correct, { of, kind, entryId: entry.id }))
        : section(text);
    }),
    ...(more > 0 ? [context(say.more({ count: more }))] : []),
  ];
}

function entryLine(kind: EntryKind, entry: Entry, language: Language): string {
  const say = phrases[language];
  const { what, from, to, text, goodGrade } = entry;
  if (kind === 'matter') {
    const state = to === null ? say.matterOpen : say.matterClosed({ day: formatDay(to) });
    return `${say.what[what]}, ${days(from, null, language)} – ${state}\n${escapeText(text)}`;
  }
  const more = kind === 'discipline' ? `QĐ ${text}` : goodGrade ? say.goodGradeShown : '';
  return escapeText(
    [`${say.what[what]}, ${days(from, to, language)}`, more].filter(Boolean).join(' – '),
  );
}

function addButtons(
  of: RecordSubject,
  kinds: readonly EntryKind[],
  language: Language,
): KnownBlock[] {
  if (kinds.length === 0) return [];
  const say = phrases[language];
  // Buttons of one kind have the same action id, which one block does not take twice.
  return kinds.map((kind) =>
    actions(`records.add_${kind}`, openEntry.button(say.add[kind], { of, kind, entryId: null })),
  );
}

/** As many lines as a section takes, newest first. */
function lines(title: string, all: readonly string[], language: Language): KnownBlock {
  const say = phrases[language];
  if (all.length === 0) return section(`*${title}*\n${say.none}`);
  const shown: string[] = [];
  let length = title.length;
  for (const one of all) {
    const line = `• ${escapeText(one)}`;
    if (length + line.length > LINES_MOST) break;
    shown.push(line);
    length += line.length + 1;
  }
  const left = all.length - shown.length;
  return section(
    [`*${title}*`, ...shown, ...(left > 0 ? [say.more({ count: left })] : [])].join('\n'),
  );
}

function ratingLine({ year, rating, number, decidedOn }: RatedYear, language: Language): string {
  const say = phrases[language];
  return `${year}: ${say.rating[rating]} (${say.decision({ number, day: formatDay(decidedOn) })})`;
}

function awardLine(award: HeldInRecord, { language, rulebook }: Shown): string {
  const say = phrases[language];
  const { year, key, number, decidedOn, signatory, annulled } = award;
  const decision = say.decision({ number, day: formatDay(decidedOn) });
  const signed = say.signedBy({ name: signatory });
  const line = `${year}: ${awardName(rulebook, key, language)} (${decision}, ${signed})`;
  return annulled ? `${line} – ${say.annulled}` : line;
}

function days(from: Day, to: Day | null, language: Language): string {
  return phrases[language].since({ from: formatDay(from), to: to === null ? null : formatDay(to) });
}
