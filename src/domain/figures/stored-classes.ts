/** Rows of each class that are stored about a person. */
export type StoredClasses = {
  /** Messages either way whose words are still here. */
  readonly messages: number;
  readonly records: number;
  readonly opinions: number;
  readonly suggestions: number;
  readonly attendances: number;
  readonly leaves: number;
  readonly accounts: number;
  readonly feedback: number;
  readonly files: number;
  /** How a resident can be reached about his own opinions. */
  readonly contacts: number;
  /** 1 where the roster has a telephone. */
  readonly phones: number;
};
