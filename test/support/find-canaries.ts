/** Where values that must not be there stand in texts, each with what is around it; `values` are pairs of name and value. */
export const findCanaries = (
  texts: Readonly<Record<string, string | undefined>>,
  values: readonly (readonly [string, string])[],
): string[] =>
  Object.entries(texts).flatMap(([where, text = ""]) =>
    values
      .filter(([, value]) => holds(text, value))
      .map(([name, value]) => `${name} in ${where}: ${around(text, value)}`),
  );

// Six digits alone may stand in a longer number or behind a point by chance.
const holds = (text: string, value: string): boolean =>
  /^\d{6}$/u.test(value) ? new RegExp(`(?<![\\w.])${value}(?!\\w)`, "u").test(text) : text.includes(value);

const around = (text: string, value: string): string => {
  const at = text.indexOf(value);
  return text.slice(Math.max(0, at - 120), at + 60);
};
