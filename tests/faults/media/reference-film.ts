/** Boxes that hold boxes on the way to where a film says in which file its pictures are. */
const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf']);

/** A film without pictures of its own that says they are in another file: in a Macintosh alias with a path,
 *  or at an address. */
export function referenceFilm(whole: Buffer, how: 'alis' | 'url ', target: string): Buffer {
  const record = how === 'alis' ? aliasRecord(target) : Buffer.from(`${target}\0`);
  const entry = box(how, Buffer.concat([Buffer.alloc(4), record]));
  const count = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]);
  const reference = box('dref', Buffer.concat([count, entry]));
  return changeBoxes(whole, (kind, body) => {
    if (kind === 'dref') return reference;
    return kind === 'mdat' ? box('free', body.subarray(0, 8)) : undefined;
  });
}

function changeBoxes(
  bytes: Buffer,
  change: (kind: string, body: Buffer) => Buffer | undefined,
): Buffer {
  const changed: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const sizeBytes = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + sizeBytes);
    const held = holders.has(kind) ? box(kind, changeBoxes(body, change)) : undefined;
    changed.push(change(kind, body) ?? held ?? bytes.subarray(at, at + sizeBytes));
    at += Math.max(8, sizeBytes);
  }
  return Buffer.concat(changed);
}

function box(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** Version 2, with the absolute path of a file. */
function aliasRecord(path: string): Buffer {
  const head = Buffer.alloc(150);
  const name = path.split('/').at(-1) ?? '';
  head.writeUInt16BE(2, 6);
  head[10] = 4;
  head.write('Disk', 11, 'latin1');
  head[50] = name.length;
  head.write(name, 51, 'latin1');
  head.writeInt16BE(-1, 130);
  head.writeInt16BE(-1, 132);
  const from = Buffer.from(`Disk${path.replaceAll('/', ':')}`);
  const tag = Buffer.alloc(4);
  tag.writeUInt16BE(2, 0);
  tag.writeUInt16BE(from.length, 2);
  return Buffer.concat([head, tag, from, Buffer.alloc(from.length % 2), Buffer.alloc(2, 0xff)]);
}
