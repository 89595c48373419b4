import { DANGER_KINDS } from "#src/domain/danger-kind.ts";

/** What a message is weighed for: no danger, or the kind of it. The order is that of the model's columns. */
export const ALARM_CLASSES = ["none", ...DANGER_KINDS] as const;
