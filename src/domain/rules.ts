import type { Policy } from "./policy.ts";
import type { When } from "./when.ts";
import type { Calendar } from "./working-calendar.ts";

/** What the district has decided, as it stands: its policy and which days are worked. */
export type Rules = { readonly policy: Policy; readonly calendar: Calendar };

/** A channel that runs, with the bot that speaks in it: people can be written to there. */
export type RunningChannel = { readonly channel: string; readonly bot: string };

/** The moment and the rules that everything is decided by, and the channels that reach people. */
export type World = When & Rules & { readonly channels: readonly RunningChannel[] };
