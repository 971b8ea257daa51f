import type { PhotoRequest } from '../../../shared/scene/photo-requests.ts';

/** What is wanted of a photo that is worked: its size, its part, and what is done to it. */
export type PhotoWish = Omit<PhotoRequest, 'key' | 'photoId' | 'contain'>;
