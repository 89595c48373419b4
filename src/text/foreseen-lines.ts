import type { Foreseen } from "#src/domain/requests/attendance.ts";
import { someNames } from "./some-names.ts";

/** Who is told what, so that nobody sets off a consequence unseen. */
export const foreseenLines = ({ warned, cases, withdrawn, uncounted }: Foreseen): (string | false)[] => [
  warned.length > 0 && `会单独提醒(未经批准缺席):${someNames(warned, 60)}`,
  cases.length > 0 && `会请代表工委核实,并告诉本人:${someNames(cases, 60)}`,
  withdrawn.length > 0 && `之前的缺席提醒作废:${someNames(withdrawn, 60)}`,
  uncounted.length > 0 && `没有通知到的记录,不算缺席:${someNames(uncounted, 60)}`,
];
