// Sends one declared file by tus-js-client and says how it ended.
// node upload.mjs <way> <port> <token> <declaration> <file>
import { readFileSync } from 'node:fs';
import net from 'node:net';
import * as tus from 'tus-js-client';

const [way, port, token, declaration, path] = process.argv.slice(2);
const file = readFileSync(path);
let requests = 0;

function options(more) {
  return {
    headers: { Authorization: `Bearer ${token}` },
    metadata: { declaration, filename: 'photo.jpg' },
    chunkSize: 256 * 1024,
    retryDelays: [0, 100, 300, 1000, 3000],
    onBeforeRequest: () => { requests += 1; },
    ...more,
  };
}

function sent(more) {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(file, options({
      onError: reject,
      onSuccess: () => resolve(upload.url),
      ...more,
    }));
    upload.start();
  });
}

/** Sends until some bytes were taken, and leaves. */
function left(more) {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(file, options({
      onError: reject,
      onChunkComplete: () => { upload.abort().then(() => resolve(upload.url)); },
      ...more,
    }));
    upload.start();
  });
}

/** A line to the server that breaks: each of the first connections is reset after some bytes. */
function badLine(cuts) {
  let left = cuts;
  const server = net.createServer((phone) => {
    const line = net.connect(Number(port), '127.0.0.1');
    let budget = left > 0 ? 20_000 + Math.floor(Math.random() * 300_000) : Infinity;
    phone.on('data', (bytes) => {
      budget -= bytes.length;
      if (budget < 0) {
        left -= 1;
        line.resetAndDestroy();
        phone.resetAndDestroy();
      } else {
        line.write(bytes);
      }
    });
    line.on('data', (bytes) => phone.write(bytes));
    for (const socket of [phone, line]) {
      socket.on('error', () => {});
      socket.on('close', () => { phone.destroy(); line.destroy(); });
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const endpoint = `http://127.0.0.1:${port}/v1/uploads`;
const ways = {
  plain: () => sent({ endpoint }),
  withCreation: () => sent({ endpoint, uploadDataDuringCreation: true }),
  byPost: () => sent({ endpoint, overridePatchMethod: true }),
  resumed: async () => sent({ uploadUrl: await left({ endpoint }) }),
  addressLost: async () => { await left({ endpoint }); return sent({ endpoint }); },
  terminated: async () => { await tus.Upload.terminate(await left({ endpoint }), options({})); return sent({ endpoint }); },
  overABadLine: async () => {
    const line = await badLine(8);
    const url = await sent({
      endpoint: `http://127.0.0.1:${line.address().port}/v1/uploads`,
      retryDelays: Array.from({ length: 40 }, (_, i) => Math.min(50 * i, 1000)),
    });
    line.close();
    return url;
  },
};

ways[way]().then(
  (url) => { console.log(JSON.stringify({ way, url, requests })); process.exit(0); },
  (error) => { console.error(String(error)); process.exit(1); },
);
