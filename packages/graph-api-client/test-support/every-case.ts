import type { CallCase } from './call-case.ts';
import { catalogueCases } from './catalogue-cases.ts';
import { commentCases } from './comment-cases.ts';
import { conversationCases } from './conversation-cases.ts';
import { identityCases } from './identity-cases.ts';
import { insightCases } from './insight-cases.ts';
import { instagramCases } from './instagram-cases.ts';
import { mentionCases } from './mention-cases.ts';
import { moderationCases } from './moderation-cases.ts';
import { postCases } from './page-cases.ts';
import { shownCases } from './shown-cases.ts';
import { videoCases } from './video-cases.ts';

export const everyCase: CallCase[] = [
  ...identityCases,
  ...postCases,
  ...videoCases,
  ...instagramCases,
  ...commentCases,
  ...moderationCases,
  ...conversationCases,
  ...mentionCases,
  ...catalogueCases,
  ...insightCases,
  ...shownCases,
];
