/** Kinds of organisations in the tree. */
export const ORG_KINDS = [
  "province",
  "city",
  "district",
  "township",
  "liaison_station",
  "liaison_room",
  "deputy_group",
  "handling_unit",
  "village",
] as const;

/** The kind of an organisation. */
export type OrgKind = (typeof ORG_KINDS)[number];
