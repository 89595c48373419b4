import { z } from "zod";

const days = z.int().min(1).max(36_500);

/** How many days each class of data is kept; after that a job erases it and reports how much. */
export const retentionSchema = z.strictObject({
  /** What people wrote, as it came in. */
  raw_texts: days,
  /** What the program wrote to them. */
  sent_texts: days,
  /** The ids that keep a message from taking effect twice. */
  message_ids: z.int().min(30).max(36_500),
  /** Conversations that nobody went on with. */
  idle_dialogs: days,
  /** Residents' contact data, after their matter is closed. */
  resident_contacts: days,
  /** Free words given as the reason for leave, after the activity. */
  leave_notes: days,
  /** Codes that were never used and sessions that ended. */
  expired_access: days,
});
