import type { LeaveApprover } from "#src/domain/leave-policy.ts";

/** Who decides on leave, as people call it. */
export const LEAVE_APPROVER_WORDS = {
  convener: "召集人",
  delegation_head: "代表团团长(代表小组组长)",
  directors_meeting: "主任会议",
  office: "代表工委",
} as const satisfies Record<LeaveApprover, string>;
