/** How much one of many may have in a stretch of time; it fills up evenly again. */
export type Measure = { readonly most: number; readonly perMs: number };

/**
 * What is left of it: `taken`; `first-over` for the first that goes beyond after a calm stretch, so that it can be
 * said once; `over` for all that follow.
 */
export type Taken = "taken" | "first-over" | "over";

/** An allowance for everybody who comes, by name. */
export type Allowance = {
  readonly take: (name: string) => Taken;
  /** What was taken was not used after all. */
  readonly giveBack: (name: string) => void;
  /** What `first-over` was for was not said after all: the next beyond is the first again. */
  readonly untell: (name: string) => void;
};

type Purse = { left: number; at: number; told: boolean };

/** Gives everybody the same measure, each on his own. Who has not come for that long is not remembered. */
export function createAllowance({ most, perMs }: Measure, monotonic: () => number): Allowance {
  const purses = new Map<string, Purse>();
  let swept = monotonic();

  const leftNow = ({ left, at }: Purse, now: number): number =>
    Math.min(most, left + ((now - at) * most) / perMs);

  // A full purse says no more than none.
  function sweep(now: number): void {
    if (now - swept < perMs) return;
    swept = now;
    for (const [name, purse] of purses) if (leftNow(purse, now) >= most) purses.delete(name);
  }

  return {
    take: (name) => {
      const now = monotonic();
      sweep(now);
      const purse = purses.get(name) ?? { left: most, at: now, told: false };
      const left = leftNow(purse, now);
      const told = purse.told && left < most;
      const isLeft = left >= 1;
      purses.set(name, { left: isLeft ? left - 1 : left, at: now, told: told || !isLeft });
      return isLeft ? "taken" : told ? "over" : "first-over";
    },
    giveBack: (name) => {
      const purse = purses.get(name);
      if (purse !== undefined) purse.left = Math.min(most, purse.left + 1);
    },
    untell: (name) => {
      const purse = purses.get(name);
      if (purse !== undefined) purse.told = false;
    },
  };
}

/** An allowance without end. */
export const BOUNDLESS: Allowance = {
  take: () => "taken",
  giveBack: () => undefined,
  untell: () => undefined,
};
