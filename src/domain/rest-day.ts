/**
 * What is particular about a day: nobody works on it, it is a weekend that is worked in exchange for a holiday, or a
 * weekend of a year of which nobody knows which weekends are worked.
 */
export type Rest = "weekend" | "weekend-worked" | "weekend-unsure" | "holiday";
