import type { Tx } from '../../database/client.ts';
import { dateColumn } from '../../kernel/time.ts';
import { COUNCILS, type SampleCouncil } from './councils.ts';
import type { SampleDates } from './dates.ts';
import { personId } from './people.ts';
import { sampleId } from './sample-id.ts';
import { PROVINCE, unitId } from './units.ts';

export function councilId(council: Pick<SampleCouncil, 'kind'>): string {
  return sampleId('council', council.kind);
}

export async function seedCouncils(
  tx: Tx,
  dates: SampleDates,
  channelIdByName: ReadonlyMap<string, string>,
): Promise<void> {
  const decidedOn = dateColumn(`${dates.pastYear}-07-15`);
  await tx.council.createMany({
    data: COUNCILS.map(({ kind, name, decisionNumber, channel }) => ({
      id: councilId({ kind }),
      unitId: unitId(PROVINCE.code),
      kind,
      name,
      decisionNumber,
      decidedOn,
      fromDate: decidedOn,
      channelId: channelIdByName.get(channel) ?? null,
    })),
  });
  await tx.councilMember.createMany({
    data: COUNCILS.flatMap((council) =>
      council.members.map(({ login, office }) => ({
        councilId: councilId(council),
        personId: personId(login),
        office,
        fromDate: decidedOn,
      })),
    ),
  });
}
