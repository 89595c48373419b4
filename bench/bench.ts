/** A figure of a bench: a number with its unit, or a yes or no. */
export type Figure = number | string | boolean | null;
export type Figures = Readonly<Record<string, Figure>>;

/** The most that a figure may be, by its name. */
export type Budgets = Readonly<Record<string, number>>;

/** Tells how far a long bench is, on standard error. */
export type Progress = (line: string) => void;

/** One measurement that can be repeated with `npm run -s bench -- NAME`. */
export type Bench = {
  readonly name: string;
  /** What it measures, in one line. */
  readonly summary: string;
  /** What its figures must not be beyond: they are printed all the same, and the run fails. */
  readonly budgets?: Budgets;
  /** Runs it. `options` are the words after the name, `--key value` or `--flag`. Throws when a promise is broken. */
  readonly run: (options: ReadonlyMap<string, string>, progress: Progress) => Promise<Figures>;
};
