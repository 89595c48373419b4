import { type SQL, sql } from "drizzle-orm";
import { NUMERALS } from "#src/domain/numerals.ts";

/** SQL: a place as it is compared, without blanks of either width, as `duty_records.occasion` has it. */
export const placeWords = (place: SQL): SQL => sql`translate(coalesce(${place}, ''), ' ' || chr(12288), '')`;

const NUMERAL = sql`${`[${NUMERALS}]`}::text`;

/** SQL: true where a place holds another one's words; 十一村 does not hold 一村. */
export const holds = (whole: SQL, part: SQL): SQL => sql`(position(${part} in ${whole}) > 0
  and not (left(${part}, 1) ~ ${NUMERAL} and substr(${whole}, position(${part} in ${whole}) - 1, 1) ~ ${NUMERAL}))`;

/** SQL: true where one place's words end with another's and are more: 东风镇敬老院 of 敬老院. */
export const endsWith = (
  whole: SQL,
  part: SQL,
): SQL => sql`(length(${part}) > 1 and length(${whole}) > length(${part})
  and right(${whole}, length(${part})) = ${part}
  and not (left(${part}, 1) ~ ${NUMERAL}
    and substr(${whole}, length(${whole}) - length(${part}), 1) ~ ${NUMERAL}))`;
