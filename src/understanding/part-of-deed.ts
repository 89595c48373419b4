import type { DutyKind } from "#src/domain/duty-kind.ts";

// 看看烤火炭备够没: what one looked after, no complaint.
const PURPOSE =
  /^[\s,。;]*(?:主要)?(?:是|去|来)?(?:看看|看哈|看一?下|看(?=[^,。]{1,10}(?:没|不|咋|怎|够))|问问|问哈|瞧|摸清)/u;

// 他腿脚不方便: why somebody was helped, no complaint.
const WHY_HELPED = /^[\s,。;]*(?:他|她|老人|老两口|两口子|家里|家头|屋头)/u;

// What a quarrel was about and how it ended: part of having settled it.
const QUARREL = /闹|吵|打架|动手|争|扯皮|劝|拢|和好|握手|道歉|同意|签|让步|各让|不吵|消气|想通/u;

const HELP: readonly DutyKind[] = ["poverty_aid", "practical_help", "education_aid", "volunteer", "donation"];

/** True when what is said after a deed of a kind is part of it, though it sounds like a complaint. */
export const isPartOfDeed = (text: string, kind: DutyKind): boolean =>
  (kind === "mediation" && QUARREL.test(text)) ||
  PURPOSE.test(text) ||
  (HELP.includes(kind) && WHY_HELPED.test(text));
