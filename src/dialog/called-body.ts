import type { Facts } from "#src/domain/facts.ts";
import { looksAfterDeputies } from "#src/domain/person.ts";

const TOWN = /(?:镇|乡|街道)$/u;

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
