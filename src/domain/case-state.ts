/** Where an opinion or suggestion stands, with the words for it. */
export const CASE_STATES = {
  registered: "已登记",
  submitted: "已提交",
  withdrawn: "已撤销",
} as const satisfies Record<string, string>;

/** Where an opinion (`registered`) or a suggestion (`submitted`) stands. */
export type CaseState = keyof typeof CASE_STATES;
