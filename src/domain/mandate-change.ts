/** What can become of a mandate between two elections (Deputies Law arts. 61 and 62, Election Law arts. 55 to 57). */
export const MANDATE_CHANGES = {
  by_election: "补选",
  suspend: "暂停执行代表职务",
  resume: "恢复执行代表职务",
  resign: "接受辞职",
  terminate: "代表资格终止",
  transfer: "调动",
  new_term: "换届",
  import: "名册更新",
} as const;

/** What became of a mandate; `import` where the roster alone says so. */
export type MandateChange = keyof typeof MANDATE_CHANGES;
