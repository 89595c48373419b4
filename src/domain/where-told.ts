/** A spot that every village has: alone it leads nobody there. */
const NAMELESS =
  /^(?:村|寨|组|桥|街|巷|路|河|校|学校|院|小区|家|屋)(?:子)?(?:[口头边尾上里前后]|中间|门口|背后|旁边|对面)?$/u;

/**
 * Where what residents tell of is: its own place, beside that of the visit where its own has no name (平寨村村口), and the
 * visit's where none was told. Null where neither is known.
 */
export function whereTold(own: string | null, visited: string | null): string | null {
  if (own === null) return visited;
  if (visited === null || !NAMELESS.test(own)) return own;
  return visited.endsWith(own) ? visited : `${visited}${own}`;
}
