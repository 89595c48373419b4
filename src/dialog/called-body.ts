import type { Facts } from "#src/domain/facts.ts";
import { looksAfterDeputies } from "#src/domain/person.ts";

const ORG = /(?<![到在来去])[一-龥]{2,12}?(?:代表小组|联络站|街道|镇|乡|区)(?!政府)/u;
const NO_NAME = /[点到在来去让叫开]|通知|社区|小区/u;
// 平寨村 and 派出所 have no deputies of their own: they are what is looked at.
const BODY = /(?:镇|乡|街道|(?<![社小])区|小组|联络站|联络室|代表团)$/u;
const TOWN = /(?:镇|乡|街道)$/u;
// 全镇代表, 镇人大组织代表, 请全体代表: said by whoever looks after one town, it is that one.
const OWN =
  /(?:全|本|我们?|咱们?)(?:镇|乡|街道)|(?:镇|乡|街道)里的?(?:各位|全体)?(?:人大)?代表|(?:镇|乡|街道)人大|(?:全体|所有|各位|全部)(?:人大)?代表(?!小组)/u;

/** The organisation whose deputies a text calls together, in its own words or, of whoever looks after one town, that one. */
export function findCalledBody(text: string, facts: Facts): string | undefined {
  const known = facts.places
    .filter((one) => BODY.test(one) && text.includes(one))
    .sort((a, b) => b.length - a.length)[0];
  if (known !== undefined) return known;
  const [own, other] = ownTowns(facts);
  if (own !== undefined && other === undefined && OWN.test(text)) return own;
  const found = ORG.exec(text)?.[0];
  return found === undefined || NO_NAME.test(found) ? undefined : found;
}

/** What somebody who looks after few bodies may mean: the town, and what is named after it. None where there are many. */
export function ownBodies(facts: Facts): readonly string[] {
  const [own, other] = ownTowns(facts);
  if (own === undefined || other !== undefined) return [];
  const groups = facts.places.filter((one) => one.startsWith(own) && one.endsWith("小组"));
  return groups.length > MOST_GROUPS ? [own] : [own, ...groups];
}
const MOST_GROUPS = 4;

const ownTowns = ({ speaker }: Facts): readonly string[] =>
  speaker.kind === "member"
    ? [
        ...new Set(
          speaker.roles
            .filter(({ role, orgName }) => looksAfterDeputies(role) && TOWN.test(orgName))
            .map((one) => one.orgName),
        ),
      ]
    : [];
