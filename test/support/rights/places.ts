/** Where something lies, seen from 羊昌镇: in its deputy group, its station, another town, or under the district only. */
export const PLACES = ["group", "station", "other", "district"] as const;
export type Place = (typeof PLACES)[number];
