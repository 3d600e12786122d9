import { z } from 'zod';
import type { CouncilsFile } from './council-schema.ts';
import { type Override, overlay } from './overlay.ts';

/** The rules on councils with a value of the organisation in them. */
export function applyCouncils(
  file: CouncilsFile,
  override: Override,
  [what = '', kind = '']: readonly string[],
): CouncilsFile {
  const number = () => ({ value: z.int().parse(override.value) });
  const flag = () => ({ value: z.boolean().parse(override.value) });
  switch (what) {
    case 'minimum':
      return kind === 'emulation' || kind === 'initiative'
        ? {
            ...file,
            minimum: { ...file.minimum, [kind]: overlay(file.minimum[kind], override, number) },
          }
        : file;
    case 'odd':
      return { ...file, odd: overlay(file.odd, override, flag) };
    case 'leavers':
      return { ...file, leavers: overlay(file.leavers, override, flag) };
    case 'expiringDays':
      return { ...file, expiringDays: overlay(file.expiringDays, override, number) };
    case 'offices':
      return kind === 'emulation' || kind === 'initiative'
        ? {
            ...file,
            offices: { ...file.offices, [kind]: overlay(file.offices[kind], override, () => ({})) },
          }
        : file;
    case 'expected':
      return { ...file, expected: overlay(file.expected, override, () => ({})) };
    default:
      return file;
  }
}
