/** Letters and digits that nobody mistakes for each other, on paper or by telephone (Crockford's base 32). */
export const CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Characters of a code that is typed by hand. */
export const TYPED_LENGTH = 10;
/** Characters of a code that stands in a link: 128 bits. */
export const LINK_LENGTH = 22;

const TYPED = new RegExp(`^[${CODE_LETTERS}]{${TYPED_LENGTH}}$`, "u");
const LINK = new RegExp(`^[\\w-]{${LINK_LENGTH}}$`, "u");

/**
 * The code in a message that is nothing but a code, or says so (我的绑定码是…), as it was made: letters large, O and I as the digits they were
 * meant to be, blanks and hyphens gone. Undefined for anything else.
 */
export function findAccessCode(text: string): string | undefined {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^(?:(?:我的)?绑定码?(?:是|为)?|code)?[\s::]*/iu, "")
    .replace(/[\s。.,,!]+$/u, "");
  if (LINK.test(plain)) return plain;
  const typed = plain
    .toUpperCase()
    .replaceAll(/[\s-]+/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/gu, "1");
  return TYPED.test(typed) ? typed : undefined;
}
