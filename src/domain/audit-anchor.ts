/** The chain's end as it is noted outside the database, where nobody who writes to the database can put it back. */
export type AuditAnchor = {
  /** The last note; undefined where nothing was ever sealed from here. */
  readonly find: () => string | undefined;
  /** Notes the end in place of the note before. */
  readonly keep: (note: string) => void;
  /** Forgets it: another database stands in the place of the one that it spoke of. */
  readonly forget: () => void;
};
