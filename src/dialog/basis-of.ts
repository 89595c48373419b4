import type { Facts } from "#src/domain/facts.ts";
import type { AskedTerm } from "#src/domain/figures/asked-term.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { BEFORE_ALL, yearAround } from "#src/domain/figures/figure-period.ts";
import type { RecordMark } from "#src/domain/figures/record-mark.ts";
import type { Query } from "#src/understanding/understanding.ts";

/** What a question asks about, with several places where it names several. */
export type Asked = Omit<Query, "name"> & {
  readonly orgs?: readonly string[];
  /** Of records only those that are marked so. */
  readonly mark?: RecordMark;
  /** The term of a congress that it is about: its days are on file, and `from` and `to` none yet. */
  readonly term?: AskedTerm;
};

/** The same with the figure or list that it asks for. */
export type AskedFigure = Asked & Pick<Query, "name">;

/** What a question is about; this year so far where no period is named. */
export function basisOf(
  { org, orgs, person, kind, mark, term, from, to }: Asked,
  { today }: Facts,
): FigureBasis {
  const year = yearAround(today);
  return {
    from: from ?? year.from,
    to: to ?? from ?? year.to,
    ...(org === undefined ? {} : { org }),
    ...(orgs === undefined ? {} : { orgs }),
    ...(person === undefined ? {} : { person }),
    ...(kind === undefined ? {} : { kind }),
    ...(mark === undefined ? {} : { mark }),
    ...(term === undefined ? {} : { term }),
  };
}

/** What a question about what still waits is about: without a period it is all that waits, whatever year it is of. */
export const waitingBasis = (asked: Asked, facts: Facts): FigureBasis =>
  asked.from === undefined ? { ...basisOf(asked, facts), from: BEFORE_ALL } : basisOf(asked, facts);
