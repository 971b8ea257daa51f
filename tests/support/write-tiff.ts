type Plain = { widthPx: number; heightPx: number };
export type TiffOptions = Plain & {
  /** Interleaved, 8 or 16 bits (little endian) a channel. */
  pixels: Buffer;
  channels: 3 | 4;
  bits?: 8 | 16;
  /** 2 RGB, 5 inks, 8 CIE Lab. */
  photometric: 2 | 5 | 8;
  icc?: Buffer;
};

const types = { short: 3, long: 4, undefined: 7 } as const;

/** Writes an uncompressed TIFF whose numbers are exactly these: no encoder converts them on the way. */
export function writeTiff(options: TiffOptions): Buffer {
  const { widthPx, heightPx, pixels, channels, bits = 8, photometric, icc } = options;
  const bitsAt = 8 + pixels.length;
  const iccAt = bitsAt + 2 * channels;
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, types.long, 1, widthPx],
    [257, types.long, 1, heightPx],
    [258, types.short, channels, bitsAt],
    [259, types.short, 1, 1],
    [262, types.short, 1, photometric],
    [273, types.long, 1, 8],
    [277, types.short, 1, channels],
    [278, types.long, 1, heightPx],
    [279, types.long, 1, pixels.length],
    ...(icc
      ? [[34_675, types.undefined, icc.length, iccAt] as [number, number, number, number]]
      : []),
  ];
  const directoryAt = (iccAt + (icc?.length ?? 0) + 1) & ~1;
  const bytes = Buffer.alloc(directoryAt + 2 + 12 * entries.length + 4);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(directoryAt, 4);
  pixels.copy(bytes, 8);
  for (let channel = 0; channel < channels; channel++)
    bytes.writeUInt16LE(bits, bitsAt + 2 * channel);
  icc?.copy(bytes, iccAt);
  bytes.writeUInt16LE(entries.length, directoryAt);
  entries.forEach(([tag, type, count, value], index) => {
    const at = directoryAt + 2 + 12 * index;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    if (type === types.short && count === 1) bytes.writeUInt16LE(value, at + 8);
    else bytes.writeUInt32LE(value, at + 8);
  });
  return bytes;
}
