import { addDays, formatDay } from '../kernel/time.ts';

/** A value that the organisation set by a document of its own. */
export interface Override {
  rule: string;
  value: unknown;
  documentNumber: string;
  documentDate: string;
  from: string;
  to: string | null;
}

export interface Dated {
  from: string | null;
  to: string | null;
  source: string;
  verified: boolean;
  note: string | null;
}

/** Cuts the days of the override out of a series and puts the new value there. */
export function overlay<P extends Dated>(
  periods: readonly P[],
  override: Override,
  change: (period: P) => Partial<P>,
  because: (period: P) => Pick<Dated, 'source' | 'verified' | 'note'> = () => grounds(override),
): P[] {
  const { from, to } = override;
  return periods.flatMap((period) => {
    const apart =
      (period.to !== null && period.to < from) ||
      (to !== null && period.from !== null && period.from > to);
    if (apart) return [period];
    const before = period.from === null || period.from < from;
    const after = to !== null && (period.to === null || period.to > to);
    const inside = {
      ...period,
      ...change(period),
      ...because(period),
      from: before ? from : period.from,
      to: after ? to : period.to,
    };
    return [
      ...(before ? [{ ...period, to: addDays(from, -1) }] : []),
      inside,
      ...(after ? [{ ...period, from: addDays(to, 1) }] : []),
    ];
  });
}

/** The document of an override as the source of what it sets. */
export function grounds({ documentNumber, documentDate }: Override) {
  return {
    source: `Văn bản số ${documentNumber} ngày ${formatDay(documentDate)} của đơn vị`,
    verified: true,
    note: null,
  };
}
