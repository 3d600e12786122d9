import type { Tx } from '../../database/client.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { exemplarNews, type NEWS } from '../messages.ts';
import type { ExemplarFile } from '../queries.ts';

/**
 * Tells those who reported, those who are praised and those named beside them what became of it; whoever
 * did it knows.
 *
 * @param news.at tells one event from the next of its kind
 */
export async function tellNews(
  tx: Tx,
  file: ExemplarFile,
  news: {
    news: (typeof NEWS)[number];
    at: string;
    except: string;
    also?: readonly string[];
    /** Not those who are praised: what is said is for the others. */
    withoutPraised?: boolean;
  },
): Promise<void> {
  const praised = file.subjects.flatMap(({ personId }) => personId ?? []);
  const readers = new Set([
    file.reporterId,
    ...file.mentions.map(({ reporterId }) => reporterId),
    ...(news.withoutPraised ? [] : praised),
    ...(news.also ?? []),
  ]);
  readers.delete(news.except);
  await sendMessages(
    tx,
    exemplarNews,
    [...readers].map((personId) => ({
      to: { personId },
      params: { news: news.news },
      subjectId: file.id,
      dedupeKey: `${exemplarNews.purpose}:${news.news}:${file.id}:${news.at}:${personId}`,
    })),
  );
}
