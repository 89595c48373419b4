import { Agent, request } from "node:http";

// Posts reports over several connections for some seconds; prints {requests, perSecond, p99Ms}.

const [url = "", connections = "32", seconds = "5"] = process.argv.slice(2);
const PERSONAS = "liming wangfang chenjianguo yangxiuying luowenjun wuhongmei zhouzhiqiang weiguoliang".split(
  " ",
);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const run = `${process.pid}-${performance.now()}`;

const post = (n: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const persona = PERSONAS[n % PERSONAS.length];
    const body = JSON.stringify({
      persona,
      id: `${run}/${n}`,
      text: "今天上午到东风镇走访选民3户,群众反映路灯不亮",
    });
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const call = request(`${url}/api/chat/messages`, { agent, method: "POST", headers }, (response) => {
      response.resume().once("end", () => {
        if (response.statusCode === 202) resolve(performance.now() - began);
        else reject(new Error(`answered ${response.statusCode}`));
      });
    });
    call.once("error", reject).end(body);
  });

const began = performance.now();
const until = began + Number(seconds) * 1_000;
const times: number[] = [];
let sent = 0;
const worker = async (): Promise<void> => {
  while (performance.now() < until) {
    sent += 1;
    times.push(await post(sent));
  }
};
await Promise.all(Array.from({ length: Number(connections) }, worker));
const perSecond = Math.round(times.length / ((performance.now() - began) / 1_000));
times.sort((a, b) => a - b);
const p99Ms = Math.round((times[Math.floor(times.length * 0.99)] ?? 0) * 10) / 10;
console.log(JSON.stringify({ requests: times.length, perSecond, p99Ms }));
process.exit(0);
