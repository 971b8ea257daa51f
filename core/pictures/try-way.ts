import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TriedWay } from '../network/check-pictures.ts';
import type { HostedPictures } from '../network/hosted-pictures.ts';
import { openPictureHost } from '../network/open-picture-host.ts';
import type { PagePhotoImages } from '../network/page-photo-images.ts';
import { nameForPublic } from '../network/picture-host.ts';
import type { PicturePlace } from '../network/picture-places.ts';
import { trouble, type HostAnswer } from '../network/picture-trouble.ts';
import { probePicture } from '../network/probe-picture.ts';
import type { Web } from '../network/web-exchange.ts';

/** If the studio dies in the middle of a check, what it uploaded goes soon after. */
const probeNeedMs = 10 * 60_000;

/** A small picture, the way through the shop's own storage. */
export function tryPlace(
  hosted: HostedPictures,
  at: { place: PicturePlace; secret: string | undefined; web: Web },
): TriedWay {
  return {
    async put() {
      const { place } = at;
      const host = openPictureHost(place, at.secret, at.web);
      const file = nameForPublic(probePicture);
      if (!host.ok) return host;
      if (!file) return trouble('file');
      const put = await hosted.put({ place, host: host.value }, file, { forMs: probeNeedMs });
      if (!put.ok) return put;
      const { url, id } = put.value;
      return { ok: true, value: { url, remove: () => hosted.remove(id, host.value) } };
    },
  };
}

/** The same picture, as a photo of the Page that nobody sees. */
export function tryPagePhoto(images: PagePhotoImages, accountId: string | undefined): TriedWay {
  return {
    async put() {
      if (accountId === undefined) return trouble('no-account');
      const folder = await mkdtemp(join(tmpdir(), 'vitrine-probe-'));
      try {
        const file = join(folder, 'probe.jpg');
        await writeFile(file, probePicture);
        const put = await images.put(accountId, file);
        if (!put.ok) {
          const words = put.failure.userMessage ?? put.failure.message;
          return { ok: false, trouble: { kind: 'page', words } };
        }
        const { url, release } = put.value;
        const remove = async (): Promise<HostAnswer<undefined>> =>
          (await release()) ? { ok: true, value: undefined } : trouble('lapses');
        return { ok: true, value: { url, remove } };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
