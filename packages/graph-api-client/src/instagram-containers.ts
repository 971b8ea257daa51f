import type {
  ContainerState,
  ContainerWords,
  InstagramCalls,
  ProductTag,
  UploadingContainer,
  UserTag,
} from './instagram-types.ts';
import { uploadedBytesOf } from './page-videos.ts';
import { compact, fieldsOf, idOf, textOf, wordsOf, type Fields } from './read-values.ts';
import { sendFile } from './reels.ts';
import { sendWholeFile } from './resume-upload.ts';
import { formBody, type Parameters } from './request-body.ts';
import type { Sender } from './send.ts';

export type ContainerCalls = Pick<
  InstagramCalls,
  | 'createImageContainer'
  | 'createReelContainer'
  | 'uploadContainerBytes'
  | 'uploadContainer'
  | 'createCarouselItem'
  | 'createCarousel'
  | 'createStoryContainer'
  | 'readContainer'
  | 'publishContainer'
>;

const resumable = { upload_type: 'resumable' };
/** Numbers of Meta's Instagram and video errors, as they stand in a container's status text. */
const errorNumber = /\b(22070\d\d|1363\d{3})\b/;

/** Containers and their publishing. Source: Instagram Platform, content publishing and IG User media. */
export function containerCalls(sender: Sender): ContainerCalls {
  const publishing = publishingCalls(sender);
  return {
    ...creationCalls(sender),
    ...publishing,
    uploadContainerBytes: (upload, options) => sendFile(sender, upload, options),
    uploadContainer: ({ containerId, ...upload }, options) =>
      sendWholeFile(
        {
          filePath: upload.filePath,
          send: (offset, call) => sendFile(sender, { ...upload, offset }, call),
          readOffset: async (call) => {
            const state = await publishing.readContainer(containerId, call);
            return state.ok ? { ...state, value: state.value.uploadedBytes ?? 0 } : state;
          },
        },
        options,
      ),
  };
}

type PublishingCalls = Pick<ContainerCalls, 'readContainer' | 'publishContainer'>;
type CreationCalls = Omit<
  ContainerCalls,
  keyof PublishingCalls | 'uploadContainerBytes' | 'uploadContainer'
>;

function creationCalls(sender: Sender): CreationCalls {
  const request = (igId: string, parameters: Parameters) => ({
    node: igId,
    edge: 'media',
    body: formBody(parameters),
  });
  return {
    createImageContainer: ({ igId, imageUrl, altText, ...rest }, options) =>
      sender.write(
        request(igId, {
          image_url: imageUrl,
          alt_text: altText,
          ...wordParameters(rest),
          ...tagParameters(rest),
        }),
        parseCreated,
        options,
      ),
    createReelContainer: ({ igId, shareToFeed, thumbOffsetMs, coverUrl, ...rest }, options) =>
      sender.write(
        request(igId, {
          media_type: 'REELS',
          ...resumable,
          share_to_feed: shareToFeed,
          thumb_offset: thumbOffsetMs,
          cover_url: coverUrl,
          ...wordParameters(rest),
          ...tagParameters(rest),
        }),
        parseUploading,
        options,
      ),
    createCarouselItem: ({ igId, imageUrl, altText, ...tags }, options) =>
      sender.write(
        request(igId, {
          is_carousel_item: true,
          ...(imageUrl === undefined
            ? { media_type: 'VIDEO', ...resumable }
            : { image_url: imageUrl }),
          alt_text: altText,
          ...tagParameters(tags),
        }),
        imageUrl === undefined ? parseUploading : parseCreated,
        options,
      ),
    createCarousel: ({ igId, children, ...words }, options) =>
      sender.write(
        request(igId, { media_type: 'CAROUSEL', children, ...wordParameters(words) }),
        parseCreated,
        options,
      ),
    createStoryContainer: ({ igId, imageUrl, ...tags }, options) =>
      sender.write(
        request(igId, {
          media_type: 'STORIES',
          ...(imageUrl === undefined ? resumable : { image_url: imageUrl }),
          ...tagParameters(tags),
        }),
        imageUrl === undefined ? parseUploading : parseCreated,
        options,
      ),
  };
}

function publishingCalls(sender: Sender): PublishingCalls {
  return {
    readContainer: (containerId, options) =>
      sender.read(
        { node: containerId, query: { fields: 'id,status_code,status,video_status' } },
        (body) => parseContainer(containerId, body),
        options,
      ),
    publishContainer: ({ igId, containerId }, options) =>
      sender.show(
        { node: igId, edge: 'media_publish', body: formBody({ creation_id: containerId }) },
        (body) => {
          const mediaId = idOf(body['id']);
          return mediaId === undefined ? undefined : { mediaId };
        },
        options,
      ),
  };
}

function wordParameters({ caption, locationId, collaborators }: ContainerWords): Parameters {
  return { caption, location_id: locationId, collaborators: filled(collaborators) };
}

function tagParameters(tags: { userTags?: UserTag[]; productTags?: ProductTag[] }): Parameters {
  return {
    user_tags: filled(tags.userTags),
    product_tags: filled(tags.productTags?.map(tagParameter)),
  };
}

export function tagParameter({ productId, x, y }: ProductTag): object {
  return compact({ product_id: productId, x, y });
}

function filled<T>(list: T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function parseCreated(body: Fields): { containerId: string } | undefined {
  const containerId = idOf(body['id']);
  return containerId === undefined ? undefined : { containerId };
}

function parseUploading(body: Fields): Required<UploadingContainer> | undefined {
  const created = parseCreated(body);
  const uploadUrl = wordsOf(body['uri']);
  return created && uploadUrl !== undefined ? { ...created, uploadUrl } : undefined;
}

function parseContainer(id: string, body: Fields): ContainerState | undefined {
  const statusCode = wordsOf(body['status_code']);
  if (statusCode === undefined) return undefined;
  const status = textOf(body['status']);
  const found = status === undefined ? undefined : errorNumber.exec(status)?.[1];
  const phase = fieldsOf(fieldsOf(body['video_status'])?.['uploading_phase']);
  return compact({
    id: idOf(body['id']) ?? id,
    statusCode,
    status,
    subcode: found === undefined ? undefined : Number(found),
    uploadedBytes: uploadedBytesOf(phase),
  });
}
