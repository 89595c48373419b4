import type { Policy } from "./policy.ts";
import type { When } from "./when.ts";
import type { Calendar } from "./working-calendar.ts";

/** What the district has decided, as it stands: its policy and which days are worked. */
export type Rules = { readonly policy: Policy; readonly calendar: Calendar };

/** The moment and the rules that everything is decided by. */
export type World = When & Rules;
