import { type AdministrativeContent, buildAdministrative } from '../../documents/administrative.ts';
import { dayParts } from '../../documents/dates.ts';
import { dayIn } from '../../kernel/time.ts';
import { awardName } from '../../rulebook/explain.ts';
import { versionOn } from '../../rulebook/rules.ts';
import { type Group, groupsOf, type PaperContext, type Part } from './minutes-parts.ts';
import type { MinutesFacts, MinutesItem } from './minutes-queries.ts';
import { DECIDED_HERE } from './paper-rules.ts';

/** Those of an agenda that passed and that the unit decides itself. */
export function passedHere({ items }: MinutesFacts): MinutesItem[] {
  return items.filter(
    ({ item, ballot }) => DECIDED_HERE.has(item.itemKey) && ballot?.outcome.result === 'passed',
  );
}

/** Dự thảo quyết định, one for each title and one for the initiatives: number and day are left open. */
export function draftDecisions(facts: MinutesFacts, context: PaperContext): Promise<Buffer> {
  const groups = groupsOf(passedHere(facts));
  return buildAdministrative(...groups.map((group) => draftDecision(facts, group, context)));
}

function draftDecision(
  facts: MinutesFacts,
  group: Group,
  context: PaperContext,
): AdministrativeContent {
  const { unit, council, startsAt } = facts;
  const initiatives = group.items[0]?.item.kind === 'initiative';
  const { law, decree } = versionOn(context.rulebook, dayIn(context.zone, context.now));
  const award = awardName(context.rulebook, group.itemKey, 'vi');
  const what = initiatives
    ? 'công nhận sáng kiến'
    : `tặng danh hiệu ${award}${group.year === null ? '' : ` năm ${group.year}`}`;
  const { day, month, year } = dayParts(dayIn(context.zone, startsAt));
  return {
    superior: unit.superiorName,
    issuer: unit.name,
    number: '',
    placeAndDate: openDate(context),
    title: 'QUYẾT ĐỊNH',
    abstract: `Về việc ${what}`,
    parts: [
      {
        kind: 'grounds',
        texts: [
          `Căn cứ ${law}`,
          initiatives
            ? 'Căn cứ Nghị định số 13/2012/NĐ-CP ban hành Điều lệ Sáng kiến'
            : `Căn cứ ${decree}`,
          `Căn cứ Biên bản họp ${council.name} ngày ${day} tháng ${month} năm ${year}`,
          'Theo đề nghị của Thường trực Hội đồng',
        ],
      },
      { kind: 'centred', text: 'QUYẾT ĐỊNH:' },
      {
        kind: 'paragraph',
        text: initiatives
          ? `Điều 1. Công nhận ${group.items.length} sáng kiến có tên trong danh sách dưới đây.`
          : `Điều 1. Tặng danh hiệu ${award}${group.year === null ? '' : ` năm ${group.year}`} cho ${group.items.length} ${namesKind(group)} có tên trong danh sách dưới đây.`,
      },
      listOf(group),
      {
        kind: 'paragraph',
        text: 'Điều 2. Tiền thưởng kèm theo thực hiện theo quy định hiện hành, chi từ quỹ thi đua, khen thưởng.',
      },
      {
        kind: 'paragraph',
        text: 'Điều 3. Quyết định có hiệu lực kể từ ngày ký. Thủ trưởng các đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
      },
    ],
    signatures: [{ office: unit.headOffice ?? 'Thủ trưởng đơn vị', name: unit.headName ?? '' }],
    recipients: ['Như Điều 3', 'Lưu: VT, TĐKT'],
  };
}

function listOf(group: Group): Part {
  const initiatives = group.items[0]?.item.kind === 'initiative';
  return {
    kind: 'table',
    columns: [
      { header: 'STT', percent: 8 },
      { header: initiatives ? 'Tên sáng kiến' : 'Họ và tên, tập thể', percent: 52 },
      { header: initiatives ? 'Tác giả' : 'Đơn vị công tác', percent: 40 },
    ],
    rows: group.items.map(({ item }, index) => [
      String(index + 1),
      initiatives ? `${item.title} (${item.number})` : item.title,
      item.initiative
        ? item.initiative.authors.map(({ name, share }) => `${name} (${share}%)`).join('; ')
        : (item.unitName ?? ''),
    ]),
  };
}

function namesKind({ items }: Group): string {
  return items.every(({ item }) => item.unitName === null) ? 'tập thể' : 'cá nhân';
}

/** The day of a decision is written in when it is signed. */
function openDate({ zone, now }: PaperContext): string {
  return `………, ngày …… tháng …… năm ${dayIn(zone, now).slice(0, 4)}`;
}
