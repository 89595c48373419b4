// A station is called by its place: 羊昌镇联络站 for 羊昌镇代表联络站.
const SAID = new WeakMap<readonly string[], readonly string[]>();

/** The known places, and how else they are called. */
export function placesAsSaid(places: readonly string[]): readonly string[] {
  const kept = SAID.get(places);
  if (kept !== undefined) return kept;
  const said = [...new Set([...places, ...places.map((place) => place.replace("代表联络站", "联络站"))])];
  SAID.set(places, said);
  return said;
}
