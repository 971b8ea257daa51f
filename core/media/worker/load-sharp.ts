import type Sharp from 'sharp';

export type SharpModule = typeof Sharp;

/** 100 million pixels; a picture of 16,000 × 16,000 fits in 250 kB and in no memory. */
export const maxPixels = 100_000_000;
export const maxSidePx = 20_000;

/** Loads sharp with the readers for hostile formats shut, and proves that they are: an SVG must be
 *  refused. Native, so it is only ever loaded inside the worker process. */
export async function loadSharp(): Promise<SharpModule> {
  process.env['VIPS_BLOCK_UNTRUSTED'] = '1';
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  // One thread a picture, two pictures at a time: faster on two cores than two threads a picture.
  sharp.concurrency(1);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  const opened = await sharp(svg)
    .metadata()
    .then(() => true)
    .catch(() => false);
  if (opened) throw new Error('sharp reads untrusted formats although VIPS_BLOCK_UNTRUSTED is set');
  return sharp;
}
