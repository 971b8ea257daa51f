export type * from './catalogue-types.ts';
export type * from './client-types.ts';
export type * from './comment-types.ts';
export type * from './identity-types.ts';
export type * from './instagram-types.ts';
export type * from './page-types.ts';
export type * from './result.ts';
