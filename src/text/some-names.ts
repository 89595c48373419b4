/** As many whole names as fit into so many characters, and of how many they are where some are left out: 李明、王芳等12人. */
export function someNames(names: readonly string[], most: number, count = names.length): string {
  let shown = names[0] ?? "";
  let taken = Math.min(names.length, 1);
  for (const name of names.slice(1)) {
    if (shown.length + 1 + name.length > most) break;
    shown += `、${name}`;
    taken += 1;
  }
  return taken < count ? `${shown}等${count}人` : shown;
}

/** True where `someNames` leaves somebody out. */
export const areCut = (names: readonly string[], most: number, count = names.length): boolean =>
  someNames(names, most, count).endsWith(`等${count}人`);
