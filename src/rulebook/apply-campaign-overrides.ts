import { z } from 'zod';
import { type CampaignsFile, Launchers, Rhythm } from './campaign-schema.ts';
import { type Override, overlay } from './overlay.ts';

/** The rules on campaigns with a value of the organisation in them. */
export function applyCampaigns(
  file: CampaignsFile,
  override: Override,
  what: string | undefined,
): CampaignsFile {
  const number = () => ({ value: z.int().parse(override.value) });
  switch (what) {
    case 'launching': {
      const change = () => ({ value: Launchers.parse(override.value) });
      return { ...file, launching: overlay(file.launching, override, change) };
    }
    case 'midtermYears':
      return { ...file, midtermYears: overlay(file.midtermYears, override, number) };
    case 'finalReviewDays':
      return { ...file, finalReviewDays: overlay(file.finalReviewDays, override, number) };
    case 'pledgeDays':
      return { ...file, pledgeDays: overlay(file.pledgeDays, override, number) };
    case 'figuresEvery': {
      const change = () => ({ value: Rhythm.parse(override.value) });
      return { ...file, figuresEvery: overlay(file.figuresEvery, override, change) };
    }
    case 'figuresGraceDays':
      return { ...file, figuresGraceDays: overlay(file.figuresGraceDays, override, number) };
    case 'escalateDays':
      return { ...file, escalateDays: overlay(file.escalateDays, override, number) };
    case 'checkNoticeDays':
      return { ...file, checkNoticeDays: overlay(file.checkNoticeDays, override, number) };
    default:
      return file;
  }
}
