import type { Day } from "#src/domain/day.ts";
import { DUTY_KINDS, type DutyKind } from "#src/domain/duty-kind.ts";
import { OPINION_CATEGORIES, type OpinionCategory } from "#src/domain/opinion-category.ts";
import { day, short } from "./format.ts";

/** What waits for an answer, as far as one line can tell it. */
export type OpenThing =
  | {
      readonly of: "report";
      readonly kind: DutyKind;
      readonly on: Day;
      readonly place?: string;
      readonly items: number;
    }
  | { readonly of: "opinion"; readonly category: OpinionCategory }
  | { readonly of: "suggestion"; readonly title: string }
  | { readonly of: "question" | "activity" | "mandate" | "decision" };

/** What is open in a few words; undefined where it has no name of its own. */
export function thingWords(thing: OpenThing): string | undefined {
  switch (thing.of) {
    case "report": {
      const what = [DUTY_KINDS[thing.kind].name, day(thing.on), short(thing.place ?? "", 10)];
      return `${what.filter((one) => one !== "").join(",")}${thing.items > 1 ? `等${thing.items}条` : ""}`;
    }
    case "opinion":
      return `群众意见(${OPINION_CATEGORIES[thing.category]})`;
    case "suggestion":
      return `建议“${short(thing.title, 14)}”`;
    default:
      return undefined;
  }
}
