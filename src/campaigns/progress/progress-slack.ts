import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import type { Actor } from '../../people/actor.ts';
import { escapeText, readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { mayWrite } from '../authority.ts';
import { registerClusterListeners } from '../clusters/cluster-slack.ts';
import { registerFigureFileListeners } from '../figure-files/figure-file-slack.ts';
import { phrases } from '../phrases.ts';
import { openPoints } from './adjust-points.ts';
import { enterFigures, figureField, openFigures, unitsEntered } from './enter-figures.ts';
import { figuresUnitView, figuresView } from './figures-views.ts';
import { indicatorsView, indicatorView } from './indicator-views.ts';
import { rankingOf, rankingRights } from './open-ranking.ts';
import { registerPointsListeners } from './points-slack.ts';
import { postRanking } from './post-ranking.ts';
import { setRankingRhythm } from './post-regularly.ts';
import {
  figuresButton,
  figuresModal,
  figuresUnitModal,
  indicatorButton,
  indicatorModal,
  indicatorsButton,
  postRankingButton,
  rankingButton,
  rankingFileButton,
  rankingModal,
  rankingRhythmButton,
  rankingRhythmModal,
  resendRankingButton,
} from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';
import { hasFigures, progressGone, progressOf } from './progress-queries.ts';
import { progressRefusal } from './progress-refusal.ts';
import { takesIndicators } from './progress-rules.ts';
import { requestRankingFile } from './ranking-file.ts';
import { rankingView } from './ranking-views.ts';
import { resendRanking } from './resend-ranking.ts';
import { rhythmView } from './rhythm-views.ts';
import { contentMark, openMeasuring, setIndicator } from './set-indicator.ts';

/** Indicators, figures and the ranking of campaigns. */
export const registerProgressListeners: RegisterListeners = (on, deps) => {
  registerPointsListeners(on, deps);
  registerFigureFileListeners(on, deps);
  registerClusterListeners(on, deps);

  on.button(rankingButton, async ({ actor, value, openModal }) => {
    await openModal(await rankingPage(deps, actor, { ...value, from: 0 }));
    return undefined;
  });

  on.button(postRankingButton, async ({ actor, value, openModal }) => {
    const { channelIds, again } = await postRanking(deps, { actor, ...value });
    const say = progressPhrases[actor.language];
    const channels = channelIds.map((id) => `<#${id}>`).join(', ');
    const text = again ? say.postedAgain({ channels }) : say.posted({ channels });
    await openModal(told(actor.language, say.ranking, [text]));
    return undefined;
  });

  on.button(rankingRhythmButton, async ({ actor, value, openModal }) => {
    const campaign = await openPoints(deps, deps.db, { actor, ...value });
    const { rankingEvery: every } = await deps.db.campaign.findUniqueOrThrow({
      where: { id: campaign.id },
      select: { rankingEvery: true },
    });
    await openModal(rhythmView({ ...campaign, every }, actor.language));
    return undefined;
  });

  on.submission(rankingRhythmModal, async ({ actor, metadata, fields }) => {
    const { every } = fields;
    const changed = await setRankingRhythm(deps, { actor, ...metadata, every });
    const say = progressPhrases[actor.language];
    const text = changed ? say.rhythmSet({ rhythm: say.rhythm[every] }) : say.nothingChanged;
    return { next: 'show', view: told(actor.language, say.rhythmTitle, [text]) };
  });

  on.button(resendRankingButton, async ({ actor, value }) => {
    await resendRanking(deps, { actor, ...value });
    return { text: phrases[actor.language].rankingResent({ channel: `<#${value.channelId}>` }) };
  });

  on.button(rankingFileButton, async ({ actor, value, openModal }) => {
    await requestRankingFile(deps, { actor, ...value });
    const say = progressPhrases[actor.language];
    await openModal(told(actor.language, say.ranking, [say.fileComing]));
    return undefined;
  });

  on.submission(rankingModal, async ({ actor, metadata }) => ({
    next: 'show',
    view: await rankingPage(deps, actor, metadata),
  }));

  on.button(indicatorsButton, async ({ actor, value, openModal }) => {
    const campaign = await progressOf(deps.db, value.campaignId, today(deps));
    const writes = await mayWrite(deps.db, actor, campaign.unitId);
    // What is not launched is between those who write it.
    if (campaign.code === null && !writes) throw progressGone();
    const measures = writes && takesIndicators(campaign, today(deps));
    await openModal(indicatorsView(campaign, { language: actor.language, measures }));
    return undefined;
  });

  on.button(indicatorButton, async ({ actor, value, openModal }) => {
    const { campaignId } = value;
    const campaign = await openMeasuring(deps, deps.db, { actor, campaignId });
    const indicator = campaign.indicators.find(({ id }) => id === value.indicatorId) ?? null;
    if (value.indicatorId && !indicator)
      throw progressRefusal('indicator_changed', (say) => say.indicatorChanged);
    const seen = {
      campaignId,
      indicatorId: indicator?.id ?? randomUUID(),
      mark: indicator && contentMark(indicator),
    };
    const { language } = actor;
    const figures = await hasFigures(deps.db, campaignId);
    await openModal(indicatorView({ language, seen, campaign, indicator, figures }));
    return undefined;
  });

  on.submission(indicatorModal, async ({ actor, metadata, fields }) => {
    const { reason, remove, ...content } = fields;
    const entered = remove.length > 0 ? null : content;
    const { changed } = await setIndicator(deps, {
      ...{ actor, seen: metadata, entered, reason },
    });
    const say = progressPhrases[actor.language];
    const done = entered ? say.indicatorSaved : say.indicatorRemoved;
    const campaign = await progressOf(deps.db, metadata.campaignId, today(deps));
    const outcome = changed ? done : say.nothingChanged;
    const view = indicatorsView(campaign, {
      language: actor.language,
      measures: true,
      told: outcome,
    });
    return { next: 'back', view };
  });

  on.button(figuresButton, async ({ actor, value, openModal }) => {
    const { campaignId, asOf, unitId } = value;
    const campaign = await progressOf(deps.db, campaignId, today(deps));
    const all = await unitsEntered(deps.db, actor, campaign);
    const units = unitId ? all.filter(({ id }) => id === unitId) : all;
    const [unit] = units;
    if (!unit) throw progressRefusal('not_compared', (say) => say.notCompared);
    const { language } = actor;
    if (units.length > 1) await openModal(figuresUnitView({ campaignId, asOf, units }, language));
    else {
      const form = await openFigures(deps, { actor, campaignId, unitId: unit.id, asOf });
      await openModal(figuresView(form, language));
    }
    return undefined;
  });

  on.submission(figuresUnitModal, async ({ actor, metadata, fields }) => {
    const form = await openFigures(deps, { actor, ...metadata, unitId: fields.unit });
    return { next: 'show', view: figuresView(form, actor.language) };
  });

  on.submission(figuresModal, async ({ actor, metadata, fields }) => {
    const { asOf, ...rest } = fields;
    const prefix = figureField('');
    const values = new Map(
      Object.entries(rest).flatMap(([field, text]) =>
        field.startsWith(prefix) ? [[field.slice(prefix.length), text ?? ''] as const] : [],
      ),
    );
    const { entered, unitName } = await enterFigures(deps, { actor, ...metadata, asOf, values });
    const say = progressPhrases[actor.language];
    const text =
      entered === 0
        ? say.nothingChanged
        : say.entered({ count: entered, unit: escapeText(unitName) });
    return { next: 'show', view: told(actor.language, say.enter, [text]) };
  });
};

async function rankingPage(
  deps: Deps,
  actor: Actor,
  { campaignId, from }: { campaignId: string; from: number },
): Promise<ModalView> {
  const ranking = await rankingOf(deps, campaignId);
  const rights = await rankingRights(deps, actor, ranking.campaign);
  return rankingView(ranking, { language: actor.language, rights, from });
}

function told(language: Language, title: string, texts: readonly string[]): ModalView {
  return readingModal({ title, close: progressPhrases[language].close }, [
    section(texts.join('\n')),
  ]);
}
