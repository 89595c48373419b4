import type { MandateView } from "#src/domain/requests/mandate.ts";

/**
 * A change as it was made, with how much of what was filed went along: of one of those whom
 * the counts are of, or of all.
 */
export function withMoved(view: MandateView, moved: ReadonlyMap<number, number>, of?: number): MandateView {
  const all = of === undefined ? [...moved.values()] : [moved.get(of) ?? 0];
  const sum = all.reduce((a, b) => a + b, 0);
  return sum === 0 ? view : { ...view, moved: sum };
}
