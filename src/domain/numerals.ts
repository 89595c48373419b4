/** What numbers are written with in names of places: 十一村, 2组. */
export const NUMERALS = "0-9一二三四五六七八九十百";
