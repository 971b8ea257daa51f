import { z } from 'zod';

/** Every problem code that crosses the Link, with the HTTP status it travels under. Codes are
 *  language-free; their sentences stand in resources/texts/<language>/problems.json under the code. */
export const problemStatus = {
  'invalid-input': 422,
  'not-found': 404,
  conflict: 409,
  unauthorized: 401,
  forbidden: 403,
  internal: 500,
  'too-large': 413,
  // app and data folder
  'disk-full': 507,
  'library-busy': 503,
  'practice-for-ever': 409,
  'ffmpeg-missing': 503,
  'publishing-paused': 503,
  // accounts
  'token-refused': 422,
  'token-missing': 409,
  'network-unreachable': 503,
  'no-accounts': 422,
  'practice-token': 422,
  'account-unknown': 404,
  'keyring-weak': 409,
  'login-not-set-up': 409,
  'login-unavailable': 409,
  'login-unknown': 404,
  'login-unfinished': 409,
  'login-refused': 422,
  'login-closed': 409,
  'login-expired': 409,
  'login-not-accepted': 422,
  'broker-address': 422,
  'broker-unreachable': 503,
  'broker-refused': 422,
  // people and approval
  'who-are-you': 403,
  'not-your-role': 403,
  'pin-wrong': 403,
  'pin-paused': 429,
  'last-owner': 409,
  'nothing-to-approve': 409,
  // shops
  'shop-is-first': 409,
  'shop-has-accounts': 409,
  // series and pools
  'repeat-empty': 422,
  'repeat-has-post': 409,
  'repeat-not-of-post': 409,
  'repeat-over': 409,
  'queue-edge': 409,
  // catalogue
  'sku-taken': 409,
  'price-unreadable': 422,
  'sale-price-higher': 422,
  'gtin-wrong': 422,
  'csv-too-large': 413,
  'csv-unreadable': 422,
  'csv-columns-missing': 422,
  'file-missing': 404,
  // media
  'file-empty': 422,
  'picture-incomplete': 422,
  'not-a-picture': 422,
  'svg-refused': 422,
  'format-unsupported': 422,
  'picture-too-large': 422,
  'picture-too-small': 422,
  'file-too-large': 413,
  'video-refused': 422,
  'video-damaged': 422,
  'heic-refused': 422,
  'pdf-refused': 422,
  'psd-refused': 422,
  'raw-refused': 422,
  'jxl-refused': 422,
  'playlist-refused': 422,
  'video-too-long': 422,
  'sound-missing': 422,
  'sound-damaged': 422,
  'sound-too-long': 422,
  'file-unreadable': 422,
  'import-slow': 504,
  'import-crashed': 422,
  'watch-folder-unfit': 422,
  'watch-folder-missing': 404,
  'watch-folder-shut': 403,
  'file-changed': 409,
  'not-an-upload': 422,
  // studio
  'film-invalid': 422,
  'film-changed': 409,
  'scene-invalid': 422,
  'font-unreadable': 422,
  'font-packed': 422,
  'font-too-large': 413,
  'font-too-many': 409,
  'logo-too-small': 422,
  'template-unknown': 404,
  'too-few-photos': 422,
  'too-many-photos': 422,
  'photo-missing': 422,
  'clip-missing': 422,
  'clip-unreadable': 422,
  'steady-missing': 503,
  'group-photo': 422,
  'product-unknown': 422,
  'format-missing': 422,
  'batch-too-large': 422,
  'picture-not-made': 409,
  'export-empty': 422,
  'export-folder': 422,
  'export-space': 507,
  'export-no-paper': 422,
  'render-crashed': 500,
  'render-memory': 500,
  'render-slow': 504,
  'video-failed': 500,
  // creations
  'creation-changed': 409,
  // posts
  'post-not-editable': 409,
  'post-refused': 422,
  'no-usual-times': 422,
  'batch-refused': 422,
  // posts from products
  'caption-template-wrong': 422,
  'series-cancelled': 409,
  // tables of posts
  'table-kind': 422,
  'table-damaged': 422,
  'table-empty': 422,
  'table-too-large': 413,
  'table-not-ready': 409,
  'table-closed': 409,
  'snooze-past': 422,
  'time-past': 422,
  'time-gap': 422,
  'time-overlap': 422,
  'already-publishing': 409,
  'nothing-to-publish': 422,
  'campaign-dates': 422,
  'target-not-asking': 409,
  'target-not-retryable': 409,
  'change-running': 409,
  'change-not-published': 409,
  'change-unsupported-instagram': 422,
  'change-unsupported-story': 422,
  // pictures: where Instagram fetches them
  'store-incomplete': 422,
  'store-secret-missing': 422,
  'store-address-wrong': 422,
  'store-address-insecure': 422,
  'store-address-credentials': 422,
  'store-address-private': 422,
  // inbox
  'comment-gone': 409,
  'private-reply-late': 409,
  'private-reply-done': 409,
  'reply-empty': 422,
  'reply-too-long': 422,
  'outbox-not-asking': 409,
  'outbox-not-withdrawable': 409,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** What a person reads: what happened, what was kept, what to do. */
export const problemText = z.object({ title: z.string(), what: z.string(), todo: z.string() });
export type ProblemText = z.infer<typeof problemText>;

export const problemParams = z.record(z.string(), z.unknown());

const problemData = z.object({ problem: problemText, params: problemParams });

type ProblemErrors = { [C in ProblemCode]: { status: number; data: typeof problemData } };

/** The oRPC error map that every procedure declares. */
export const problemErrors = Object.fromEntries(
  Object.entries(problemStatus).map(([code, status]) => [code, { status, data: problemData }]),
) as ProblemErrors;
