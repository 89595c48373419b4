/** Networks that give people other ids whenever the program's own account is logged in anew. */
const PASSING = new Set(["wechat"]);

/**
 * True for a channel whose ids of people do not last: one of them is nobody's after the next log-in, and whoever binds
 * there again comes in place of what he was called before.
 */
export const hasPassingIds = (channel: string): boolean => PASSING.has(channel);
