// Follows the hotline's board by npm's eventsource, as it is, with a bearer token, and prints what it hears: <type> <id>
// node follow.mjs <origin> <token> <since>
import { EventSource } from 'eventsource';

const [origin, token, start] = process.argv.slice(2);
let since = start;

function open() {
  const source = new EventSource(`${origin}/v1/events?streams=hotline&since=${since}`, {
    fetch: (address, options) => fetch(address, { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } }),
  });
  const heard = event => {
    since = event.lastEventId;
    console.log(`${event.type} ${event.lastEventId}`);
  };
  const types = process.env.TYPES.split(',');
  types.forEach(type => source.addEventListener(type, heard));
  source.addEventListener('error', () => {
    // A proxy whose server is away answers 502, and the standard tells it to give up then.
    if (source.readyState === EventSource.CLOSED) setTimeout(open, 500);
  });
}

open();
process.stdin.resume().on('end', () => process.exit(0));
