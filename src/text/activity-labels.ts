import type { ActivityView } from "#src/domain/requests/activity.ts";
import { day } from "./format.ts";

type Labelled<A> = { readonly label: string; readonly activity: A };

/** Of alike ones as much as tells them apart: the day and the title, then the hour, the place, and the number. */
const WAYS: readonly ((activity: ActivityView) => string)[] = [
  ({ on, title }) => `${day(on)} ${title}`,
  ({ on, time, title }) => `${day(on)} ${time} ${title}`,
  ({ on, time, title, place }) => `${day(on)} ${time} ${title}${place === null ? "" : ` ${place}`}`,
];

/** What a button for each of several activities says, so that no two say the same. */
export function toldApart<A extends ActivityView>(activities: readonly A[]): readonly Labelled<A>[] {
  return activities.map((activity) => {
    const alike = (way: (one: ActivityView) => string): boolean =>
      activities.filter((one) => way(one) === way(activity)).length > 1;
    const way = WAYS.find((one) => !alike(one));
    return { activity, label: way?.(activity) ?? `${day(activity.on)} ${activity.title} ${activity.number}` };
  });
}
