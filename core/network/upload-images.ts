import type { HostedPicture, PictureHost } from './picture-host.ts';
import type { UploadPlace } from './picture-places.ts';
import { trouble, troubleIn, type HostAnswer } from './picture-trouble.ts';
import { joinUrl, judgeAddress } from './public-address.ts';
import type { Web, WebAnswer } from './web-exchange.ts';

type Answered = Extract<WebAnswer, { kind: 'answer' }>;

const namePlace = '{name}';

/** Any address that takes a file as it is: WebDAV, a small script, a storage's own API. */
export function createUploadHost(
  place: UploadPlace,
  secret: string | undefined,
  web: Web,
): HostAnswer<PictureHost> {
  const { method } = place;
  const origin = judgeAddress(putUrlOf(place, 'x'), web.reach);
  const publicBase = place.publicBase && judgeAddress(place.publicBase, web.reach);
  if (!origin.ok || (publicBase && !publicBase.ok)) return trouble('address');
  const secretHeader: Record<string, string> =
    place.headerName === undefined ? {} : { [place.headerName]: secret ?? '' };
  const isOwn = (url: string): boolean => new URL(url).origin === origin.url.origin;

  return {
    ok: true,
    value: {
      removeUrlOf: (name) => (isNameSent(place) ? putUrlOf(place, name) : undefined),
      async put({ bytes, mime, name }) {
        const url = new URL(putUrlOf(place, name));
        const headers = { ...secretHeader, 'content-type': mime };
        const answer = await web.send({ method, url, headers, body: bytes });
        const found = troubleIn(answer);
        if (found || answer.kind !== 'answer')
          return { ok: false, trouble: found ?? { kind: 'cut' } };
        const hosted = hostedBy(place, name, url, answer);
        if (!hosted || !judgeAddress(hosted.url, web.reach, 'answered').ok)
          return trouble('no-address');
        return { ok: true, value: hosted };
      },
      async remove(removeUrl) {
        // The header's secret goes to the one address it was given for.
        if (!isOwn(removeUrl)) return trouble('address');
        const url = new URL(removeUrl);
        const answer = await web.send({ method: 'DELETE', url, headers: secretHeader });
        if (answer.kind === 'answer') {
          if ([404, 410].includes(answer.status)) return { ok: true, value: undefined };
          if ([405, 501].includes(answer.status)) return trouble('stays', answer.status);
        }
        const found = troubleIn(answer);
        return found ? { ok: false, trouble: found } : { ok: true, value: undefined };
      },
    },
  };
}

/** Does the place learn the name that we chose? */
function isNameSent({ url, method }: UploadPlace): boolean {
  return method === 'PUT' || url.includes(namePlace);
}

function putUrlOf(place: UploadPlace, name: string): string {
  if (place.url.includes(namePlace)) return place.url.replaceAll(namePlace, name);
  if (place.method === 'POST') return place.url;
  return URL.canParse(place.url) ? joinUrl(new URL(place.url), name) : place.url;
}

/** A set public address goes first: what an upload answers may be an address for uploading only. */
function hostedBy(
  place: UploadPlace,
  name: string,
  url: URL,
  answer: Answered,
): HostedPicture | undefined {
  const location = resolveUrl(answer.headers.location, url);
  const removeUrl = isNameSent(place) ? url.href : removableAt(location, url);
  if (place.publicBase !== undefined && isNameSent(place)) {
    return { url: joinUrl(new URL(place.publicBase), name), removeUrl };
  }
  const address = resolveUrl(urlInBody(answer.body), url) ?? location;
  return address === undefined ? undefined : { url: address, removeUrl };
}

/** An answered address with a query may carry a key: it is not kept. */
function removableAt(location: string | undefined, upload: URL): string | undefined {
  if (location === undefined) return undefined;
  const { origin, search } = new URL(location);
  return origin === upload.origin && search === '' ? location : undefined;
}

function urlInBody(body: Buffer): unknown {
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'));
    return typeof answer === 'object' && answer !== null && 'url' in answer
      ? answer.url
      : undefined;
  } catch {
    return undefined;
  }
}

function resolveUrl(text: unknown, base: URL): string | undefined {
  if (typeof text !== 'string' || text === '' || !URL.canParse(text, base.href)) return undefined;
  return new URL(text, base.href).href;
}
