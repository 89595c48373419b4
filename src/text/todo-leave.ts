import type { TodoItem } from "#src/domain/figures/todo.ts";
import { LEAVE_REASONS } from "#src/domain/leave-reason.ts";
import { dateWords } from "./format.ts";
import type { RenderedChoice } from "./rendered.ts";

/** Why leave is wanted, and that it is late or wanted again. */
export const leaveWords = ({ reason, late, again }: NonNullable<TodoItem["leave"]>): string =>
  `${LEAVE_REASONS[reason]}${late ? "(补假)" : ""}${again ? "(再次)" : ""}`;

/** The two ways of deciding on leave: the wish is shown whole before a yes; a no asks for its reason. */
export const leaveTaps = ({ leave, who, number: activity }: TodoItem): readonly RenderedChoice[] =>
  leave === undefined || who === null
    ? []
    : [true, false].map((approve) => ({
        label: `${approve ? "准假" : "不准"} ${who} ${dateWords(leave.on)}`,
        act: { do: "activity.decide-leave", name: who, activity, approve, note: "", ask: true },
      }));
