/** One row of what is stored about somebody. */
type OwnRow<K extends string> = Readonly<Record<K, string | number | null>>;

/** What is stored about one person, class by class, as a copy for that person shows it. */
export type OwnData = {
  readonly person: readonly OwnRow<"name" | "code" | "phone" | "since">[];
  readonly mandates: readonly OwnRow<
    "level" | "term" | "constituency" | "group" | "township" | "station" | "from" | "to" | "status"
  >[];
  readonly suspensions: readonly OwnRow<"level" | "term" | "from" | "to">[];
  readonly changes: readonly OwnRow<
    | "change"
    | "on"
    | "statusBefore"
    | "fromBefore"
    | "toBefore"
    | "placeBefore"
    | "statusAfter"
    | "fromAfter"
    | "toAfter"
    | "placeAfter"
    | "reason"
    | "at"
    | "undone"
  >[];
  readonly roles: readonly OwnRow<"role" | "org" | "from" | "to">[];
  readonly onCall: readonly OwnRow<"since">[];
  readonly secondFactor: readonly OwnRow<"since">[];
  readonly records: readonly OwnRow<
    "number" | "kind" | "from" | "to" | "place" | "counts" | "text" | "source" | "state" | "filed"
  >[];
  readonly recordChanges: readonly OwnRow<"number" | "field" | "before" | "after" | "at">[];
  readonly companions: readonly OwnRow<"number" | "state">[];
  readonly opinions: readonly OwnRow<"number" | "category" | "place" | "text" | "state" | "filed">[];
  readonly suggestions: readonly OwnRow<"number" | "title" | "text" | "state" | "filed">[];
  readonly cosigned: readonly OwnRow<"number" | "at">[];
  readonly attendances: readonly OwnRow<
    | "number"
    | "title"
    | "on"
    | "answer"
    | "answered"
    | "foretold"
    | "foretoldMinutes"
    | "status"
    | "minutes"
    | "checkedIn"
    | "marked"
  >[];
  /** How and when the deputy was told of an activity. */
  readonly told: readonly OwnRow<"number" | "way" | "delivered">[];
  readonly leaves: readonly OwnRow<
    "number" | "reason" | "note" | "asked" | "state" | "decided" | "decision"
  >[];
  /** Warnings and strikes, with the deputy's objection and what people decided. */
  readonly absences: readonly OwnRow<
    | "number"
    | "rule"
    | "level"
    | "at"
    | "told"
    | "way"
    | "objection"
    | "objected"
    | "decided"
    | "withdrawn"
    | "handled"
    | "handling"
  >[];
  readonly obligations: readonly OwnRow<"title" | "period" | "due" | "state" | "submitted">[];
  readonly submissions: readonly OwnRow<
    "title" | "period" | "text" | "submitted" | "decision" | "decided" | "note"
  >[];
  readonly feedback: readonly OwnRow<"text" | "at">[];
  /** How a resident can be reached about his own opinions; a deputy's opinions hold those of others. */
  readonly contacts: readonly OwnRow<"number" | "contact">[];
  /** What was sent or made here; `path` is its id, and in the copy where it lies there. */
  readonly files: readonly OwnRow<"name" | "size" | "at" | "path">[];
  /** What still lies here of what was written, as it came in. */
  readonly messages: readonly OwnRow<"text" | "at">[];
  /** What still lies here of what was answered and told, but for others' contact data. */
  readonly received: readonly OwnRow<"text" | "at">[];
  /** All that was sent to this person, counted. */
  readonly sent: readonly OwnRow<"status" | "count" | "first" | "last">[];
  readonly reminders: readonly OwnRow<"state" | "count">[];
  readonly exports: readonly OwnRow<"status" | "asked" | "done">[];
  readonly corrections: readonly OwnRow<"wish" | "asked" | "answer" | "answered">[];
  readonly consents: readonly OwnRow<"what" | "version" | "channel" | "at">[];
  readonly accounts: readonly OwnRow<"channel" | "bound" | "used" | "notice">[];
};

/** The most bytes of files in one copy: what many a network and mailbox still takes. */
export const MOST_COPIED_BYTES = 40 * 1024 * 1024;
