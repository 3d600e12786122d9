import type { ReviewKind } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type AdministrativeContent, buildAdministrative } from '../../documents/administrative.ts';
import { placeAndDate } from '../../documents/dates.ts';
import { fileNamePart } from '../../documents/file-name.ts';
import { commendationPhrases } from '../../exemplars/commendation/commendation-phrases.ts';
import { sendFile } from '../../jobs/files.ts';
import type { BuiltFile } from '../../jobs/kinds.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolder } from '../../people/queries.ts';
import { escapeText } from '../../slack/blocks.ts';
import { reviewFile } from '../messages.ts';
import { phrases } from '../phrases.ts';
import { formatAmount, formatPoints } from '../progress/amounts.ts';
import {
  type ProgressCampaign,
  progressOf,
  type Standing,
  standingsOf,
} from '../progress/progress-queries.ts';
import { type Ranked, type RankLine, rankUnits } from '../progress/ranking.ts';
import { type CampaignCard, findCampaign } from '../queries.ts';
import { type ChasingReport, chasingReport } from '../urging/chasing-report.ts';
import { openReview } from './open-review.ts';
import { reviewRefusal } from './review-phrases.ts';
import { findReview, type Proposal, proposalsOf, type Review } from './review-queries.ts';

type Part = AdministrativeContent['parts'][number];

interface Facts {
  kind: ReviewKind;
  card: CampaignCard;
  campaign: ProgressCampaign;
  standings: readonly Ranked<Standing>[];
  lines: readonly RankLine[];
  review: Review | null;
  proposals: readonly Proposal[];
  chasing: ChasingReport;
}

/**
 * Sends the draft of a review's report to whoever may write it.
 *
 * @throws AppError those of `openReview`
 */
export async function requestReport(
  deps: Deps,
  about: { actor: Actor; campaignId: string; kind: ReviewKind },
): Promise<void> {
  const { actor, campaignId, kind } = about;
  await inTransaction(deps.db, async (tx) => {
    await openReview(deps, tx, about);
    await sendFile(tx, reviewFile, { personId: actor.personId, params: { campaignId, kind } });
  });
}

/** Báo cáo sơ kết, tổng kết: composed from the data, with what was written; Vietnamese, as official papers are. */
export async function buildReport(
  deps: Deps,
  { params }: { params: { campaignId: string; kind: ReviewKind } },
): Promise<BuiltFile> {
  const { db } = deps;
  const { campaignId, kind } = params;
  const card = await findCampaign(db, campaignId);
  if (!card) throw reviewRefusal('may_not_review', (say) => say.mayNotReview);
  const on = today(deps);
  const campaign = await progressOf(db, campaignId, on);
  const standings = rankUnits(campaign.indicators, await standingsOf(db, campaign));
  const review = await findReview(db, { campaignId, kind });
  const lines = review?.finished?.lines ?? standings;
  const proposals = kind === 'final' ? await proposalsOf(db, campaignId) : [];
  const unit = await db.unit.findUniqueOrThrow({
    where: { id: card.plan.unitId },
    select: { name: true, parent: { select: { name: true } } },
  });
  const head = await nearestHolder(db, { role: 'head', unitId: card.plan.unitId, on });
  const what = kind === 'midterm' ? 'sơ kết' : 'tổng kết';
  const chasing = await chasingReport(deps, db, campaignId);
  const facts: Facts = { kind, card, campaign, standings, lines, review, proposals, chasing };
  const content = await buildAdministrative({
    superior: unit.parent?.name ?? null,
    issuer: unit.name,
    number: '',
    placeAndDate: placeAndDate(on),
    title: 'BÁO CÁO',
    abstract: `${what.charAt(0).toLocaleUpperCase('vi')}${what.slice(1)} phong trào thi đua “${card.plan.name}”`,
    parts: [
      ...launched(facts),
      ...chased(facts),
      ...results(facts),
      ...found(facts),
      ...proposed(facts),
    ],
    signatures: [{ office: head?.position ?? 'Thủ trưởng đơn vị', name: head?.name ?? '' }],
    recipients: [...(unit.parent ? [unit.parent.name] : []), 'Lưu: VT, TĐKT'],
  });
  const code = card.code ?? '';
  return {
    name: `${fileNamePart(`bao cao ${what} ${code} ${on}`)}.docx`,
    content,
    comment: `*${code}* ${escapeText(card.plan.name)} · dự thảo báo cáo ${what}, số liệu đến hết ngày ${formatDay(on)}.`,
  };
}

function launched({ card }: Facts): Part[] {
  const { plan, joined, code } = card;
  const scope =
    card.scopeNames.length > 0
      ? card.scopeNames.join('; ')
      : phrases.vi.scopeWhole({ unit: card.unitName });
  return [
    { kind: 'heading', text: 'I. PHÁT ĐỘNG VÀ HƯỞNG ỨNG' },
    {
      kind: 'facts',
      rows: [
        ['Mã số', code ?? ''],
        ['Thời gian', `${formatDay(plan.startsOn)} – ${formatDay(plan.endsOn)}`],
        ['Căn cứ', plan.basis],
        ['Phạm vi', scope],
        ['Cá nhân hưởng ứng', `${joined.persons}, thủ trưởng đã xác nhận ${joined.confirmed}`],
        ['Tập thể hưởng ứng', String(joined.units)],
      ],
    },
    { kind: 'field', label: 'Mục tiêu:', text: plan.objective },
    ...(plan.measures === null
      ? []
      : [{ kind: 'field' as const, label: 'Biện pháp:', text: plan.measures }]),
  ];
}

function chased({ chasing: { units, checks } }: Facts): Part[] {
  const { planned, done, overdue, struck, toMend, mended } = checks;
  return [
    { kind: 'heading', text: 'II. ĐÔN ĐỐC, KIỂM TRA' },
    {
      kind: 'facts',
      rows: [
        ['Số đơn vị được đôn đốc', `${units.urged}/${units.all}, báo cấp trên ${units.escalated}`],
        ['Đơn vị còn chậm', String(units.late)],
        [
          'Đợt kiểm tra',
          [
            `đã thực hiện ${done}/${planned}`,
            ...(overdue > 0 ? [`quá ngày ${overdue}`] : []),
            ...(struck > 0 ? [`bỏ ${struck}`] : []),
          ].join(', '),
        ],
        ['Việc cần khắc phục', toMend === 0 ? 'không có' : `đã khắc phục ${mended}/${toMend}`],
      ],
    },
  ];
}

function results({ campaign, standings, lines, review }: Facts): Part[] {
  const { indicators } = campaign;
  const grouped = lines.some(({ cluster }) => cluster !== null);
  const reported = lines.filter(({ rank }) => rank !== null).length;
  return [
    { kind: 'heading', text: 'III. KẾT QUẢ THỰC HIỆN' },
    { kind: 'paragraph', text: review?.results ?? OPEN },
    ...(indicators.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { header: 'Chỉ tiêu', percent: 40 },
              { header: 'Đơn vị tính', percent: 15 },
              { header: 'Đơn vị đã báo cáo', percent: 20 },
              { header: 'Đạt chỉ tiêu', percent: 25 },
            ],
            rows: indicators.map(({ id, name, measure, weight }) => {
              const known = standings.filter(({ figures }) => figures.has(id));
              const met = known.filter(({ scores }) => scores.get(id) === BigInt(weight) * 100n);
              return [
                name,
                measure,
                `${known.length}/${standings.length}`,
                `${met.length}/${standings.length} đơn vị`,
              ];
            }),
          },
          {
            kind: 'field' as const,
            label: 'Xếp hạng:',
            text: `${reported}/${lines.length} đơn vị đã báo cáo; đơn vị bằng điểm xếp cùng hạng.`,
          },
          {
            kind: 'table' as const,
            columns: [
              { header: 'Hạng', percent: 10 },
              { header: 'Đơn vị', percent: grouped ? 36 : 50 },
              ...(grouped ? [{ header: 'Cụm, khối (hạng)', percent: 22 }] : []),
              { header: 'Điểm cộng, trừ', percent: grouped ? 16 : 20 },
              { header: 'Tổng điểm', percent: grouped ? 16 : 20 },
            ],
            rows: lines.map(({ rank, tied, unitName, bonus, penalty, total, cluster }) => [
              rank === null ? '–' : `${rank}${tied ? ' (bằng điểm)' : ''}`,
              unitName,
              ...(grouped ? [clusterText(cluster)] : []),
              [
                ...(bonus > 0n ? [`+${formatPoints(bonus)}`] : []),
                ...(penalty < 0n ? [`−${formatPoints(-penalty)}`] : []),
              ].join(' '),
              total === null ? 'Chưa báo cáo' : formatPoints(total),
            ]),
          },
          ...figureTables(campaign, standings),
        ]
      : []),
  ];
}

function clusterText(cluster: RankLine['cluster']): string {
  if (cluster === null) return '–';
  const { name, rank, tied } = cluster;
  return rank === null ? name : `${name} (${rank}${tied ? ', bằng điểm' : ''})`;
}

/** The newest figures of each unit, an indicator after the other. */
function figureTables(
  { indicators }: ProgressCampaign,
  standings: readonly Ranked<Standing>[],
): Part[] {
  return indicators.flatMap(({ id, name, measure }): Part[] => [
    { kind: 'field', label: `${name} (${measure}):`, text: '' },
    {
      kind: 'table',
      columns: [
        { header: 'Đơn vị', percent: 50 },
        { header: 'Chỉ tiêu', percent: 25 },
        { header: 'Thực hiện', percent: 25 },
      ],
      rows: standings.map(({ unitName, targets, figures }) => {
        const target = targets.get(id);
        const value = figures.get(id);
        return [
          unitName,
          target === undefined ? '–' : formatAmount(target),
          value === undefined ? 'Chưa báo cáo' : formatAmount(value),
        ];
      }),
    },
  ]);
}

function found({ review }: Facts): Part[] {
  return [
    { kind: 'heading', text: 'IV. HẠN CHẾ, NGUYÊN NHÂN' },
    { kind: 'paragraph', text: review?.limits ?? OPEN },
    { kind: 'heading', text: 'V. BÀI HỌC KINH NGHIỆM' },
    { kind: 'paragraph', text: review?.lessons ?? OPEN },
  ];
}

function proposed({ kind, proposals }: Facts): Part[] {
  if (kind !== 'final') return [];
  return [
    { kind: 'heading', text: 'VI. ĐỀ NGHỊ KHEN THƯỞNG' },
    ...(proposals.length === 0
      ? [{ kind: 'paragraph' as const, text: OPEN }]
      : [
          {
            kind: 'table' as const,
            columns: [
              { header: 'STT', percent: 8 },
              { header: 'Tập thể, cá nhân', percent: 34 },
              { header: 'Hình thức', percent: 16 },
              { header: 'Thành tích', percent: 42 },
            ],
            rows: proposals.map(({ name, unitName, form, merit }, index) => [
              String(index + 1),
              unitName ? `${name}, ${unitName}` : name,
              commendationPhrases.vi.form(form),
              merit,
            ]),
          },
        ]),
  ];
}

/** To be written in by hand. */
const OPEN = '………';
