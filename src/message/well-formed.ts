/** The text with NUL and lone surrogates, which no database can hold, replaced by U+FFFD. */
export const wellFormed = (text: string): string => text.toWellFormed().replaceAll("\u0000", "\uFFFD");
