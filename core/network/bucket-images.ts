import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { PictureHost } from './picture-host.ts';
import type { BucketPlace } from './picture-places.ts';
import { trouble, troubleIn, type HostAnswer } from './picture-trouble.ts';
import { joinUrl, judgeAddress } from './public-address.ts';
import type { Web, WebAnswer, WebRequest } from './web-exchange.ts';

/** An S3-compatible bucket: signed PUT and DELETE, and an address that anybody can read. */
export function createBucketHost(
  place: BucketPlace,
  secret: string,
  web: Web,
): HostAnswer<PictureHost> {
  const endpoint = judgeAddress(place.endpoint, web.reach);
  const publicBase = judgeAddress(place.publicBase, web.reach);
  if (!endpoint.ok || !publicBase.ok) return trouble('address');
  const objectUrl = (name: string): string =>
    joinUrl(bucketBase(endpoint.url, place.bucket), keyOf(place, name));

  async function send(request: WebRequest): Promise<WebAnswer> {
    return web.send({ ...request, headers: await sign(place, secret, request) });
  }

  return {
    ok: true,
    value: {
      removeUrlOf: objectUrl,
      async put({ bytes, mime, name }) {
        const url = new URL(objectUrl(name));
        const headers = { 'content-type': mime };
        const answer = await send({ method: 'PUT', url, headers, body: bytes });
        const found = troubleIn(answer);
        if (found) return { ok: false, trouble: found };
        const publicUrl = joinUrl(publicBase.url, keyOf(place, name));
        return { ok: true, value: { url: publicUrl, removeUrl: url.href } };
      },
      async remove(removeUrl) {
        const url = new URL(removeUrl);
        // Only ever where this key belongs.
        if (url.origin !== endpoint.url.origin) return trouble('address');
        const answer = await send({ method: 'DELETE', url });
        if (answer.kind === 'answer' && answer.status === 404)
          return { ok: true, value: undefined };
        const found = troubleIn(answer);
        return found ? { ok: false, trouble: found } : { ok: true, value: undefined };
      },
    },
  };
}

/** Some storages want the bucket in the host, others as the first part of the path. */
function bucketBase(endpoint: URL, bucket: string): URL {
  const isInHost = endpoint.hostname.startsWith(`${bucket.toLowerCase()}.`);
  return isInHost ? endpoint : new URL(joinUrl(endpoint, encodeURIComponent(bucket)));
}

function keyOf({ prefix = '' }: BucketPlace, name: string): string {
  const folders = prefix.split('/').filter((part) => part !== '');
  return [...folders, name].map(encodeURIComponent).join('/');
}

/** The secret itself is never sent: it signs what is. */
async function sign(
  place: BucketPlace,
  secret: string,
  { method, url, headers, body }: WebRequest,
): Promise<Record<string, string>> {
  const contentHash = createHash('sha256')
    .update(body ?? '')
    .digest('hex');
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers: { ...headers, 'x-amz-content-sha256': contentHash },
    accessKeyId: place.keyId,
    secretAccessKey: secret,
    service: 's3',
    region: place.region,
  });
  const signed = await signer.sign();
  return Object.fromEntries(signed.headers);
}
