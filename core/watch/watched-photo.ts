import { extname } from 'node:path';

const wanted = new Set('jpg jpeg jpe jfif png webp gif avif tif tiff heic heif'.split(' '));

/** By its name: whether it is read at all is judged by its content. */
export function isWatchedPhoto(path: string): boolean {
  return wanted.has(extname(path).slice(1).toLowerCase());
}
