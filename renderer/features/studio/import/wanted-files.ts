const pictures = 'jpg jpeg jpe jfif png webp gif avif tif tiff svg heic heif psd jxl';
const raw = 'dng cr2 cr3 nef arw raf orf';
const videos = 'mp4 m4v mov webm mkv avi';
const wanted = new Set(`${pictures} ${raw} ${videos}`.split(' '));

/** Of a folder only pictures and films are meant; those that cannot be read are among them, since one
 *  left out in silence would be looked for in vain. */
export function isWantedInFolder(name: string): boolean {
  const ending = /\.(\w+)$/.exec(name)?.[1] ?? '';
  return wanted.has(ending.toLowerCase());
}

/** What the system's own window for choosing files offers; HEIC is no image to every browser. */
export const acceptedFiles = 'image/*,video/*,.heic,.heif,.avif,.tif,.tiff';
