/** What WeChat itself needs in words: menus by number, and the page on which the operator logs the account in. */
export const WECHAT_TEXTS = {
  choose: "回复数字选择:",
  greeting: "您好,我是履职助手。请把工作人员给您的绑定码发给我;也可以直接反映意见。",
  page: {
    title: "微信登录",
    scan: "请用履职助手的微信扫一扫,并在手机上确认登录。",
    loggedIn: (name: string): string => `已登录:${name}`,
    waiting: "正在等二维码,请稍后刷新本页。",
    elsewhere: "微信由另一个进程登录着,请在那边查看。",
  },
} as const;
