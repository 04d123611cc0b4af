// Opens a page of the product in Chromium and follows the board there by the browser's own EventSource, and prints what it hears: <type> <id>
// node browse.mjs <origin> <token> <streams.md | "">; without the page's own way of coming back, it leaves that to the browser
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [origin, token, page] = process.argv.slice(2);
const types = process.env.TYPES.split(',');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
const tab = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
await tab.exposeFunction('heard', (type, id) => console.log(`${type} ${id}`));
await tab.goto(`${origin}/livez`);
if (page) {
  const follow = readFileSync(page, 'utf8').match(/```js\n([\s\S]*?)```/)[1];
  await tab.evaluate(`${follow}
    follow({ streams: 'hotline', types: ${JSON.stringify(['stream.opened', ...types])}, token: async () => '${token}',
      told: event => heard(event.type, event.lastEventId), missed: () => heard('missed', '') });`);
} else {
  await tab.evaluate(async token => {
    const answer = await fetch('/v1/event-tickets', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
    const source = new EventSource(`/v1/events?streams=hotline&ticket=${(await answer.json()).ticket}`);
    source.addEventListener('stream.opened', event => heard('stream.opened', event.lastEventId));
    source.onerror = () => heard(`error.${source.readyState}`, '');
  }, token);
}
process.stdin.resume().on('end', () => browser.close().then(() => process.exit(0)));
