import { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { fileNamePart } from '../../documents/file-name.ts';
import { buildWorkbook, type SheetContent } from '../../documents/workbook.ts';
import { sendFile } from '../../jobs/files.ts';
import { type BuiltFile, fileKind } from '../../jobs/kinds.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import { type Ranking, rankingOf } from './open-ranking.ts';
import { progressPhrases } from './progress-phrases.ts';
import { reportedOf } from './ranking.ts';

/** The ranking as it is when the file is made, as .xlsx. */
export const rankingFile = fileKind('campaigns.ranking_file', z.object({ campaignId: z.uuid() }));

/** @throws AppError progress_gone */
export async function requestRankingFile(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<void> {
  await rankingOf(deps, campaignId);
  await inTransaction(deps.db, (tx) =>
    sendFile(tx, rankingFile, { personId: actor.personId, params: { campaignId } }),
  );
}

export async function buildRankingFile(
  deps: Deps,
  { params, language }: { params: { campaignId: string }; language: Language },
): Promise<BuiltFile> {
  const say = progressPhrases[language];
  const { campaign, lines } = await rankingOf(deps, params.campaignId);
  const { code, name, indicators } = campaign;
  const on = today(deps);
  const grouped = lines.some(({ cluster }) => cluster !== null);
  const column = (header: string) => ({ header, width: 14, numeric: true });
  const content = await buildWorkbook([
    {
      name: say.ranking,
      heading: [
        `${code} ${name}`,
        say.rankingOn({ day: formatDay(on) }),
        say.reported(reportedOf(lines)),
      ],
      columns: [
        { header: say.rank, width: 8, numeric: true },
        { header: say.unit, width: 36 },
        ...indicators.flatMap((indicator) => [
          column(`${indicator.name} (${indicator.measure})`),
          column(say.targetColumn),
          column(say.scoreColumn({ most: indicator.weight })),
        ]),
        column(say.bonus),
        column(say.penalty),
        column(say.total),
        { header: say.asOf, width: 14 },
        ...(grouped ? [{ header: say.cluster, width: 24 }, column(say.clusterRank)] : []),
      ],
      rows: lines.map((line) => [
        line.rank,
        line.unitName,
        ...indicators.flatMap(({ id }) => [
          decimal(line.figures.get(id)),
          decimal(line.targets.get(id)),
          decimal(line.scores.get(id)),
        ]),
        decimal(line.bonus),
        decimal(line.penalty),
        line.total === null ? say.notReported : decimal(line.total),
        line.asOf === null ? '' : formatDay(line.asOf),
        ...(grouped ? [line.cluster?.name ?? '', line.cluster?.rank ?? null] : []),
      ]),
    },
    ...(grouped ? [clusterSheet({ campaign, lines }, language)] : []),
  ]);
  return {
    name: `${fileNamePart(`${say.ranking} ${code} ${on}`)}.xlsx`,
    content,
    comment: `*${code}* ${escapeText(name)} · ${say.rankingOn({ day: formatDay(on) })}`,
  };
}

/** The ranking within each cluster, one after the other. */
function clusterSheet({ campaign, lines }: Ranking, language: Language): SheetContent {
  const say = progressPhrases[language];
  return {
    name: say.byCluster,
    columns: [
      { header: say.cluster, width: 24 },
      { header: say.clusterRank, width: 12, numeric: true },
      { header: say.unit, width: 36 },
      { header: say.total, width: 14, numeric: true },
    ],
    rows: campaign.clusters.flatMap(({ name }) =>
      lines
        .filter(({ cluster }) => cluster?.name === name)
        .map(({ cluster, unitName, total }) => [
          ...[name, cluster?.rank ?? null, unitName],
          total === null ? say.notReported : decimal(total),
        ]),
    ),
  };
}

/** What a cell shows of hundredths; nothing is computed from it. */
function decimal(hundredths: bigint | null | undefined): number | null {
  return hundredths === null || hundredths === undefined ? null : Number(hundredths) / 100;
}
