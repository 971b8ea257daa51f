/** One seeded piece of damage to a valid file: what a bad card, a broken line or a hostile hand does. */
export function mutateBytes(whole: Buffer, other: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(whole);
  const upTo = (count: number) => Math.floor(random() * count);
  const kinds = [flipBits, overwrite, cut, cutOut, repeat, enlarge, splice, early];
  return kinds[upTo(kinds.length)]?.() ?? bytes;

  function flipBits(): Buffer {
    for (let count = 1 + upTo(20); count > 0; count--) {
      const at = upTo(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << upTo(8));
    }
    return bytes;
  }
  function overwrite(): Buffer {
    const at = upTo(bytes.length);
    const most = Math.min(bytes.length, at + 1 + upTo(64));
    for (let place = at; place < most; place++) bytes[place] = upTo(256);
    return bytes;
  }
  function cut(): Buffer {
    return bytes.subarray(0, 1 + upTo(bytes.length));
  }
  function cutOut(): Buffer {
    const at = upTo(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + upTo(200))]);
  }
  function repeat(): Buffer {
    const at = upTo(bytes.length);
    const part = bytes.subarray(at, at + 1 + upTo(400));
    return Buffer.concat([bytes.subarray(0, at), part, part, bytes.subarray(at)]);
  }
  /** Sizes and lengths stand near the start: one becomes huge. */
  function enlarge(): Buffer {
    const at = upTo(Math.min(bytes.length - 4, 400));
    bytes.writeUInt32BE([0xffffffff, 0x7fffffff, 0xffff, 0x00ffffff][upTo(4)] ?? 0, at);
    return bytes;
  }
  function splice(): Buffer {
    return Buffer.concat([
      bytes.subarray(0, upTo(bytes.length)),
      other.subarray(upTo(other.length)),
    ]);
  }
  /** Damage in the headers alone, where decoders decide how much memory they take. */
  function early(): Buffer {
    for (let count = 1 + upTo(6); count > 0; count--)
      bytes[upTo(Math.min(300, bytes.length))] = upTo(256);
    return bytes;
  }
}
