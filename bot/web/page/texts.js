const { full, township, village } = document.documentElement.dataset;

/** Every sentence that the chat page itself says. What the bot says comes from the service. */
export const TEXTS = {
  title: "履职助手",
  place: `${full}人大代表`,
  chooser: {
    heading: "您想试试谁？",
    intro: "这是演示，里面的人和事都是编的。点一个人进去说话，随时可以换人。",
    switch: "换人",
    leaveChat: "返回选人",
  },
  session: {
    heading: "请先说明您是谁",
    code: "绑定码",
    codeHint: "代表和工作人员：发给您的那一串字",
    enter: "用绑定码进入",
    codeMissing: "请先填绑定码。没有的话，请向镇街人大或代表工委要一个。",
    setUpHeading: "第一次进入，请先设置动态口令",
    setUpWhy: "为了别人冒不了您的名，除了绑定码，还要填手机验证器上的数字。只设这一次。",
    setUpScan: "1. 打开手机上的验证器（比如微信小程序“腾讯身份验证器”），点“添加”，扫下面的图。",
    setUpType: "扫不了的，在验证器里选“手动输入”，填这串密钥：",
    setUpOpen: "本机已装验证器的，点这里添加",
    setUpNumber: "2. 把验证器上的6位数字填在这里：",
    setUpPicture: "验证器要扫的图",
    factorHeading: "请填动态口令",
    factorNumber: "打开手机上的验证器，把“履职助手”的6位数字填在这里：",
    factorLost:
      "换了手机、找不到验证器的，请当面找给您绑定码的人：他发“解绑”和您的名字，再给您一个新绑定码。",
    factorMissing: "请填验证器上的6位数字，比如 123456。",
    factorEnter: "进入",
    factorBack: "返回",
    factorOk: "确定",
    factorNo: "先不填",
    factorBy: (day) => `请在${day}之前设置动态口令（双重验证）：发“双重验证”，再要一个绑定码进来，按提示做。`,
    guest: "我是群众，有事要反映",
    leave: "退出",
    leaveAsk: "退出后，这台设备上就看不到以前的对话了。要退出吗？",
    leaveYes: "退出",
    leaveNo: "不退出",
  },
  size: { normal: "标准", large: "大字", largest: "特大", label: "字号" },
  chat: {
    log: "对话",
    help: "帮助",
    examplesHead: "一句话就行。可以这样说，点一下就发：",
    mine: "我说",
    theirs: "助手说",
    choices: "点一项",
    used: "已办",
    tapped: "已点",
    newer: "有新消息，点这里看",
    loading: "正在打开对话…",
  },
  state: {
    waiting: "送出中…",
    received: "已收到",
    unsent: "没送出，点此重发",
    refused: "没送出：",
    takeBack: "改一改再发",
  },
  line: {
    lost: "连接断了，正在重连。您说的话都留着，连上就发。",
    gone: "打不开聊天。请看看网络，再点“重试”。",
    retry: "重试",
  },
  composer: {
    label: "要说的话",
    hint: "请打字",
    send: "发送",
    attach: "添加照片或文件",
    tray: "要发的照片和文件",
  },
  file: {
    sending: "正在上传",
    ready: "已传好",
    remove: "去掉",
    again: "重传",
    tooLarge: "超过10MB，发不了。照片请重新拍一张，或截图再发。",
    wrongKind: "这种文件收不了。请发照片、PDF、Word或Excel。苹果手机的照片收不了时，请截屏再发。",
    tooMany: "一次最多发9个，请分两次发。",
    failed: "没传上去。请点“重传”。",
    stillSending: "照片还没传完，请稍等再发。",
    photo: "照片",
    file: "文件",
  },
};

/** What a role is called, and under which heading its people stand in the chooser. */
export const ROLES = {
  deputy: { name: "代表", group: "人大代表" },
  township_clerk: { name: "镇街人大", group: "工作人员" },
  office: { name: "代表工委", group: "工作人员" },
  director: { name: "常委会领导", group: "工作人员" },
  unit: { name: "承办单位", group: "承办单位" },
  resident: { name: "群众", group: "群众和新来的人" },
  stranger: { name: "还没登记的人", group: "群众和新来的人" },
  guest: { name: "", group: "" },
};

const staff = [`统计 ${township} 走访 二季度`, "未报 本月", "代报 李明 昨天走访3户", "帮助"];
const voice = [`${village}二组路灯坏了三天`, "我家门口的水管一直漏水，好几天没人修", "我的意见"];

/** Sentences to tap at the first opening, for each role. */
export const EXAMPLES = {
  deputy: [
    `昨天走访${village}12户，有人反映路灯不亮`,
    "上周三和王芳代表参加小组活动",
    "25日小组活动请假，出差",
    "我的履职",
  ],
  township_clerk: staff,
  office: staff,
  director: [`统计 ${township} 走访 二季度`, "缺席 今年", "帮助"],
  unit: ["待办", "帮助"],
  resident: voice,
  stranger: voice,
  guest: voice,
};
