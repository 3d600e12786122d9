import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dateColumn } from '../../src/kernel/time.ts';
import { findActor } from '../../src/people/actor.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { pressesForged } from '../scenarios/support/old-card.ts';
import { at, openStage } from '../scenarios/support/places.ts';
import { changesNothing } from '../scenarios/support/watching.ts';
import type { World } from '../support/world.ts';
import { councilOfFive, opened, scored } from './scoring-support.ts';
import { type Agency, storedInitiative } from './support.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

// What nobody but the council, the secretary or the authors may read.
const ESSENCE = 'Bí quyết ghép bảng kê';
const SECRET = 'Mã nguồn nằm ở máy chủ số 9';
const COMMENT = 'Nhận xét riêng của Tâm';

let world: World;
let values: Record<string, unknown>[];

beforeAll(async () => {
  world = await openStage();
  const { deps } = world;
  const { db } = deps;
  const agency = {
    deps,
    clock: world.clock,
    actor: async (login: Login) => (await findActor(deps, at(world, login).id))!,
  } as unknown as Agency;
  const councilId = await councilOfFive(db);
  const stored = (number: string, state: 'received' | 'returned' | 'accepted' | 'recognised') =>
    storedInitiative(deps, {
      number,
      title: `Của Lan ${number}`,
      essence: ESSENCE,
      confidential: SECRET,
      unitId: unitId('SH'),
      by: 'lan.tran',
      state: state === 'returned' ? 'received' : state,
    });
  const received = await stored('SK-2024-9001', 'received');
  const scoredOne = await stored('SK-2024-9002', 'accepted');
  const recognised = await stored('SK-2024-9003', 'recognised');
  const scoringId = await opened(agency, { councilId, initiativeId: scoredOne.id });
  await scored(agency, scoringId, 'tam.do', [21, 21, 21, 9], { comment: COMMENT });
  const work = await db.recognisedWork.create({
    data: {
      kind: 'initiative',
      level: 'grassroots',
      title: 'Của Lan',
      year: 2024,
      decisionNumber: '9/QĐ',
      decidedOn: dateColumn('2024-06-01'),
      signatory: 'Giám đốc',
      initiativeId: recognised.id,
      authors: { create: { personId: personId('lan.tran'), share: 100 } },
    },
  });
  const annulment = await db.initiativeAnnulment.create({
    data: {
      initiativeId: recognised.id,
      reason: 'Lý do kín của đề nghị hủy',
      proposedById: personId('ha.nguyen'),
    },
  });
  const share = await db.shareRequest.create({
    data: { initiativeId: received.id, personId: personId('lan.tran'), share: 100 },
  });
  const adoption = await db.adoption.create({
    data: {
      id: randomUUID(),
      initiativeId: recognised.id,
      unitId: unitId('SH-TCCB'),
      since: dateColumn('2025-01-01'),
      how: 'Tại phòng',
      responsibleId: personId('yen.luu'),
      adoptedById: personId('ha.nguyen'),
    },
  });
  const draft = await db.initiativeDraft.create({
    data: {
      id: randomUUID(),
      personId: personId('lan.tran'),
      content: {
        description: { title: 'Nháp', essence: ESSENCE },
        authors: { personIds: [personId('lan.tran')], outside: [] },
      },
    },
  });
  const evidence = await db.initiativeEvidence.create({
    data: {
      initiativeId: received.id,
      fileId: 'F1',
      name: 'kin.pdf',
      type: 'pdf',
      size: 10,
      sha256: 'a'.repeat(64),
      councilOnly: true,
      addedById: personId('lan.tran'),
      content: { create: { bytes: new Uint8Array(10) } },
    },
  });
  const common = {
    revision: 1,
    scoringId,
    ballotId: randomUUID(),
    annulmentId: annulment.id,
    requestId: share.id,
    share: 100,
    evidenceId: evidence.id,
    adoptionId: adoption.id,
    draftId: draft.id,
    depth: 1,
    workId: work.id,
    personId: personId('lan.tran'),
    title: 'cstdcs',
    year: 2025,
  };
  values = [
    { ...common, initiativeId: received.id, state: 'received' },
    { ...common, initiativeId: scoredOne.id, state: 'accepted' },
    { ...common, initiativeId: recognised.id, state: 'accepted' },
  ];
});
afterAll(() => world.close());

/** The ids of all buttons of the domain, as its controls name them. */
function allButtons(): string[] {
  const folder = new URL('../../src/initiatives/', import.meta.url);
  const named = readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(/buttonKind\(\s*'([^']+)'/g),
    ])
    .map((found) => found[1]!);
  const papers = ['request', 'receipt', 'certificate', 'answer'];
  return [...new Set([...named, ...papers.map((name) => `initiatives.document_${name}`)])];
}

describe.each([
  // Works in the same unit, holds no office, is no author.
  ['nga.bui'],
  // Sits on the other council of the province, so reads files; is on no panel, no secretary, no author.
  ['long.duong'],
] as const)('%s', (login) => {
  test('changes nothing and reads nothing by pressing what others are shown', async () => {
    const person = at(world, login);
    const buttons = allButtons();
    expect(buttons.length).toBeGreaterThan(40);
    const read: string[] = [];
    for (const [place, value] of values.entries())
      for (const actionId of buttons) {
        await changesNothing(world, () => pressesForged(world, person, { actionId, value })).catch(
          (error: unknown) => {
            throw new Error(`${actionId} with ${place} by ${login}: ${String(error)}`);
          },
        );
        const shown = JSON.stringify(person.modal()?.view ?? {});
        // A recognised one is read in short by everybody, its essence too.
        for (const words of [
          SECRET,
          COMMENT,
          'Lý do kín',
          'kin.pdf',
          ...(place < 2 ? [ESSENCE] : []),
        ])
          if (shown.includes(words)) read.push(`${actionId} ${place}: ${words}`);
        if (person.modal()) await person.closesModal({ all: true });
      }
    const screen = person.everything();
    for (const words of [SECRET, COMMENT, 'Lý do kín', 'kin.pdf'])
      if (screen.includes(words)) read.push(`screen: ${words}`);
    if (login === 'nga.bui') expect(read).toEqual([]);
    else expect(read.filter((one) => one.includes(COMMENT) || one.includes('Lý do'))).toEqual([]);
  });
});

test('the same press by the secretary does reach the app', async () => {
  const [value] = values;
  await pressesForged(world, at(world, 'ha.nguyen'), { actionId: 'initiatives.accept', value });
  const { state } = await world.deps.db.initiative.findUniqueOrThrow({
    where: { id: String(value?.initiativeId) },
  });
  expect(state).toBe('accepted');
});
