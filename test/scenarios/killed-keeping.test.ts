import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { attachPaper } from '../../src/councils/papers/attach-paper.ts';
import { keepPaperTask } from '../../src/councils/papers/paper-messages.ts';
import { addSittingFiles } from '../../src/councils/sittings/files/add-files.ts';
import { keepSittingFilesTask } from '../../src/councils/sittings/files/file-messages.ts';
import type { Database } from '../../src/database/client.ts';
import { type Deps, today } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { keepPersonsFile } from '../../src/sandbox/client-uploads.ts';
import { emailOf, type Login, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { samplePeople } from '../../src/sandbox/sample/workspace.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
import { actor, MEMBERS, opens, sitting } from '../councils/sitting-stage.ts';
import { PDF, PNG } from '../initiatives/evidence-support.ts';
import { type OpenPlace, places } from '../support/place.ts';
import { directMessages } from '../support/pressing.ts';
import { type Product, startProduct } from '../support/product.ts';
import { openSlackServer, type SlackServer } from '../support/slack-server.ts';

// A signed decision that awards a title, and a file for the sitting, are given; the process that keeps them is killed
// while it fetches them, and the next one once they are kept and its jobs are not marked as done.

const SECRETARY = 'ha.nguyen' as const satisfies Login;
const AWARDED = 'lan.tran' as const satisfies Login;
const NUMBER = '345/QĐ-BHXH';
const TASKS = [keepPaperTask.task, keepSittingFilesTask.task];
const FETCH = 'files.info';

/** Jobs that end leave their rows, locked by who did them: as if the process had died before it marked them as done. */
const KEEP_DONE = `
  create function stay_undone() returns trigger language plpgsql as 'begin return null; end';
  create trigger stay_undone before delete on graphile_worker._private_jobs for each row
    when (old.key like '${keepPaperTask.task}:%' or old.key like '${keepSittingFilesTask.task}:%')
    execute function stay_undone()`;
const MARK_DONE = 'drop function stay_undone cascade';

describe.each(places)(
  'killed while it keeps a signed decision, on $name',
  { timeout: 120_000 },
  (place) => {
    let slack: SlackServer;
    let open: OpenPlace;
    let env: Record<string, string>;
    let product: Product | undefined;

    beforeAll(async () => {
      slack = await openSlackServer({ people: samplePeople(), channels: [] });
      open = await place.open();
      env = { ...slack.env, ...open.env, BALLOT_KEY: randomBytes(24).toString('hex') };
      const { ballotKey } = readConfig(env);
      await open.prepare((database) => giveBoth(database, slack.workspace, ballotKey));
    }, 60_000);
    afterAll(async () => {
      await product?.stop();
      await slack.close();
      await open.remove();
    });

    test('loses nothing, keeps and awards once, and tells it once', async () => {
      const { workspace } = slack;
      const answers = vi.spyOn(workspace.faults, 'heldBack');
      const fetched = () => answers.mock.calls.filter(([method]) => method === FETCH).length;
      const release = workspace.faults.holdAnswers(FETCH);
      product = await startProduct(env);
      await expect.poll(fetched, POLL).toBe(TASKS.length);
      await product.kill();
      release();
      expect(await open.prepare(readKept)).toMatchObject({ papers: 0, files: 0, awards: 0 });

      await open.prepare(({ pool }) => pool.query(KEEP_DONE));
      product = await startProduct(env);
      await open.look((database) =>
        expect
          .poll(() => readKept(database), POLL)
          .toMatchObject({ papers: 1, files: 1, told: 2, jobs: TASKS.length }),
      );
      await product.kill();
      expect(fetched()).toBe(2 * TASKS.length);
      await open.prepare(({ pool }) => pool.query(MARK_DONE));

      product = await startProduct(env);
      await open.look((database) =>
        expect.poll(() => readKept(database), POLL).toMatchObject({ jobs: 0, waiting: 0 }),
      );
      // The decision was fetched a third time, before it was seen to be there; the file was found without.
      expect(fetched()).toBe(2 * TASKS.length + 1);
      expect(await open.look(readKept)).toEqual({
        ...{ papers: 1, contents: 1, attached: 1, awards: 1, awarded: 1 },
        ...{ files: 1, added: 1, told: 2, came: MEMBERS.length - 1 },
        ...{ jobs: 0, waiting: 0 },
      });
      const heard = (login: Login, words: string) =>
        directMessages(workspace, workspace.person(emailOf(login)).id).filter((text) =>
          text.includes(words),
        ).length;
      expect(heard(SECRETARY, `Đã đính kèm Quyết định`)).toBe(1);
      expect(heard(AWARDED, NUMBER)).toBe(1);
      expect(heard('thuy.vo', 'có thêm 1 tài liệu')).toBe(1);
      expect(await product.stop()).toBe(0);
    });
  },
);

const POLL = { interval: 50 };

/** A sitting at which a title passed, its signed decision and a file for it, before any process has started. */
async function giveBoth(database: Database, workspace: Workspace, ballotKey: Buffer) {
  const deps: Deps = {
    ...{ db: database.db, rulebook: loadRulebook(), clock: systemClock },
    ...{ zone: 'Asia/Ho_Chi_Minh', log: createLog('silent'), ballotKey },
  };
  await seedSampleAgency(deps, {
    slackIdByEmail: new Map(
      STAFF.map(({ login }) => [emailOf(login), workspace.person(emailOf(login)).id]),
    ),
    channelIdByName: new Map(),
  });
  const secretary = await actor({ deps }, SECRETARY);
  const { sittingId, itemIds } = await sitting({ deps }, [{ login: AWARDED }]);
  const { ballotId } = await opens(deps, secretary, itemIds[0]!);
  for (const login of MEMBERS)
    await castVote(deps, { actor: await actor({ deps }, login), ballotId, choice: 'agree' });
  await closeBallotIfDue(deps, ballotId);
  const { year } = await deps.db.agendaItem.findUniqueOrThrow({ where: { id: itemIds[0]! } });
  // What was to be said so far takes a second a message.
  await database.pool.query(
    'delete from graphile_worker._private_jobs; delete from outgoing_message',
  );
  const file = (name: string, content: Buffer) => ({
    ...{ name, size: content.length },
    id: keepPersonsFile(workspace.core, secretary.slackUserId, { name, content }),
  });
  await attachPaper(deps, {
    ...{ actor: secretary, sittingId, number: NUMBER, signatory: 'Lê Quang Hùng' },
    ref: { kind: 'decision', itemKey: 'cstdcs', year },
    ...{ signedOn: today(deps), files: [file('quyet-dinh.pdf', PDF)] },
  });
  const files = [file('bieu.png', PNG)];
  await addSittingFiles(deps, { actor: secretary, sittingId, files });
}

async function readKept({ pool }: Database): Promise<Record<string, number>> {
  const { rows } = await pool.query(
    `select
      (select count(*)::int from signed_paper where taken_back_at is null) as papers,
      (select count(*)::int from signed_paper_content) as contents,
      (select count(*)::int from audit_event where kind = 'council.paper_attached') as attached,
      (select count(*)::int from award where decision_number = $1) as awards,
      (select count(*)::int from audit_event where kind = 'records.award_recorded') as awarded,
      (select count(*)::int from sitting_file) as files,
      (select count(*)::int from audit_event where kind = 'council.file_added') as added,
      (select count(*)::int from outgoing_message
        where purpose in ('councils.paper_checked', 'councils.files_checked')) as told,
      (select count(*)::int from outgoing_message where purpose = 'councils.files_came') as came,
      (select count(*)::int from graphile_worker.jobs where task_identifier = any($2)) as jobs,
      (select count(*)::int from outgoing_message where state in ('waiting', 'sending')) as waiting`,
    [NUMBER, TASKS],
  );
  return rows[0];
}
