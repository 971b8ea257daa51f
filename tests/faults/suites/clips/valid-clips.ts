import { readFileSync } from 'node:fs';
import { createFilmFactory, turnFilm } from '../../../support/film-factory.ts';
import type { ValidPicture } from '../../media/valid-pictures.ts';

const picture = 'testsrc=s=64x48:r=10:d=0.4';
const sound = 'sine=d=0.4';

/** A small film of each box and coding that the library takes, with sound. */
export async function validClips(folder: string): Promise<ValidPicture[]> {
  const { make } = await createFilmFactory(folder);
  const film = (name: string, ...coding: string[]) =>
    make(name, { video: picture, audio: sound, with: coding });
  const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
  const turned = film('turned.mov', ...h264);
  turnFilm(turned, 90);
  const paths = [
    film('first.mp4', ...h264, '-movflags', '+faststart'),
    film('last.mp4', ...h264),
    film('pieces.mp4', ...h264, '-movflags', '+frag_keyframe+empty_moov'),
    turned,
    film('old.avi', '-c:v', 'mpeg4', '-c:a', 'mp3'),
    film('box.mkv', ...h264),
    film('web.webm', '-c:v', 'libvpx', '-c:a', 'libopus'),
  ];
  return paths.map((path) => ({
    name: path.split(/[/\\]/).at(-1) ?? '',
    bytes: readFileSync(path),
  }));
}
