import type { RenderedChoice } from "./rendered.ts";

/**
 * The buttons of one answer, no two of which say the same: where no topic told them apart, they say which of them each
 * is, in their order.
 */
export function labelsApart(choices: readonly RenderedChoice[]): readonly RenderedChoice[] {
  const seen = new Map<string, number>();
  const count = (label: string): number => choices.filter((one) => one.label === label).length;
  return choices.map((choice) => {
    const { label } = choice;
    if (count(label) === 1) return choice;
    const place = (seen.get(label) ?? 0) + 1;
    seen.set(label, place);
    return { ...choice, label: `${label}(第${place}个)` };
  });
}
