import { SURNAME } from "./surname.ts";

/** Where a name stands in a text. */
type Span = { readonly start: number; readonly end: number };

const GIVEN =
  "(?!某|先生|女士|大爷|大娘|大妈|代表|主任|书记|家的?)[一-龥](?:(?!的|电话|手机|号码|微信|联系)[一-龥])?";
const NAME = `${SURNAME}${GIVEN}`;

const SAYS_SO = new RegExp(
  `(?:联系人|姓名|我叫|本人叫|名叫|户主|当事人)[是为叫::\\s]{0,3}(?<it>${NAME})`,
  "gu",
);
const BEFORE_CONTACT = new RegExp(
  `(?:^|[\\s,,。;;::、((]|联系人?|找|叫|给)(?<it>${NAME})[\\s,,::((]*(?:的|本人)?(?:联系)?(?:电话|手机|号码|方式|微信号?|qq)?号?[\\s是为::]*$`,
  "iu",
);
const LONGEST = 24;

/** Names of people who are introduced as such, or stand right before one of these places where their contact data is. */
export function findName(text: string, contacts: readonly number[]): Span[] {
  const said = [...text.matchAll(SAYS_SO)].map((match) => spanOf(match, match.index));
  const before = contacts.flatMap((at) => {
    const from = Math.max(0, at - LONGEST);
    const match = BEFORE_CONTACT.exec(text.slice(from, at));
    return match === null ? [] : [spanOf(match, from + match.index)];
  });
  const all = [...said, ...before].toSorted((a, b) => a.start - b.start);
  return all.filter((one, index) => all.findIndex((other) => other.end > one.start) === index);
}

function spanOf(match: RegExpExecArray | RegExpMatchArray, index: number): Span {
  const it = match.groups?.["it"] ?? "";
  const start = index + match[0].indexOf(it);
  return { start, end: start + it.length };
}
