import type { CertificateOutcome, CertificateRefusal } from "#src/domain/requests/certificate.ts";
import { assertNever } from "#src/kernel/never.ts";
import { type Rendered, words } from "./rendered.ts";

/** What is said about the paper for an employer. */
export type CertificateReply =
  | { readonly kind: "certificate.answer"; readonly outcome: CertificateOutcome }
  | { readonly kind: "certificate.refused"; readonly why: CertificateRefusal };

/** Puts into words what became of a wish for a paper for the employer. */
export function renderCertificate(reply: CertificateReply): Rendered {
  if (reply.kind === "certificate.refused")
    return words("给哪位代表开证明?请说姓名。", "比如:履职证明 李明 9月");
  const { outcome } = reply;
  switch (outcome.of) {
    case "certificate.made":
      return {
        ...words(
          `履职证明做好了:${outcome.name}代表,已核实的${outcome.count}次。`,
          outcome.left > 0 && `一份最多列${outcome.count}次,另有${outcome.left}次请分段再开。`,
          outcome.waiting > 0 && `另有${outcome.waiting}条还没有核实,没有列进去;核实以后再开一份。`,
          "请打开核对,打印后到镇街人大或代表工委盖章,盖章后有效。",
        ),
        files: [outcome.file],
      };
    case "certificate.none":
      return words(
        outcome.waiting > 0
          ? `这段时间的${outcome.waiting}条记录还没有核实,证明开不出来。`
          : "这段时间没有已核实的履职记录,证明开不出来。",
        "核实以后再说一遍;换个时间请说,比如:履职证明 9月",
      );
    default:
      return assertNever(outcome);
  }
}
