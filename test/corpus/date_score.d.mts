/** A case of the date suite, as `NOTICE.md` describes it. */
export type DateCase = {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly reference_time: string | null;
  readonly kind: string;
  readonly flags?: readonly string[];
};
export type Prediction = {
  readonly index?: number;
  readonly text?: string;
  readonly kind?: string;
  readonly start?: string;
  readonly end?: string;
  readonly seconds?: number;
  readonly readings?: readonly { readonly start?: string; readonly end?: string; readonly seconds?: number }[];
};
export type Scored = { readonly exact: boolean; readonly start: boolean | null; readonly date: boolean | null };
export type Row = {
  readonly n: number;
  readonly exact: number;
  readonly start: number | null;
  readonly date: number | null;
};
export function score(record: DateCase, predictions: readonly Prediction[]): Scored | null;
export function report(
  records: readonly DateCase[],
  results: readonly (Scored | null)[],
  own?: string,
): Record<string, Row | undefined>;
