const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in a page, whoever wrote it. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? mark);
