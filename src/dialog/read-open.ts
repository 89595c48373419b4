const OPEN = /^(?:还)?(?:待办|在办|没有?(?:办|答复)|未(?:办|答复))(?:[完结好])?的?/u;

/** Whether words about opinions begin with those that nobody has dealt with yet, and what they go on to say. */
export const readOpen = (words: string): { readonly isOpen: boolean; readonly about: string } => ({
  isOpen: OPEN.test(words),
  about: words.replace(OPEN, ""),
});
