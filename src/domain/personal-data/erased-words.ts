/** What stands in place of an opinion whose resident wanted its words erased; that there was one still counts. */
export const ERASED_WORDS = "〔内容已按本人要求删除〕";
