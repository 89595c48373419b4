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
  readonly accounts: readonly OwnRow<"channel" | "bound" | "used" | "notice">[];
};
