import { z } from "zod";

const days = z.int().min(1).max(36_500);

/** How many days each class of data is kept; after that a job erases it and reports how much. */
export const retentionSchema = z.strictObject({
  /** What people wrote, as it came in. */
  raw_texts: days,
  /** What the program wrote to them, and what could be tapped. */
  sent_texts: days,
  /** What can be read again in the web chat. */
  mailbox: days,
  /** Files that came with messages and belong to no record. */
  files: days,
  /** The ids that keep a message from taking effect twice, and what became of each run and reminder. */
  message_ids: z.int().min(30).max(36_500),
  /** Conversations that nobody went on with. */
  idle_dialogs: days,
  /** Chat accounts of residents, after the last word either way; how to reach them and their pictures, after the opinion. */
  resident_contacts: days,
  /** Residents' contact data that was shown in a chat, after that; to see it again is another look, in the audit. */
  shown_contacts: days,
  /** Free words given as the reason for leave, after the activity. */
  leave_notes: days,
  /** Words of an objection to an absence, after it was decided. */
  objections: days,
  /** Reports that deputies handed in, with their files, after they were decided on. */
  submissions: days,
  /** Telephones of the roster, after the last mandate and staff role ended. */
  phones: days,
  /** What people wanted put right about themselves, with the answer, from the answer on. */
  corrections: days,
  /** What was said about the program, after somebody had looked after it. */
  feedback: days,
  /** Codes that were never used, sessions that ended, and authenticators of whoever left office. */
  expired_access: days,
  /** Tries at codes, kept to see who guessed. */
  guesses: days,
});

/** How many days each class of data is kept, by the policy file. */
export type Retention = Readonly<z.infer<typeof retentionSchema>>;

/** What is erased, one figure each in the report, with the class whose period holds for it. */
export const ERASURES = {
  raw_texts: "raw_texts",
  sent_texts: "sent_texts",
  buttons: "sent_texts",
  mailbox: "mailbox",
  last_words: "mailbox",
  files: "files",
  message_ids: "message_ids",
  sent_ids: "message_ids",
  reminders: "message_ids",
  runs: "message_ids",
  tasks: "sent_texts",
  idle_dialogs: "idle_dialogs",
  residents: "resident_contacts",
  contacts: "resident_contacts",
  opinion_files: "resident_contacts",
  shown_contacts: "shown_contacts",
  mailed_contacts: "shown_contacts",
  leave_notes: "leave_notes",
  objections: "objections",
  submissions: "submissions",
  handed_files: "submissions",
  phones: "phones",
  corrections: "corrections",
  feedback: "feedback",
  codes: "expired_access",
  sessions: "expired_access",
  factors: "expired_access",
  guesses: "guesses",
} as const satisfies Record<string, keyof Retention>;

/** One thing that is erased and counted. */
export type Erasure = keyof typeof ERASURES;

/** How many of each were erased; what is missing was none. */
export type Erased = Readonly<Partial<Record<Erasure, number>>>;

/** The figures of erased things among others, by their names; unknown ones are left out. */
export const toErased = (figures: Readonly<Record<string, number>>): Erased =>
  Object.fromEntries(
    Object.entries(figures).filter(([name, count]) => Object.hasOwn(ERASURES, name) && count > 0),
  );
