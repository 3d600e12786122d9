import { randomUUID } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { addSittingFiles } from '../../src/councils/sittings/files/add-files.ts';
import { keepSittingFilesTask } from '../../src/councils/sittings/files/file-messages.ts';
import { keepSittingFiles } from '../../src/councils/sittings/files/keep-files.ts';
import type { GivenFile } from '../../src/documents/sent-file-rules.ts';
import type { WorkDeps } from '../../src/jobs/kinds.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { keepPersonsFile } from '../../src/sandbox/client-uploads.ts';
import { emailOf, type Login, personId } from '../../src/sandbox/sample/people.ts';
import { samplePeople } from '../../src/sandbox/sample/workspace.ts';
import { slackClientOptions } from '../../src/slack/app.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { openSlackServer, type SlackServer } from '../support/slack-server.ts';
import { actor, COUNCIL } from './sitting-stage.ts';

export const SECRETARY = 'ha.nguyen' as const satisfies Login;

/** The sample agency, and a workspace that gives files. No jobs run but those that a test has done. */
export class FilesStage {
  readonly sample: SampleDatabase;
  readonly slack: SlackServer;
  readonly deps: WorkDeps;
  #given = 0;

  constructor(sample: SampleDatabase, slack: SlackServer) {
    this.sample = sample;
    this.slack = slack;
    const client = new WebClient(slack.env.SLACK_BOT_TOKEN, {
      ...slackClientOptions,
      logger: boltLogger(sample.deps.log),
      slackApiUrl: slack.env.SLACK_API_URL,
    });
    this.deps = { ...sample.deps, slack: client };
  }

  static async open(): Promise<FilesStage> {
    const slack = await openSlackServer({ people: samplePeople(), channels: [] });
    return new FilesStage(await openSampleDatabase(), slack);
  }

  async close(): Promise<void> {
    await this.slack.close();
    await this.sample.close();
  }

  actor(login: Login) {
    return actor(this.sample, login);
  }

  /** A file as a form brings it; of its own content unless one is given. */
  file(name: string, content?: Buffer): GivenFile {
    this.#given += 1;
    const bytes = content ?? Buffer.from(`%PDF-1.7\n${this.#given}\n%%EOF\n`);
    const { workspace } = this.slack;
    const sender = workspace.person(emailOf(SECRETARY)).id;
    const id = keepPersonsFile(workspace.core, sender, { name, content: bytes });
    return { id, name, size: bytes.length };
  }

  async convened(files: readonly GivenFile[] = []): Promise<string> {
    return conveneSitting(this.deps, {
      ...{ actor: await this.actor(SECRETARY), councilId: COUNCIL, place: 'Phòng họp' },
      ...{ startsAt: this.deps.clock.now(), initiativeIds: [], others: ['Quy chế chi tiêu quỹ'] },
      ...{ channelId: undefined, submissionKey: randomUUID(), files },
    });
  }

  async adds(login: Login, sittingId: string, files: readonly GivenFile[]): Promise<void> {
    await addSittingFiles(this.deps, { actor: await this.actor(login), sittingId, files });
  }

  /** What is to be kept by jobs. */
  async waiting() {
    const rows = await this.deps.db.$queryRaw<{ id: string; payload: unknown }[]>`
      select job.id::text, job.payload from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = job.task_id
      where task.identifier = ${keepSittingFilesTask.task} order by job.id`;
    return rows.map(({ id, payload }) => ({
      id,
      payload: keepSittingFilesTask.payload.parse(payload),
    }));
  }

  /** Does the jobs that wait. Each runs as often as its process is killed before it is marked as done, and once more. */
  async works({ killed = 0 } = {}): Promise<void> {
    for (const { id, payload } of await this.waiting()) {
      for (let run = 0; run <= killed; run += 1) await keepSittingFiles(this.deps, payload);
      await this.deps.db.$executeRaw`
        delete from graphile_worker._private_jobs where id = ${BigInt(id)}`;
    }
  }

  /** The names of the files that stand, in their order. */
  async standing(sittingId: string): Promise<string[]> {
    const rows = await this.deps.db.sittingFile.findMany({
      where: { sittingId, takenOffAt: null },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ name }) => name);
  }

  async fileId(sittingId: string, name: string): Promise<string> {
    const where = { sittingId, name, takenOffAt: null };
    return (await this.deps.db.sittingFile.findFirstOrThrow({ where })).id;
  }

  async signs(sittingId: string, kind: 'sitting' | 'count' = 'sitting'): Promise<void> {
    await this.deps.db.signedPaper.create({
      data: {
        ...{ sittingId, councilId: COUNCIL, kind, number: `${randomUUID()}/BB` },
        ...{ signedOn: dateColumn('2026-11-11'), signatory: 'Lê Quang Hùng', fileId: randomUUID() },
        ...{ name: 'bien-ban.pdf', type: 'pdf', size: 3, sha256: 'a'.repeat(64) },
        attachedById: personId(SECRETARY),
      },
    });
  }

  /** To whom messages of a kind about a sitting were written, with what they carry. */
  async told(purpose: string, sittingId: string) {
    return this.deps.db.outgoingMessage.findMany({
      where: { purpose: `councils.${purpose}`, subjectId: sittingId },
      orderBy: { seq: 'asc' },
      select: { personId: true, params: true },
    });
  }

  async audited(sittingId: string, kind: string): Promise<number> {
    return this.deps.db.auditEvent.count({
      where: { subjectId: sittingId, kind: `council.${kind}` },
    });
  }
}
