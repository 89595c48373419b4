import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

// 删除我的数据, 注销账号, 撤回同意: said whole, so that no report about data or accounts is taken for it.
const ERASES =
  /^(?:我要|请|帮我)*(?:(?:删除|删掉|清除)(?:我的)?(?:全部|所有)?(?:个人)?(?:数据|信息)(?<opinions>[和与及连、]*(?:我的)?意见(?:内容)?)?|注销(?:我的)?账号)[。.!]?$/u;
const WITHDRAWS =
  /^(?:我要|我)?(?:撤回|收回|取消)(?:我的)?同意[。.!]?$|^(?:我)?不同意(?:隐私说明|处理我的数据)[。.!]?$/u;
// What a report has (户数, 时间, 地点) is corrected on the report; this is about the person.
const CORRECTS =
  /^(?:我要|请|帮我)*(?:更正|改正|修改)(?:一下)?(?:我的)?(?:个人)?(?:数据|信息|资料|电话|手机号?码?|姓名|名字|称呼|单位|职务|小组|选区|联系方式)(?<wish>.*)$/su;

// 我住的地方写错了, 我换电话号码了: said of oneself, never of a report.
const SAYS_WRONG =
  /^(?:我|我家)(?:的|住的|家的)?(?:地方|地址|住址|电话|手机|名字|姓名|单位|职务|联系方式)(?:号码?)?(?:也|又|都)?(?:(?:写|登记|搞|弄|填|记)(?:错|得不对)|错了?|不对|换了?|变了?|改了?)|^我(?:换|改)了?(?:个|新)?(?:电话|手机|号码|单位|地址)/u;

/** True for a line that wants the speaker's own data erased or put right. */
export const isAboutOwnData = (line: string): boolean =>
  ERASES.test(line) || WITHDRAWS.test(line) || CORRECTS.test(line) || SAYS_WRONG.test(line);

/** True for a wish to have one's data erased, or to take one's consent back, which comes to the same. */
export const isAboutErasure = (text: string): boolean => {
  const line = text.normalize("NFKC").trim();
  return ERASES.test(line) || WITHDRAWS.test(line);
};

/** Erases or puts right what is kept about the speaker; erasing asks first. */
export const aboutOwnData: Command = (dialog, line, { messageId, at }) => {
  const erases = ERASES.exec(line);
  const also = erases?.groups?.["opinions"] === undefined ? {} : { opinions: true as const };
  if (erases !== null) return ask(dialog, { do: "data.erase-preview", messageId, why: "erase", ...also });
  if (WITHDRAWS.test(line)) return ask(dialog, { do: "data.erase-preview", messageId, why: "withdraw" });
  if (SAYS_WRONG.test(line))
    return /\d{4}|现在|应该|改成|是/u.test(line)
      ? ask(dialog, { do: "data.correct", messageId, wish: line })
      : say(dialog, { kind: "data.correction-empty" });
  const wish = CORRECTS.exec(line)?.groups?.["wish"]?.replace(/^[\s,:]+/u, "") ?? "";
  return wish === ""
    ? say({ ...dialog, correcting: { wish: line, at: at.toISOString() } }, { kind: "data.correction-empty" })
    : ask(dialog, { do: "data.correct", messageId, wish: line });
};

const howTo: Command = (dialog) => say(dialog, { kind: "data.correction-empty" });

const waiting: Command = (dialog, rest) =>
  ask(dialog, { do: "data.corrections", page: Math.max(1, Number(/\d{1,4}/u.exec(rest)?.[0] ?? 1)) });

const answer: Command = (dialog, rest) => {
  const { id = "0", words = "" } = /^(?<id>\d{1,12})[\s,:]*(?<words>.*)$/su.exec(rest)?.groups ?? {};
  return ask(dialog, { do: "data.answer", id: Number(id), answer: words });
};

/** A copy of one's own data, how to have it put right, and for the office what waits to be put right. */
export const DATA_COMMANDS: Commands = {
  导出我的数据: (dialog, _rest, { messageId }) => ask(dialog, { do: "data.export", messageId }),
  更正我的数据: howTo,
  更正申请: waiting,
  答复更正: answer,
};
