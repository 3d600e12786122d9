import { z } from 'zod';
import { languageOf } from '../kernel/language.ts';
import { chartPicture } from '../slack/chart-picture.ts';
import type { DeliveryDeps } from './deliver.ts';
import { uploadFiles } from './files.ts';
import { chartsOf } from './with-charts.ts';

export const PicturesPayload = z.object({ messageId: z.uuid() });

/**
 * Puts the charts of a delivered message into its thread as .png: a picture that is a file of the app's alone would be
 * seen by nobody else in a block.
 *
 * @throws to be called again, when Slack was away before the last step
 */
export async function sendChartPictures(
  deps: DeliveryDeps,
  { messageId }: z.infer<typeof PicturesPayload>,
): Promise<void> {
  const message = await deps.db.outgoingMessage.findUnique({
    where: { id: messageId },
    include: { person: { select: { locale: true } } },
  });
  if (!message?.sentChannel || !message.sentTs) return;
  const { params, subjectId, personId, person, purpose } = message;
  const language = languageOf(person?.locale);
  const drawn = await deps.renderers
    .get(purpose)
    ?.render(deps, { params, subjectId, personId, language, redrawing: true });
  const charts = drawn ? chartsOf(drawn) : [];
  if (charts.length === 0) return;
  const files = await Promise.all(
    charts.map(async (chart, index) => ({
      name: `bieu-do-${index + 1}.png`,
      title: chart.title,
      content: await chartPicture(chart),
    })),
  );
  await uploadFiles(deps, { channel: message.sentChannel, thread: message.sentTs }, { files });
}
