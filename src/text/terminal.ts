/** What the terminal itself says around a conversation. */
export const TERMINAL_TEXTS = {
  whom: "您想试试谁？打前面的数字，或者打名字：",
  unknown: "没有这个人，请再打一次，比如：1",
  begin: (name: string): string => `您现在是${name}。打字后按回车；点选项就打前面的数字；说“退出”离开。`,
  leave: "退出",
  refused: "这句没有收下，请稍后再说一遍。",
  file: "文件：",
} as const;
