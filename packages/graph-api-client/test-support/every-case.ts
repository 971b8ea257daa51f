import type { CallCase } from './call-case.ts';
import { commentCases } from './comment-cases.ts';
import { catalogueCases, identityCases } from './identity-cases.ts';
import { instagramCases } from './instagram-cases.ts';
import { postCases } from './page-cases.ts';
import { videoCases } from './video-cases.ts';

export const everyCase: CallCase[] = [
  ...identityCases,
  ...postCases,
  ...videoCases,
  ...instagramCases,
  ...commentCases,
  ...catalogueCases,
];
