/** One thing to learn from: what was seen, and which class it is (its place in the list of classes). */
export type Seen = { readonly features: readonly string[]; readonly target: number };

/** A linear model: for each feature a whole number per class. */
export type Weights = ReadonlyMap<string, readonly number[]>;

const EPOCHS = 6;
const RATE = 0.5;
const DECAY = 1e-5;
/** Weights are written as whole numbers of this many to one. */
export const SCALE = 20;
const FEWEST = 2;
/** Two weights this far apart (in twentieths) still tell something: leaving out the rest costs nothing and saves a third. */
const FAINTEST = 34;

/**
 * Trains a linear model by multinomial logistic regression (adaptive steps). The same lessons in the same order
 * give the same model, bit for bit. Features whose weights lie less than `faintest` apart are left out.
 */
export function trainLinear(
  lessons: readonly Seen[],
  size: number,
  epochs = EPOCHS,
  faintest = FAINTEST,
): Weights {
  const index = indexFeatures(lessons);
  const weights = new Float64Array(index.size * size);
  const squares = new Float64Array(index.size * size);
  const rows = lessons.map(({ features, target }) => ({
    features: features.flatMap((feature) => index.get(feature) ?? []),
    target,
  }));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const row of shuffled(rows, epoch + 1)) step(row, weights, squares, size);
  }
  return toWeights(index, weights, size, faintest);
}

type Row = { readonly features: readonly number[]; readonly target: number };

function step({ features, target }: Row, weights: Float64Array, squares: Float64Array, size: number): void {
  const share = 1 / Math.sqrt(features.length + 1);
  const scores = new Float64Array(size);
  for (const feature of features)
    for (let one = 0; one < size; one += 1)
      scores[one] = (scores[one] ?? 0) + (weights[feature * size + one] ?? 0) * share;
  const chances = softmax(scores);
  for (let one = 0; one < size; one += 1) {
    const error = (chances[one] ?? 0) - (one === target ? 1 : 0);
    if (Math.abs(error) < 1e-4) continue;
    for (const feature of features) {
      const at = feature * size + one;
      const slope = error * share + DECAY * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt((squares[at] ?? 0) + 1e-6);
    }
  }
}

/** Turns scores, where they stand, into chances that add up to one. */
export function softmax(scores: Float64Array): Float64Array {
  let most = -Infinity;
  for (let one = 0; one < scores.length; one += 1) {
    const score = scores[one] ?? 0;
    if (score > most) most = score;
  }
  let sum = 0;
  for (let one = 0; one < scores.length; one += 1) {
    const value = Math.exp((scores[one] ?? 0) - most);
    scores[one] = value;
    sum += value;
  }
  for (let one = 0; one < scores.length; one += 1) scores[one] = (scores[one] ?? 0) / sum;
  return scores;
}

function indexFeatures(lessons: readonly Seen[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of lessons)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const kept = [...seen].filter(([, times]) => times >= FEWEST).map(([feature]) => feature);
  return new Map(kept.sort().map((feature, at) => [feature, at]));
}

// Faint features say nothing and cost room.
function toWeights(
  index: ReadonlyMap<string, number>,
  weights: Float64Array,
  size: number,
  faintest: number,
): Weights {
  const kept = new Map<string, readonly number[]>();
  for (const [feature, at] of index) {
    const row = [...weights.subarray(at * size, (at + 1) * size)].map(
      (weight) => Math.round(weight * SCALE) + 0,
    );
    if (Math.max(...row) - Math.min(...row) >= faintest) kept.set(feature, row);
  }
  return kept;
}

/** Numbers between 0 and 1 in a fixed order (mulberry32), so that the same seed gives the same model. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = sequence(seed);
  const out = [...items];
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    const [a, b] = [out[at], out[other]];
    if (a !== undefined && b !== undefined) [out[at], out[other]] = [b, a];
  }
  return out;
}
