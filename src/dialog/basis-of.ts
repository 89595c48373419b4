import type { Facts } from "#src/domain/facts.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { yearAround } from "#src/domain/figures/figure-period.ts";
import type { Query } from "#src/understanding/understanding.ts";

/** What a question is about; this year so far where no period is named. */
export function basisOf({ org, person, kind, from, to }: Omit<Query, "name">, { today }: Facts): FigureBasis {
  const year = yearAround(today);
  return {
    from: from ?? year.from,
    to: to ?? from ?? year.to,
    ...(org === undefined ? {} : { org }),
    ...(person === undefined ? {} : { person }),
    ...(kind === undefined ? {} : { kind }),
  };
}
