import type { CheckedPost, CheckFinding } from './post-check-types.ts';

/** Co-authors that Instagram invites with a post. */
export const mostCollaborators = 3;

/** Co-authors and the frame that stands for a reel: Instagram alone has them. */
export function checkCollaborators(
  post: CheckedPost,
  networks: ReadonlySet<string>,
): CheckFinding[] {
  if (!networks.has('instagram')) return [];
  return [...nameFindings(post), ...coverFindings(post)];
}

function nameFindings({ collaborators = [], kind }: CheckedPost): CheckFinding[] {
  if (collaborators.length === 0) return [];
  const network = 'instagram';
  const field = 'collaborators';
  if (kind === 'story') {
    return [{ network, field, level: 'note', code: 'collaborators-story', params: {} }];
  }
  const wrong = collaborators.filter((name) => !/^@?[a-z0-9._]{1,30}$/i.test(name.trim()));
  const found = wrong.map((name): CheckFinding => ({
    network,
    field,
    level: 'error',
    code: 'collaborator-name',
    params: { name },
  }));
  const number = collaborators.length;
  if (number <= mostCollaborators) return found;
  const params = { number, most: mostCollaborators };
  return [{ network, field, level: 'error', code: 'collaborators-too-many', params }, ...found];
}

function coverFindings({ coverMs, hasCover = false, kind, media }: CheckedPost): CheckFinding[] {
  const [film] = media;
  const isReel = kind !== 'story' && media.length === 1 && film?.kind === 'video';
  if (!isReel || hasCover || coverMs === undefined || film.durationMs === 0) return [];
  if (coverMs < film.durationMs) return [];
  const params = { at: Math.round(coverMs / 1000), length: Math.floor(film.durationMs / 1000) };
  return [{ network: 'instagram', field: 'media', level: 'error', code: 'cover-outside', params }];
}
