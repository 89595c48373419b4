import type { AttendanceStatus } from "../activity.ts";

/** What counts as having come. */
export const CAME: ReadonlySet<AttendanceStatus> = new Set(["present", "late", "left_early"]);
