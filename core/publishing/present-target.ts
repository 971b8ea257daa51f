import type { Target } from '../../shared/contract/publishing.ts';
import type { Language, Question, Reason } from '../../shared/contract/shapes.ts';
import { isAsking } from './answering.ts';
import type { EngineParts } from './engine-parts.ts';
import { presentLive } from './present-live.ts';
import { presentChange, takingBackWhy } from './present-change.ts';
import type { TargetRow } from './store.ts';
import type { Why } from './target-progress.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** A target as the windows and scripts see it, with its sentences in their language. */
export function presentTarget(
  parts: EngineParts,
  row: TargetRow,
  language: Language = parts.tools.shopLanguage(),
): Target {
  const comment = parts.targets.childOf(row.id);
  const question = [row, comment].map((one) => questionOf(parts, one, language)).find(Boolean);
  const why = takingBackWhy(parts, row) ?? whyOf(row) ?? (comment && whyOf(comment));
  const firstComment = commentState(row, comment);
  const intentId = row.progress.state === 'scheduled' ? undefined : row.intentId;
  return {
    id: row.id,
    postId: row.postId,
    accountId: row.accountId,
    network: row.network,
    state: row.progress.state,
    dueAt: iso(row.dueAt),
    attempts: row.attempts,
    ...(row.remoteId ? { remoteId: row.remoteId } : {}),
    ...(row.permalink ? { permalink: row.permalink } : {}),
    ...(row.publishedAt === undefined ? {} : { publishedAt: iso(row.publishedAt) }),
    ...(intentId ? { intentId } : {}),
    ...(question ? { question } : {}),
    ...(why ? { reason: presentWhy(parts, why, row, language) } : {}),
    ...(firstComment ? { firstComment } : {}),
    ...presentChange(parts, row, (one) => presentWhy(parts, one, row, language)),
    ...presentLive(parts, row, language),
  };
}

function whyOf(row: TargetRow): Why | undefined {
  const { progress } = row;
  if (progress.state === 'waiting' || progress.state === 'failed') return progress.why;
  return progress.state === 'missed' ? { code: 'missed' } : undefined;
}

function presentWhy(parts: EngineParts, why: Why, row: TargetRow, language: Language): Reason {
  const { say } = parts.tools;
  const account = parts.uses.readAccount(row.accountId)?.name ?? '';
  // Some reasons have a fuller sentence for when the network said what it means.
  const isNamed = Boolean(why.params?.['permission'] || why.params?.['message']);
  const context = isNamed ? { context: 'named' } : {};
  const params = { account, network: networkName(row), ...why.params, ...context };
  const key = `publishing:reasons.${why.code}`;
  return {
    code: why.code,
    text: say(language, `${key}.text`, params),
    todo: say(language, `${key}.todo`, params),
    ...(why.untilAt === undefined ? {} : { until: iso(why.untilAt) }),
  };
}

function networkName(row: TargetRow): string {
  return row.network === 'facebook' ? 'Facebook' : 'Instagram';
}

function questionOf(
  parts: EngineParts,
  row: TargetRow | undefined,
  language: Language,
): Question | undefined {
  if (!isAsking(row)) return undefined;
  const account = parts.uses.readAccount(row.accountId);
  const openUrl = row.permalink ?? (account && parts.uses.accountUrl(account));
  const subject = row.role === 'post' ? 'post' : 'comment';
  const asked = row.progress.asked ?? { code: 'not-found', at: row.dueAt };
  const params = { account: account?.name ?? '', network: networkName(row) };
  return {
    code: `${subject}-${asked.code}`,
    text: parts.tools.say(language, `publishing:questions.${subject}.${asked.code}`, params),
    answers: ['there', 'not-there', 'look-again'],
    since: iso(asked.at),
    ...(openUrl ? { openUrl } : {}),
  };
}

function commentState(row: TargetRow, comment: TargetRow | undefined): Target['firstComment'] {
  if (!comment) return row.content?.firstComment ? 'pending' : undefined;
  switch (comment.progress.state) {
    case 'published':
      return 'sent';
    case 'uncertain':
      return 'uncertain';
    case 'failed':
    case 'missed':
    case 'cancelled':
      return 'failed';
    default:
      return 'pending';
  }
}
