import type { AccountNews } from "./requests/account.ts";
import type { AbsenceNews } from "./requests/absence-news.ts";
import type { ActivityNews } from "./requests/activity.ts";
import type { NudgeNews } from "./requests/nudge.ts";
import type { OnCallNews } from "./requests/on-call.ts";
import type { AttendanceNews } from "./requests/attendance-news.ts";
import type { ChannelNews } from "./requests/channel.ts";
import type { DeadlineNews } from "./requests/deadline.ts";
import type { ExportNews } from "./requests/export.ts";
import type { MandateNews } from "./requests/mandate.ts";
import type { SuggestionNews } from "./requests/suggestion.ts";
import type { OwnDataNews } from "./requests/own-data.ts";
import type { ObligationNews } from "./requests/obligation-news.ts";
import type { SessionNews } from "./requests/session.ts";
import type { ShareNews } from "./requests/share.ts";
import type { ReopenNews } from "./requests/reopen.ts";
import type { VerifyNews } from "./requests/verify.ts";
import type { ReportNews } from "./requests/report-news.ts";

/** What somebody can be told who did not ask: plain facts; `src/text` has the sentences for them. */
export type NewsWord =
  | AbsenceNews
  | AccountNews
  | ActivityNews
  | AttendanceNews
  | ChannelNews
  | DeadlineNews
  | ExportNews
  | MandateNews
  | ObligationNews
  | OwnDataNews
  | SessionNews
  | ReportNews
  | ShareNews
  | SuggestionNews
  | VerifyNews
  | ReopenNews
  | NudgeNews
  | OnCallNews;

/** Something to tell one person. It waits for the hours in which the program may write unasked. */
export type News = {
  readonly to: number;
  /** The conversation in which it is to be told, and in no other; absent where any of the person's will do. */
  readonly at?: string;
  /** What makes it one: a person is told of the same key once, whatever happens. */
  readonly key: string;
  readonly word: NewsWord;
  /** Not before this instant; at once where it is absent. */
  readonly dueAt?: Date;
  /** After this instant it would be no use any more, and is recorded as expired. */
  readonly expiresAt?: Date;
  /** The job it comes from, where it is one's. */
  readonly schedule?: string;
  /** Danger: told at any hour to those on duty who agreed to it. */
  readonly urgent?: true;
};

/** The key that news for one person has in the outbox; what is for one conversation is sent to no other by it. */
export const newsKey = ({ key, to, at }: Pick<News, "key" | "to" | "at">): string =>
  at === undefined ? `news:${key}:${to}` : `word:${key}:${to}`;
