import type { Namesake } from "#src/domain/requests/attendance.ts";

/** Somebody of a name that several have: 张伟(编号D101,羊昌镇代表小组). */
export const namesakeWords = ({ name, code, group }: Omit<Namesake, "personId">): string => {
  const marks = [code === null ? null : `编号${code}`, group].filter((mark) => mark !== null);
  return marks.length === 0 ? name : `${name}(${marks.join(",")})`;
};
