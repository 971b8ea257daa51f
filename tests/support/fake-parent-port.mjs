// Loaded before the bundled studio: stands in for Electron's parentPort. What the studio says goes out as
// lines of JSON; what stands on standard input is told to it.
import { EventEmitter } from 'node:events';
import { createInterface } from 'node:readline';

const port = new EventEmitter();
port.postMessage = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
process.parentPort = port;
createInterface({ input: process.stdin }).on('line', (line) =>
  port.emit('message', { data: JSON.parse(line), ports: [] }),
);
