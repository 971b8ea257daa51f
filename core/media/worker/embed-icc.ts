import { crc32, deflateSync } from 'node:zlib';

/** As much of a profile as one segment of a JPEG holds. */
const segmentBytes = 65_519;

/** Puts a colour profile into a JPEG or PNG that has none; the pixels stay as they are. */
export function embedIcc(picture: Buffer, profile: Buffer): Buffer {
  return picture[0] === 0xff ? intoJpeg(picture, profile) : intoPng(picture, profile);
}

function intoJpeg(jpeg: Buffer, profile: Buffer): Buffer {
  const count = Math.ceil(profile.length / segmentBytes);
  const segments = Array.from({ length: count }, (_, index) => {
    const part = profile.subarray(index * segmentBytes, (index + 1) * segmentBytes);
    const head = Buffer.from('\xff\xe2\0\0ICC_PROFILE\0\0\0', 'latin1');
    head.writeUInt16BE(part.length + 16, 2);
    head[16] = index + 1;
    head[17] = count;
    return Buffer.concat([head, part]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** After the header, as the format wants it. */
function intoPng(png: Buffer, profile: Buffer): Buffer {
  const headerEnd = 33;
  const named = Buffer.concat([Buffer.from('iCCPicc\0\0', 'latin1'), deflateSync(profile)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(named.length - 4, 0);
  frame.writeUInt32BE(crc32(named), 4);
  const chunk = Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}
