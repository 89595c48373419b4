/** What a question may ask of records besides where, when and of which kind they are, with the words for it. */
export const RECORD_MARKS = {
  returned: "被退回的",
  entered: "代报的",
  unconfirmed: "未确认的",
  verified: "已核实的",
  unverified: "未核实的",
  pictured: "有照片或附件的",
  unpictured: "没有照片和附件的",
} as const satisfies Record<string, string>;

/** Records of this mark only. */
export type RecordMark = keyof typeof RECORD_MARKS;
