/** How staff say that they told somebody themselves: on paper where they say so, and else on the phone. */
export const wayIn = (words: string): "phone" | "paper" =>
  /书面|纸质|文件|信/u.test(words) ? "paper" : "phone";
