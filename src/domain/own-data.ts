/** One row of what is stored about somebody. */
type OwnRow<K extends string> = Readonly<Record<K, string | number | null>>;

/** What is stored about one person, class by class, as a copy for that person shows it. */
export type OwnData = {
  readonly person: readonly OwnRow<"name" | "phone" | "since">[];
  readonly records: readonly OwnRow<"number" | "from" | "to" | "place" | "text" | "filed">[];
  readonly companions: readonly OwnRow<"number">[];
  readonly opinions: readonly OwnRow<"number" | "place" | "text" | "filed">[];
  readonly suggestions: readonly OwnRow<"number" | "title" | "text" | "filed">[];
  readonly cosigned: readonly OwnRow<"number" | "at">[];
  readonly attendances: readonly OwnRow<"number" | "title" | "on" | "status">[];
  readonly leaves: readonly OwnRow<"number" | "reason" | "note" | "asked">[];
  readonly submissions: readonly OwnRow<"rule" | "period" | "text" | "submitted">[];
  readonly feedback: readonly OwnRow<"text" | "at">[];
  /** How a resident can be reached about his own opinions; a deputy's opinions hold those of others. */
  readonly contacts: readonly OwnRow<"number" | "contact">[];
  readonly files: readonly OwnRow<"name" | "size" | "at">[];
  /** What still lies here of what was written, as it came in. */
  readonly messages: readonly OwnRow<"text" | "at">[];
  readonly corrections: readonly OwnRow<"wish" | "asked" | "answer" | "answered">[];
  readonly consents: readonly OwnRow<"what" | "version" | "channel" | "at">[];
  readonly accounts: readonly OwnRow<"channel" | "bound" | "used" | "notice">[];
};
