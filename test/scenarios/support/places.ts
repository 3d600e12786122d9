import type { Language } from '../../../src/kernel/language.ts';
import { type Day, dayIn, instantAt } from '../../../src/kernel/time.ts';
import type { Actor } from '../../../src/sandbox/driver.ts';
import { emailOf, type Login, STRANGER } from '../../../src/sandbox/sample/people.ts';
import { openWorld, type World } from '../../support/world.ts';

export const TRANSPORTS = ['socket', 'http'] as const;

/** Somebody of the sample agency, at the keyboard. */
export function at(world: World, login: Login): Actor {
  return world.as(emailOf(login));
}

/** Somebody who is in the workspace and in nobody's staff list. */
export function stranger(world: World): Actor {
  return world.as(STRANGER.email);
}

export function todayOf(world: World): Day {
  return dayIn(world.deps.zone, world.clock.now());
}

/** Moves the time to a time of a day in the organisation's zone and lets the calendar look. */
export async function goTo(world: World, day: Day, time: string): Promise<void> {
  const target = instantAt(day, time, world.deps.zone).getTime();
  await world.advance(target - world.clock.now().getTime());
}

/**
 * Slack is asked for a person's profile when it was not read today; while its answer is held, the
 * trigger of what the person does in `act` expires.
 */
export async function tooLate(world: World, act: () => Promise<unknown>): Promise<void> {
  await world.deps.db.person.updateMany({ data: { profileSeenAt: null } });
  const release = world.workspace.faults.holdAnswers('users.info');
  const acting = act();
  await world.clock.advance(4_000);
  release();
  await acting;
}

/** From now on these people read Slack in this language; the app learns it when it next meets them. */
export async function speak(
  world: World,
  language: Language,
  logins: readonly (Login | 'stranger')[],
): Promise<void> {
  const locale = language === 'vi' ? 'vi-VN' : 'en-US';
  for (const login of logins) {
    const { person } = login === 'stranger' ? stranger(world) : at(world, login);
    world.workspace.core.state.commit({ k: 'person', person: { ...person, locale } });
    await world.deps.db.person.updateMany({
      where: { email: person.email },
      data: { locale, profileSeenAt: null },
    });
  }
}

/**
 * The whole product, awake: what is slow once, as the first command is, is over. Triggers live for three
 * seconds of real time, which a cold start on a busy machine can use up.
 */
export async function openStage(transport: 'socket' | 'http' = 'socket'): Promise<World> {
  const world = await openWorld({ transport, ackDeadlineMs: 15_000 });
  const director = at(world, 'hung.le');
  await director.types('/dangky ?');
  await director.sees('/dangky đơn vị', { within: 60_000 });
  return world;
}
