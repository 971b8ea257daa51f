import type { JpegOptions } from 'sharp';

/** How a copy is kept that everything else reads: as good as the original for eyes; a lossless one would
 *  be five times as heavy. Codes chosen to suit each picture would hold all of it in memory a second time
 *  (560 MB for 48 million pixels, measured) to save a few hundredths of the file. */
export const copyJpeg: JpegOptions = {
  quality: 95,
  chromaSubsampling: '4:4:4',
  optimiseCoding: false,
};
