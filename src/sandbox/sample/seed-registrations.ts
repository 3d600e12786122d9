import type { Tx } from '../../database/client.ts';
import type { RegistrationState } from '../../database/generated/enums.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dateColumn, instantAt } from '../../kernel/time.ts';
import { type Rulebook, type TitleKey, titlesBelow } from '../../rulebook/rules.ts';
import { toConfirm } from '../../titles/messages.ts';
import { daysAgo, type SampleDates } from './dates.ts';
import type { PastEvent } from './history.ts';
import { type Login, personId } from './people.ts';
import { sampleId } from './sample-id.ts';
import { PROVINCE, type UnitCode, unitId } from './units.ts';

interface SampleRegistration {
  filedBy: Login;
  /** Of this unit; without it, of who filed it. */
  collective?: UnitCode;
  /** The highest title; those below it belong to it. */
  highest: TitleKey;
  filedDaysAgo: number;
  /** Who confirms it, or has. */
  head: Login;
  settled: {
    state: Exclude<RegistrationState, 'submitted'>;
    daysAgo: number;
    reason?: string;
  } | null;
}

const REGISTRATIONS: readonly SampleRegistration[] = [
  {
    filedBy: 'trang.ly',
    highest: 'cstdcs',
    filedDaysAgo: 18,
    head: 'long.duong',
    settled: { state: 'confirmed', daysAgo: 17 },
  },
  {
    filedBy: 'nhung.chu',
    highest: 'ldtt',
    filedDaysAgo: 15,
    head: 'tuyet.ho',
    settled: { state: 'confirmed', daysAgo: 12 },
  },
  {
    filedBy: 'hieu.trinh',
    highest: 'cstdcs',
    filedDaysAgo: 11,
    head: 'loan.pham',
    settled: {
      state: 'returned',
      daysAgo: 10,
      reason:
        'Đơn vị đã thống nhất mỗi năm một người đăng ký Chiến sĩ thi đua cơ sở; đề nghị anh đăng ký Lao động tiên tiến.',
    },
  },
  {
    filedBy: 'long.duong',
    collective: 'SH-GD',
    highest: 'ttldxs',
    filedDaysAgo: 9,
    head: 'hung.le',
    settled: { state: 'confirmed', daysAgo: 8 },
  },
  { filedBy: 'nam.hoang', highest: 'cstdcs', filedDaysAgo: 2, head: 'thao.dinh', settled: null },
];

/** Opens the registration of titles and files a few; the one that waits has its card with the head. */
export async function seedRegistrations(
  tx: Tx,
  deps: Deps,
  dates: SampleDates,
): Promise<PastEvent[]> {
  const year = dates.registrationYear;
  await tx.registrationWindow.create({
    data: {
      year,
      unitId: unitId(PROVINCE.code),
      opensOn: dateColumn(dates.registrationOpens),
      closesOn: dateColumn(dates.registrationCloses),
      announcedAt: instantAt(dates.registrationOpens, '08:00', deps.zone),
    },
    select: { id: true },
  });
  await tx.titleRegistration.createMany({
    data: REGISTRATIONS.map((registration) => ({
      id: registrationId(registration),
      year,
      ...subjectOf(registration),
      filedById: personId(registration.filedBy),
      filedAt: filedAt(dates, registration),
      ...settlementOf(dates, registration),
    })),
  });
  await tx.titleRegistrationItem.createMany({
    data: REGISTRATIONS.flatMap((registration) =>
      titlesOf(deps.rulebook, registration).map((title, index) => ({
        registrationId: registrationId(registration),
        rank: index + 1,
        rankBelow: index === 0 ? null : index,
        title,
      })),
    ),
  });
  await tx.registrationRevision.createMany({
    data: REGISTRATIONS.flatMap((registration) => revisionsOf(deps, dates, registration)),
  });
  for (const registration of REGISTRATIONS.filter(({ settled }) => settled === null)) {
    const subjectId = registrationId(registration);
    const head = personId(registration.head);
    await sendMessage(tx, toConfirm, {
      to: { personId: head },
      params: { revision: 1 },
      subjectId,
      dedupeKey: `${toConfirm.purpose}:${subjectId}:1:${head}`,
    });
  }
  return REGISTRATIONS.flatMap((registration) => eventsOf(deps, dates, registration));
}

function subjectOf({ filedBy, collective }: SampleRegistration) {
  return collective ? { unitId: unitId(collective) } : { personId: personId(filedBy) };
}

function settlementOf(dates: SampleDates, { head, settled }: SampleRegistration) {
  if (!settled) return { state: 'submitted' as const };
  return {
    state: settled.state,
    settledById: personId(head),
    settledAt: daysAgo(dates, settled.daysAgo, '10:20'),
    returnReason: settled.reason ?? null,
  };
}

function titlesOf(rulebook: Rulebook, { highest }: SampleRegistration): TitleKey[] {
  return [...titlesBelow(rulebook, highest).map(({ key }) => key), highest];
}

function revisionsOf(deps: Deps, dates: SampleDates, registration: SampleRegistration) {
  const { filedBy, head, settled } = registration;
  const same = {
    registrationId: registrationId(registration),
    revision: 1,
    titles: titlesOf(deps.rulebook, registration),
  };
  const filed = {
    ...same,
    state: 'submitted' as const,
    byId: personId(filedBy),
    at: filedAt(dates, registration),
  };
  if (!settled) return [filed];
  const { state, reason = null } = settled;
  const at = daysAgo(dates, settled.daysAgo, '10:20');
  return [filed, { ...same, state, reason, byId: personId(head), at }];
}

function eventsOf(deps: Deps, dates: SampleDates, registration: SampleRegistration): PastEvent[] {
  const subjectId = registrationId(registration);
  const { filedBy, head, settled } = registration;
  const titles = titlesOf(deps.rulebook, registration);
  const events: PastEvent[] = [
    {
      kind: 'titles.registered',
      subjectId,
      actorId: personId(filedBy),
      at: filedAt(dates, registration),
      after: { revision: 1, year: dates.registrationYear, titles },
    },
  ];
  if (settled) {
    events.push({
      kind: settled.state === 'confirmed' ? 'titles.confirmed' : 'titles.returned',
      subjectId,
      actorId: personId(head),
      at: daysAgo(dates, settled.daysAgo, '10:20'),
      before: { revision: 1, state: 'submitted' },
      after: { revision: 1, state: settled.state, titles },
      ...(settled.reason ? { reason: settled.reason } : {}),
    });
  }
  return events;
}

function filedAt(dates: SampleDates, { filedDaysAgo }: SampleRegistration): Date {
  return daysAgo(dates, filedDaysAgo, '09:05');
}

function registrationId({ filedBy, collective }: SampleRegistration): string {
  return sampleId('registration', collective ?? filedBy);
}
