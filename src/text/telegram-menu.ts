/** Telegram allows Latin letters only in its menu; each command stands for words that the bot understands anyway. */
export const TELEGRAM_MENU = {
  help: ["帮助", "能做什么"],
  records: ["我的履职", "我记过的履职"],
  activities: ["我的活动", "要参加的活动"],
  attendance: ["我的出勤", "到会和请假"],
  opinions: ["我的意见", "群众意见和建议的进度"],
  undo: ["撤销", "撤回刚才记的"],
  data: ["我的数据", "系统里有我的什么"],
} as const satisfies Readonly<Record<string, readonly [words: string, description: string]>>;

/** The words that a line beginning with a slash stands for; other lines as they are. A deep link is its code. */
export function fromSlash(text: string): string {
  const [, command = "", rest = ""] = /^\/([a-z0-9_]+)(?:@\w+)?\s*([\s\S]*)$/iu.exec(text) ?? [];
  const name = command.toLowerCase();
  if (name === "start") return rest === "" ? TELEGRAM_MENU.help[0] : rest;
  const words = isCommand(name) ? TELEGRAM_MENU[name][0] : undefined;
  if (words === undefined) return text;
  return rest === "" ? words : `${words} ${rest}`;
}

const isCommand = (name: string): name is keyof typeof TELEGRAM_MENU => Object.hasOwn(TELEGRAM_MENU, name);
