import type { HostAnswer, PictureTrouble } from './picture-trouble.ts';
import { trouble, troubleIn } from './picture-trouble.ts';
import type { Web } from './web-exchange.ts';

export type CheckedStep =
  { state: 'done' } | { state: 'skipped' } | { state: 'failed'; trouble: PictureTrouble };
export type CheckedWay = { upload: CheckedStep; read: CheckedStep; remove: CheckedStep };

/** One way of giving a picture an address, seen as what a check tries. */
export type TriedWay = {
  put(): Promise<HostAnswer<{ url: string; remove(): Promise<HostAnswer<undefined>> }>>;
};

/** Uploads, reads as Instagram would, and removes again. */
export async function checkPictures(way: TriedWay, web: Web): Promise<CheckedWay> {
  const put = await way.put();
  if (!put.ok) return { upload: stepOf(put), read: skipped, remove: skipped };
  const read = stepOf(await readPublicly(put.value.url, web));
  const remove = stepOf(await put.value.remove());
  return { upload: { state: 'done' }, read, remove };
}

const skipped: CheckedStep = { state: 'skipped' };

function stepOf(answer: HostAnswer<unknown>): CheckedStep {
  return answer.ok ? { state: 'done' } : { state: 'failed', trouble: answer.trouble };
}

/** Without any key or header of ours: as a stranger reads it. */
async function readPublicly(url: string, web: Web): Promise<HostAnswer<undefined>> {
  const answer = await web.send({ method: 'GET', url: new URL(url) });
  if (answer.kind === 'answer') {
    if ([401, 403].includes(answer.status)) return trouble('not-public', answer.status);
    if ([404, 410].includes(answer.status)) return trouble('not-there', answer.status);
  }
  const found = troubleIn(answer);
  if (found || answer.kind === 'lost') return { ok: false, trouble: found ?? { kind: 'cut' } };
  const isJpeg = answer.body[0] === 0xff && answer.body[1] === 0xd8;
  return isJpeg ? { ok: true, value: undefined } : trouble('not-picture');
}
